/**
 * f64 vectors in and out of the four-lane f32 scratch of the SIMD loops, and sums across lanes.
 *
 * Scratch [⌈N/4⌉, 2, 4]: block b holds first a vector of the operand, x_{4b} … x_{4b+3}, then a vector of sums. One
 * pointer serves both: offset 0 reads the operand, offset 16 the sums. Entries beyond N are zero.
 */

/** Bytes from one block of scratch to the next. */
export const STRIDE: usize = 32;

/** New scratch for vectors of length N, all zero. */
export function scratch(N: i32): StaticArray<f32> {
  return new StaticArray<f32>(((N + 3) >> 2) * 8);
}

/** Rounds x [N] to f32 into the operands (`offset` 0) or the sums (`offset` 16) of the scratch at `at`. */
export function scatter(x: StaticArray<f64>, at: usize, offset: usize): void {
  for (let i = 0, N = x.length; i < N; ++i) {
    store<f32>(at + (i >> 2) * STRIDE + ((i & 3) << 2) + offset, <f32>x[i]);
  }
}

/** Adds the first n sums of the scratch at `at` to out in f64 and clears them. */
export function gather(at: usize, n: i32, out: StaticArray<f64>): void {
  for (let i = 0; i < n; ++i) {
    const sum = at + (i >> 2) * STRIDE + ((i & 3) << 2);
    out[i] += <f64>load<f32>(sum, 16);
    store<f32>(sum, 0, 16);
  }
}

/** Sum of the four lanes of v. */
// @ts-ignore: decorator
@inline
export function sum(v: v128): f64 {
  const lower = f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1);
  const upper = f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3);
  return <f64>(lower + upper);
}

/** The vector of the four sums over lanes of r0, r1, r2 and r3. */
// @ts-ignore: decorator
@inline
export function sums(r0: v128, r1: v128, r2: v128, r3: v128): v128 {
  const r01 = f32x4.add(v128.shuffle<f32>(r0, r1, 0, 4, 1, 5), v128.shuffle<f32>(r0, r1, 2, 6, 3, 7));
  const r23 = f32x4.add(v128.shuffle<f32>(r2, r3, 0, 4, 1, 5), v128.shuffle<f32>(r2, r3, 2, 6, 3, 7));
  return f32x4.add(v128.shuffle<f32>(r01, r23, 0, 1, 4, 5), v128.shuffle<f32>(r01, r23, 2, 3, 6, 7));
}

/** a0 b0 + a1 b1 + a2 b2 + a3 b3, lane by lane. */
// @ts-ignore: decorator
@inline
export function combine(a0: v128, b0: v128, a1: v128, b1: v128, a2: v128, b2: v128, a3: v128, b3: v128): v128 {
  return f32x4.add(
    f32x4.add(f32x4.mul(a0, b0), f32x4.mul(a1, b1)),
    f32x4.add(f32x4.mul(a2, b2), f32x4.mul(a3, b3)),
  );
}

/** a + b c, lane by lane, rounded after the product and after the sum. */
// @ts-ignore: decorator
@inline
export function addProduct(a: v128, b: v128, c: v128): v128 {
  return f32x4.add(a, f32x4.mul(b, c));
}
