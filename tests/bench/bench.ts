/** What a benchmark is, and where the benchmarks are: every `*.bench.ts` below this folder. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The folder of the benchmarks. */
export const folder = path.dirname(fileURLToPath(import.meta.url));

export interface Measurement {
  /** Milliseconds a call, the median. */
  readonly ms: number;
  /** Bytes of memory that a call touches. */
  readonly bytes: number;
  /** How many times faster than each peer; absent where the peer is missing. */
  readonly ratios: Readonly<Record<string, number>>;
}

export interface Bench {
  readonly name: string;
  /** N of the model, or how many numbers a call makes; 0 where there is none. */
  readonly size: number;
  /** Nothing when it cannot run here, which it has said. Throws when a peer computes something else. */
  measure(): Promise<Measurement | undefined>;
}

export interface Result extends Measurement {
  readonly name: string;
  readonly size: number;
}

/** All benchmarks, by name and size. */
export async function findBenches(): Promise<Bench[]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.bench.ts'));
  const modules = files.map((file) => import(pathToFileURL(path.join(folder, file)).href));
  const benches = (await Promise.all(modules)).flatMap((module: { default: readonly Bench[] }) => module.default);
  return benches.sort((a, b) => a.name.localeCompare(b.name) || a.size - b.size);
}
