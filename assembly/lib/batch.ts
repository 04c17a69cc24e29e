/**
 * A batch: n numbers for each of some samples, in f64, as the products of `dense-layer` want them.
 *
 * Layout [⌈samples/4⌉, n, 4]: four samples are a panel, one stream in memory, and four lanes of a number. n is rounded up
 * to a multiple of 4; numbers and samples beyond the end are zero when the batch is made.
 */

export class Batch {
  readonly n: i32; // numbers of a sample, rounded up
  readonly panels: i32;
  readonly values: StaticArray<f64>; // [panels, n, 4]

  constructor(n: i32, readonly samples: i32) {
    const rows = (n + 3) & ~3, panels = (samples + 3) >> 2;
    this.n = rows;
    this.panels = panels;
    this.values = new StaticArray<f64>(4 * panels * rows);
  }
}

/** Place of number i of sample b in `values`. */
// @ts-ignore: decorator
@inline
export function placeOf(batch: Batch, b: i32, i: i32): i32 {
  return 4 * ((b >> 2) * batch.n + i) + (b & 3);
}

/** Sample b ← the n numbers of `rows` from `at` on. */
export function setSample(batch: Batch, b: i32, rows: StaticArray<f64>, at: i32, n: i32): void {
  const values = batch.values;
  for (let i = 0, to = placeOf(batch, b, 0); i < n; ++i, to += 4) values[to] = rows[at + i];
}

/** Sample b ← 0. */
export function clearSample(batch: Batch, b: i32): void {
  for (let i = 0, at = placeOf(batch, b, 0); i < batch.n; ++i, at += 4) batch.values[at] = 0;
}

/** |x_b|² of sample b. */
export function squaredNorm(batch: Batch, b: i32): f64 {
  const values = batch.values;
  const from = placeOf(batch, b, 0);
  let sum: f64 = 0;
  for (let i = 0; i < batch.n; ++i) sum += values[from + 4 * i] * values[from + 4 * i];
  return sum;
}

/** Negative numbers ← 0. */
export function rectify(batch: Batch): void {
  for (let at = changetype<usize>(batch.values), end = at + bytesOf(batch); at < end; at += 16) {
    v128.store(at, f64x2.pmax(f64x2.splat(0), v128.load(at)));
  }
}

/** Numbers of x ← 0 where those of y, of the same shape, are not positive. */
export function mask(x: Batch, y: Batch): void {
  assert(x.values.length == y.values.length, 'mask: x and y must have one shape');
  const shift = changetype<usize>(y.values) - changetype<usize>(x.values);
  for (let at = changetype<usize>(x.values), end = at + bytesOf(x); at < end; at += 16) {
    v128.store(at, v128.and(v128.load(at), f64x2.gt(v128.load(at + shift), f64x2.splat(0))));
  }
}

function bytesOf(batch: Batch): usize {
  return <usize>batch.values.length << 3;
}
