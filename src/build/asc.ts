/**
 * The AssemblyScript compiler as a function: an entry file in, WebAssembly bytes out, with the options of
 * `asconfig.json`. Results are kept on disk under a hash of everything that went in, so that the command line and the
 * tests start at once.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dataModule, scriptOf } from './data-module.ts';
import { root } from './root.ts';

export type Target = 'debug' | 'release';

const cache = path.join(root, 'node_modules/.cache/glassdeck');

/** Every source of modules below `assembly/`, sorted: neither manifests nor tests, but scripts that return data. */
export function assemblySources(): string[] {
  return readdirSync(path.join(root, 'assembly'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.ts$|^data\/\w+\.mts$/.test(file) && !/(manifest|\.test|\.d)\.ts$/.test(file))
    .map((file) => path.join('assembly', file))
    .sort();
}

/**
 * What a module of `entry` is made of: the sources that it imports, those that these import and so on; where there are
 * scripts that return data among them, also the file that has the versions of the packages from which these may come.
 */
function ingredients(entry: string): string[] {
  const found = new Set<string>();
  const visit = (file: string) => {
    if (found.has(file) || !existsSync(path.join(root, file))) return;
    found.add(file);
    if (file.endsWith('.mts')) found.add('package.json');
    else for (const source of importsOf(file)) visit(source);
  };
  visit(entry);
  return [...found].sort();
}

/** The sources that a source imports, whether they exist or not. */
function importsOf(file: string): string[] {
  const specifiers = readFileSync(path.join(root, file), 'utf8').matchAll(/\bfrom\s+['"](\.[^'"]+)['"]/g);
  return [...specifiers].flatMap(([, specifier = '']) => {
    const module = path.posix.join(path.posix.dirname(file), specifier);
    return [scriptOf(`${module}.ts`) ?? `${module}.ts`, `${module}/index.ts`];
  });
}

/** Names what the module is made of. */
export function fingerprint(entry: string, target: Target): string {
  const hash = createHash('sha256').update(`${entry} ${target}`);
  const configuration = ['asconfig.json', 'node_modules/assemblyscript/package.json'];
  for (const file of [...configuration, ...ingredients(entry)]) {
    hash.update(`\n${file}\n`).update(readFileSync(path.join(root, file)));
  }
  return hash.digest('hex').slice(0, 24);
}

/** Compilations run one after another: the compiler's optimiser is one per process. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Compiles `entry` (a path below the project's root).
 *
 * @throws with the compiler's own message, which names file and line.
 */
export async function compile(entry: string, target: Target): Promise<Uint8Array<ArrayBuffer>> {
  const file = path.join(cache, `${fingerprint(entry, target)}.wasm`);
  if (existsSync(file)) return new Uint8Array(readFileSync(file));
  const task = last.catch(() => {}).then(() => run(entry, target));
  last = task;
  const bytes = await task;
  mkdirSync(cache, { recursive: true });
  const partial = `${file}.${process.pid}`;
  writeFileSync(partial, bytes);
  renameSync(partial, file);
  return bytes;
}

async function run(entry: string, target: Target): Promise<Uint8Array<ArrayBuffer>> {
  const asc = await import('assemblyscript/asc');
  const stderr = asc.createMemoryStream();
  let binary: Uint8Array<ArrayBuffer> | undefined;
  const { error } = await asc.main([entry, '--target', target, '--outFile', 'module.wasm', '--noColors'], {
    stderr,
    readFile: (name: string, base: string) => {
      const absolute = path.resolve(root, base, name);
      if (existsSync(absolute)) return readFileSync(absolute, 'utf8');
      const script = scriptOf(path.relative(root, absolute));
      return script && existsSync(path.join(root, script)) ? dataModule(script) : null;
    },
    writeFile: (name: string, contents: string | Uint8Array) => {
      if (name.endsWith('.wasm')) binary = new Uint8Array(contents as Uint8Array);
    },
    listFiles: (folder: string, base: string) => {
      const absolute = path.resolve(root, base, folder);
      return existsSync(absolute) ? readdirSync(absolute).filter((name) => name.endsWith('.ts')) : [];
    },
  });
  if (error || !binary) throw new Error(stderr.toString().trim() || error?.message || `${entry}: nothing was compiled`);
  return binary;
}
