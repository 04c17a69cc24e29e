/** `glassdeck COMMAND ...`: each file in `commands/` is a command of its name. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Command, UsageError } from './command.ts';

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), 'commands');
const commands = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => path.basename(file, '.ts'))
  .sort();

const load = async (name: string): Promise<Command> =>
  ((await import(pathToFileURL(path.join(folder, `${name}.ts`)).href)) as { default: Command }).default;

async function main([name, ...args]: string[]): Promise<void> {
  if (name === undefined || name === 'help' || name === '--help') {
    for (const command of commands) console.log((await load(command)).usage);
    return;
  }
  if (!commands.includes(name)) throw new UsageError(`no command "${name}", expected one of: ${commands.join(', ')}`);
  const command = await load(name);
  if (args.includes('--help')) console.log(command.usage);
  else await command.run(args);
}

/** A reader that stops early, such as `head`, is no error of ours. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(`glassdeck: ${error instanceof Error ? error.message : error}`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
