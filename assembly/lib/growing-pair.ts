/**
 * A symmetric matrix S and a strictly lower triangular matrix L that grow together, row by row, and their products with
 * vectors of the present size n:
 *
 *   x = S a + L b,   y = Lᵀ a                                                                  (1)
 *
 * A term of a row serves its column as well, and S and L meet the same two vectors, so that (1) is one pass over the n²
 * numbers below the diagonals: two products and two sums for each that comes from memory, which is the bottleneck
 * beyond the caches.
 *
 * Layout: four rows 4g … 4g+3 are a panel, a panel is 2g + 2 pairs of columns one after another, and a pair is four
 * vectors of S, one per row, and four of L: one stream in memory, two cache lines at a time. The last two pairs lie on
 * the diagonal, where S is stored whole; what is not yet there is zero. Lanes [pair, 8]: a, b, x and y of two columns.
 *
 * Errors: rounding of a plain sum in f64, O(n 2⁻⁵³).
 */
import { acrossLanes, addProduct } from './double-lanes';
import { zeros } from './zeros';

/** Bytes of a pair of columns: in a panel, and in the lanes. */
const PAIR: usize = 128;
const LANE: usize = 64;

/** S and L with room for `capacity` rows, none there yet. */
export class GrowingPair {
  readonly panels: StaticArray<f64>; // [g, 2g + 2, 2, 4, 2] four rows of S and L, two columns at a time
  readonly lanes: StaticArray<f64>; // [pair, 4, 2] operands and sums

  constructor(readonly capacity: i32) {
    const count = (capacity + 3) >> 2;
    this.panels = zeros(16 * count * (count + 1));
    this.lanes = new StaticArray<f64>(16 * count);
  }
}

/** Place in `panels` of S_ij where j is at most in the block of i. That of L_ij is 8 numbers further. */
// @ts-ignore: decorator
@inline
function place(i: i32, j: i32): i32 {
  const g = i >> 2;
  return 16 * (g * (g + 1) + (j >> 1)) + 2 * (i & 3) + (j & 1);
}

/** Row i is s_{from} … s_{from + i} and l_{from} … l_{from + i − 1}, after rows 0 … i − 1. */
export function setRow(pair: GrowingPair, i: i32, s: StaticArray<f64>, l: StaticArray<f64>, from: i32): void {
  const panels = pair.panels;
  assert(i < pair.capacity, 'setRow: the row must be below the capacity');
  for (let j = 0; j < i; ++j) {
    panels[place(i, j)] = s[from + j];
    panels[place(i, j) + 8] = l[from + j];
  }
  for (let j = i & ~3; j <= i; ++j) panels[place(j, i)] = panels[place(i, j)] = s[from + j];
}

/** x and y [n] = (1) for a and b [n], with the first n rows. The arrays may be longer, and a and b are others than x and y. */
export function products(
  pair: GrowingPair, n: i32, a: StaticArray<f64>, b: StaticArray<f64>, x: StaticArray<f64>, y: StaticArray<f64>,
): void {
  const first = changetype<usize>(pair.lanes);
  const count = (n + 3) >> 2;
  spread(a, n, first);
  spread(b, n, first + 16);
  for (let at = first, end = first + 2 * <usize>count * LANE; at < end; at += LANE) {
    v128.store(at, f64x2.splat(0), 32);
    v128.store(at, f64x2.splat(0), 48);
  }
  let P = changetype<usize>(pair.panels);
  for (let g = 0; g < count; ++g) P = panel(P, first, first + 2 * <usize>g * LANE);
  collect(first + 32, n, x);
  collect(first + 48, n, y);
}

/** Adds the panel at P, whose own columns have their lanes at `own`, to the sums; returns where the next panel is. */
// @ts-ignore: decorator
@inline
function panel(P: usize, first: usize, own: usize): usize {
  const a0 = v128.load64_splat(own), a1 = v128.load64_splat(own, 8);
  const a2 = v128.load64_splat(own, 64), a3 = v128.load64_splat(own, 72);
  let x0 = f64x2.splat(0), x1 = f64x2.splat(0), x2 = f64x2.splat(0), x3 = f64x2.splat(0);
  for (let at = first; at < own + 2 * LANE; at += LANE) {
    // loads stand next to their use: the fifteen registers that V8 has on x86 are enough
    const a = v128.load(at);
    const s0 = v128.load(P), s1 = v128.load(P, 16);
    x0 = addProduct(x0, a, s0);
    x1 = addProduct(x1, a, s1);
    const s01 = twoProducts(a0, s0, a1, s1);
    const s2 = v128.load(P, 32), s3 = v128.load(P, 48);
    x2 = addProduct(x2, a, s2);
    x3 = addProduct(x3, a, s3);
    if (at < own) v128.store(at, f64x2.add(v128.load(at, 32), f64x2.add(s01, twoProducts(a2, s2, a3, s3))), 32);
    const b = v128.load(at, 16);
    const l0 = v128.load(P, 64), l1 = v128.load(P, 80);
    x0 = addProduct(x0, b, l0);
    x1 = addProduct(x1, b, l1);
    const l01 = twoProducts(a0, l0, a1, l1);
    const l2 = v128.load(P, 96), l3 = v128.load(P, 112);
    x2 = addProduct(x2, b, l2);
    x3 = addProduct(x3, b, l3);
    v128.store(at, f64x2.add(v128.load(at, 48), f64x2.add(l01, twoProducts(a2, l2, a3, l3))), 48);
    P += PAIR;
  }
  v128.store(own, f64x2.add(v128.load(own, 32), acrossLanes(x0, x1)), 32);
  v128.store(own, f64x2.add(v128.load(own, 96), acrossLanes(x2, x3)), 96);
  return P;
}

/** v [n] into the lanes at `at`, and zeros up to a whole panel. */
function spread(v: StaticArray<f64>, n: i32, at: usize): void {
  for (let i = 0; i < n; ++i) store<f64>(at + lane(i), v[i]);
  for (let i = n; i & 3; ++i) store<f64>(at + lane(i), 0);
}

/** The way back. */
function collect(at: usize, n: i32, v: StaticArray<f64>): void {
  for (let i = 0; i < n; ++i) v[i] = load<f64>(at + lane(i));
}

/** Bytes from the lanes of the first two columns to the place of column i. */
// @ts-ignore: decorator
@inline
function lane(i: i32): usize {
  return <usize>(i >> 1) * LANE + (<usize>(i & 1) << 3);
}

/** u0 v0 + u1 v1, lane by lane. */
// @ts-ignore: decorator
@inline
function twoProducts(u0: v128, v0: v128, u1: v128, v1: v128): v128 {
  return f64x2.add(f64x2.mul(u0, v0), f64x2.mul(u1, v1));
}
