/** The peers that the machine has: C by gcc, Python with NumPy. Who is missing is left out, and said once. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { folder } from './bench.ts';
import { startProcess } from './process.ts';
import type { Racer } from './race.ts';

let temporary: string | undefined;

/** A path in a folder that is gone when the benchmarks end. */
function temporaryFile(name: string): string {
  if (temporary === undefined) {
    const made = mkdtempSync(path.join(os.tmpdir(), 'glassdeck-bench-'));
    process.on('exit', () => rmSync(made, { recursive: true, force: true }));
    temporary = made;
  }
  return path.join(temporary, name);
}

function answer(command: string, ...args: string[]): string | undefined {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

const gcc = answer('gcc', '-dumpfullversion');
const python = answer('python3', path.join(folder, 'peer.py'));

/** What the figures depend on, in one line. */
export function machine(): string {
  const [cpu] = os.cpus();
  const c = gcc ? `gcc ${gcc} -O3 -march=native` : 'no gcc';
  return [`${cpu?.model} × ${os.cpus().length}`, `Node ${process.versions.node}`, c, python ?? 'no NumPy'].join(', ');
}

/** Names the peers without which ratios will be absent. */
export function missing(): string[] {
  return [...(gcc ? [] : ['no gcc: no ratios to C']), ...(python ? [] : ['no python3 with numpy: no ratios to NumPy'])];
}

let programs = 0;

/** Compiles `source`, a C file of this folder, and starts it. */
export async function startC(source: string, args: readonly string[], ...flags: string[]): Promise<Racer | undefined> {
  if (!gcc) return undefined;
  const program = temporaryFile(`program-${++programs}`);
  const options = ['-O3', '-march=native', ...flags, `-I${folder}`, path.join(folder, source), '-o', program, '-lm'];
  execFileSync('gcc', options, { stdio: ['ignore', 'ignore', 'pipe'] });
  return startProcess(program, args, {});
}

/** For NumPy on one thread, as every other racer is. */
export const oneThread = {
  OPENBLAS_NUM_THREADS: '1',
  OMP_NUM_THREADS: '1',
  MKL_NUM_THREADS: '1',
  VECLIB_MAXIMUM_THREADS: '1',
};

/** Starts `script`, a Python file of this folder. */
export async function startPython(
  script: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Racer | undefined> {
  if (!python) return undefined;
  // Threads without work let go of their core after 2²⁰ cycles, not 2²⁸: it is another racer's turn.
  const own = { PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: '1', OPENBLAS_THREAD_TIMEOUT: '20' };
  return startProcess('python3', [path.join(folder, script), ...args], { ...own, ...env });
}

let inputs = 0;

/** Writes arrays for the processes, each behind its length, all in f64; returns the file. */
export function writeArrays(arrays: readonly Float64Array[]): string {
  const file = temporaryFile(`input-${++inputs}`);
  writeFileSync(
    file,
    Buffer.concat(arrays.flatMap((array) => [bytesOf(Float64Array.of(array.length)), bytesOf(array)])),
  );
  return file;
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Float64Array) => new Uint8Array(buffer, byteOffset, byteLength);

/** The peers that are there, by name. */
export async function gather(
  peers: Readonly<Record<string, Racer | Promise<Racer | undefined>>>,
): Promise<Map<string, Racer>> {
  const all = await Promise.all(Object.entries(peers).map(async ([name, peer]) => [name, await peer] as const));
  return new Map(all.flatMap(([name, racer]) => (racer ? [[name, racer]] : [])));
}
