/** Results as rows of text. */
import type { Result } from './bench.ts';

const widths = { name: 42, size: 8, ms: 11, MB: 9 } as const;

/** Heads by ratio. Those that begin with `of` are fractions. */
const ratios = {
  js: '/JS',
  c: '/C',
  cFastMath: '/C fast',
  cBlocked: '/C blocked',
  numpy: '/NumPy',
  numpyOneThread: '/NumPy x1',
  bandwidth: 'of memory',
  bandwidthAtSize: 'of cache',
  oneThread: '/1 thread',
  threads: 'of threads',
  cores: 'of cores',
} as const;

/** How to read the columns. */
export const legend = `ms: a call, for main-thread/ a frame; MB: what a call touches; /X: how many times faster than X;
of memory, of cache: bandwidth in terms of reading an array larger than all caches, and one of the same size;
of threads, of cores: time at work and processor time, over elapsed time for each`;

export function head(): string {
  return row(Object.keys(widths), Object.values(ratios));
}

export function line({ name, size, ms, bytes, ratios: own }: Result): string {
  const cells = [name, size ? `${size}` : '', significant(ms), bytes ? significant(bytes / 1e6) : ''];
  return row(
    cells,
    Object.keys(ratios).map((key) => (own[key] === undefined ? '' : significant(own[key]))),
  );
}

function row(cells: readonly string[], ratioCells: readonly string[]): string {
  const [name = 0, ...numbers] = Object.values(widths);
  const [first = '', ...others] = cells;
  const left = others.map((cell, k) => cell.padStart(numbers[k] ?? 0));
  const right = ratioCells.map((cell) => cell.padStart(11));
  return [first.padEnd(name), ...left, ...right].join('').trimEnd();
}

/** Three digits. */
function significant(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
