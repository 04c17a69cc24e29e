/**
 * Data inside kernels: the script `assembly/data/<name>.mts`, whose default export returns bytes, stands for an
 * AssemblyScript module that exports them as the constant `<name>`, a StaticArray<u8>. They end up in the module of the
 * kernel that reads them, and nothing that runs it has to know.
 */
import path from 'node:path';
import { root } from './root.ts';

const folder = 'assembly/data';

/** The script that stands for a module of that path from the project's root, if it is one of data. */
export function scriptOf(file: string): string | undefined {
  const { dir, name, ext } = path.posix.parse(file);
  return dir === folder && ext === '.ts' ? `${folder}/${name}.mts` : undefined;
}

/**
 * Runs a script as it is on disk now, and writes its bytes down as AssemblyScript.
 *
 * @throws naming the script when it fails or returns something else.
 */
export async function dataModule(script: string): Promise<string> {
  const bytes = await run(script).catch((cause: Error) => {
    throw new Error(`${script}: ${cause.message}`, { cause });
  });
  if (!(bytes instanceof Uint8Array)) {
    throw new Error(`${script}: its default export returned ${typeof bytes}, expected a Uint8Array`);
  }
  return `export const ${path.posix.basename(script, '.mts')}: StaticArray<u8> = [${bytes.join(',')}];\n`;
}

/** Vite's module runner reads TypeScript under every version of Node, and each time anew. */
async function run(script: string): Promise<unknown> {
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport<{ default: () => unknown }>(path.join(root, script), {
    root,
    logLevel: 'silent',
  });
  return module.default();
}
