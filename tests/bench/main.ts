/** `npm run bench [-- [--json] [NAME]]`: how fast the kernels are, against peers in the same run. */
import { readFlags, UsageError } from '../../src/cli/command.ts';
import { type Bench, findBenches, type Result } from './bench.ts';
import { machine, missing } from './peers.ts';
import { head, legend, line } from './table.ts';

async function main(args: string[]): Promise<void> {
  const { flags, positionals } = readFlags(args, () => undefined, [], ['json']);
  const benches = choose(await findBenches(), positionals);
  const json = flags.has('json');
  console.error(machine());
  for (const peer of missing()) console.error(peer);
  const results: Result[] = [];
  if (!json) console.log(`${legend}\n\n${head()}`);
  for (const { name, size, measure } of benches) {
    const measurement = await named(name, size, measure);
    if (!measurement) continue;
    const result = { name, size, ...measurement };
    results.push(result);
    if (!json) console.log(line(result));
  }
  if (json) console.log(JSON.stringify(results));
}

/** Those whose name contains the word. */
function choose(benches: readonly Bench[], [word = '', ...more]: readonly string[]): readonly Bench[] {
  if (more.length > 0) throw new UsageError(`expected one name, got "${more[0]}" as well`);
  const chosen = benches.filter(({ name }) => name.includes(word));
  if (chosen.length > 0) return chosen;
  const names = [...new Set(benches.map(({ name }) => name))].join(', ');
  throw new UsageError(`no benchmark's name contains "${word}", expected one of: ${names}`);
}

async function named<T>(name: string, size: number, measure: () => Promise<T>): Promise<T> {
  try {
    return await measure();
  } catch (error) {
    throw new Error(`${name} ${size}: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(`bench: ${error instanceof Error ? error.message : error}`);
  process.exit(error instanceof UsageError ? 2 : 1);
}
