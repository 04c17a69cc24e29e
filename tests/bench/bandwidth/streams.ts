/**
 * Racers that do nothing but read memory, as many bytes a call as the kernel touches: our time in terms of theirs is the
 * fraction of the machine's bandwidth that the kernel uses.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { compile } from '../../../src/build/asc.ts';
import { inProcess } from '../in-process.ts';
import { gather, startC } from '../peers.ts';
import type { Racer } from '../race.ts';

/** Bytes that any processor keeps next to its registers, where bandwidth is no matter. */
const small = 2 ** 14;

/**
 * `bandwidth` reads window after window of an array four times as large as the last cache, so from memory;
 * `bandwidthAtSize` reads the same bytes again and again, from whatever cache holds them.
 */
export async function streams(bytes: number): Promise<Map<string, Racer>> {
  if (bytes <= small) return new Map();
  const window = 64 * Math.ceil(bytes / 64);
  const large = Math.max(4 * lastCache(), window);
  return gather({ bandwidth: stream(window, large), bandwidthAtSize: stream(window, window) });
}

async function stream(window: number, total: number): Promise<Racer> {
  return (await startC('bandwidth/stream.c', [`${window}`, `${total}`])) ?? streamInWasm(window, total);
}

interface Stream {
  array(bytes: number): number;
  read(values: number, first: number, bytes: number): bigint;
}

async function streamInWasm(window: number, total: number): Promise<Racer> {
  const module = await WebAssembly.compile(await compile('assembly/lib/probe/stream.ts', 'release'));
  const { array, read } = new WebAssembly.Instance(module, { env: { abort() {} } }).exports as unknown as Stream;
  const values = array(total);
  let first = 0;
  const call = () => {
    read(values, first, window);
    first = first + 2 * window > total ? 0 : first + window;
  };
  return inProcess({ call, result: () => [] });
}

/** Bytes of the largest cache, where the system says so; else as much as a large one has. */
export function lastCache(): number {
  const caches = '/sys/devices/system/cpu/cpu0/cache';
  try {
    const sizes = readdirSync(caches)
      .filter((name) => name.startsWith('index'))
      .map((name) => Number.parseInt(readFileSync(path.join(caches, name, 'size'), 'utf8'), 10) * 1024);
    return Math.max(...sizes);
  } catch {
    return 2 ** 26;
  }
}
