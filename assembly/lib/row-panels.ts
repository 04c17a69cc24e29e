/**
 * Tall matrices of f32, of which one pass takes the products with a vector and a weighted sum of the rows:
 *
 *   p_r = x_r · v,   out = Σ_r u_r x_r,   where the weights u are any function of the products p    (1)
 *
 * Every row is read from memory once: four of them are multiplied, weighed and added while they are in the cache.
 *
 * Layout [⌈M/4⌉, ⌈N/4⌉, 4, 4]: four rows are a panel, one stream in memory; a block is four vectors, one per row, of four
 * columns. So the first rows of a matrix are where they are in every longer one. Entries beyond M and N are zero.
 *
 * Errors: entries, v and u are rounded to f32 (2⁻²⁴ relative). A term of a product passes at most N/4 + 5 roundings of
 * 2⁻²⁴, a term of the sum at most M/4 + 6.
 */
import { addProduct, combine, gather, scatter, scratch, STRIDE, sums } from './lanes';

/** An M × N matrix, made zero. */
export class RowPanels {
  readonly panels: i32;
  readonly values: StaticArray<f32>; // [panels, ⌈N/4⌉, 4, 4]
  readonly scratch: StaticArray<f32>; // [⌈N/4⌉, 2, 4] v and sums
  readonly four: StaticArray<f64>; // [4] products of a panel, then its weights

  constructor(readonly M: i32, readonly N: i32) {
    const panels = (M + 3) >> 2;
    this.panels = panels;
    this.values = new StaticArray<f32>(16 * panels * ((N + 3) >> 2));
    this.scratch = scratch(N);
    this.four = new StaticArray<f64>(4);
  }
}

/** How the rows are weighed in (1). */
export abstract class Weighing {
  /** Turns the products `four` of the rows `first` … `first` + 3, some of which may lie beyond the last, into weights. */
  abstract weigh(first: i32, four: StaticArray<f64>): void;
}

/** Place of entry i of row r in `values`. */
// @ts-ignore: decorator
@inline
function place(X: RowPanels, r: i32, i: i32): i32 {
  return 16 * ((r >> 2) * ((X.N + 3) >> 2) + (i >> 2)) + 4 * (r & 3) + (i & 3);
}

/** X_ri */
export function getEntry(X: RowPanels, r: i32, i: i32): f64 {
  return X.values[place(X, r, i)];
}

/** X_ri ← value */
export function setEntry(X: RowPanels, r: i32, i: i32, value: f64): void {
  X.values[place(X, r, i)] = <f32>value;
}

/** out [N] ← (1) for v [N], which may be out. */
export function weighRows(X: RowPanels, v: StaticArray<f64>, weighing: Weighing, out: StaticArray<f64>): void {
  const N = X.N, four = X.four;
  assert(v.length == N && out.length == N, 'weighRows: v and out must have the length N of a row');
  const first = changetype<usize>(X.scratch);
  const end = first + ((N + 3) >> 2) * STRIDE;
  const panel = (end - first) << 1;
  let A = changetype<usize>(X.values);
  scatter(v, first, 0);
  for (let k = 0; k < X.panels; ++k, A += panel) {
    multiply(A, first, end, four);
    weighing.weigh(4 * k, four);
    add(A, first, end, four);
  }
  out.fill(0);
  gather(first, N, out);
}

/** four ← the products of the panel at A with the operand of the scratch. */
// @ts-ignore: decorator
@inline
function multiply(A: usize, first: usize, end: usize, four: StaticArray<f64>): void {
  let r0 = f32x4.splat(0), r1 = f32x4.splat(0), r2 = f32x4.splat(0), r3 = f32x4.splat(0);
  for (let j = first; j < end; j += STRIDE, A += 64) {
    const v = v128.load(j);
    r0 = addProduct(r0, v128.load(A), v);
    r1 = addProduct(r1, v128.load(A, 16), v);
    r2 = addProduct(r2, v128.load(A, 32), v);
    r3 = addProduct(r3, v128.load(A, 48), v);
  }
  const p = sums(r0, r1, r2, r3), to = changetype<usize>(four);
  v128.store(to, f64x2.promote_low_f32x4(p));
  v128.store(to, f64x2.promote_low_f32x4(v128.shuffle<f32>(p, p, 2, 3, 2, 3)), 16);
}

/** Adds the rows of the panel at A, weighed, to the sums of the scratch. */
// @ts-ignore: decorator
@inline
function add(A: usize, first: usize, end: usize, four: StaticArray<f64>): void {
  const u0 = f32x4.splat(<f32>four[0]), u1 = f32x4.splat(<f32>four[1]);
  const u2 = f32x4.splat(<f32>four[2]), u3 = f32x4.splat(<f32>four[3]);
  for (let j = first; j < end; j += STRIDE, A += 64) {
    const rows = combine(v128.load(A), u0, v128.load(A, 16), u1, v128.load(A, 32), u2, v128.load(A, 48), u3);
    v128.store(j, f32x4.add(v128.load(j, 16), rows), 16);
  }
}
