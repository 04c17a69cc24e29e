/**
 * A weighted sum of two vectors of f32.
 *
 *   out_i = a x_i + b y_i                                                                     (1)
 *
 * Errors: weights, products and sum are rounded to f32, 2⁻²⁴ of |a x_i| + |b y_i| each.
 */

/** Bytes that one turn of the loop takes. */
const TURN: usize = 64;

/** out ← (1); all three of one length. */
export function blend(a: f32, x: StaticArray<f32>, b: f32, y: StaticArray<f32>, out: StaticArray<f32>): void {
  const n = out.length;
  assert(x.length == n && y.length == n, 'blend: vectors must have one length');
  const A = f32x4.splat(a), B = f32x4.splat(b);
  let X = changetype<usize>(x), Y = changetype<usize>(y), to = changetype<usize>(out);
  for (const end = X + ((<usize>n << 2) & ~(TURN - 1)); X < end; X += TURN, Y += TURN, to += TURN) {
    const s0 = sum(A, v128.load(X), B, v128.load(Y));
    const s1 = sum(A, v128.load(X, 16), B, v128.load(Y, 16));
    const s2 = sum(A, v128.load(X, 32), B, v128.load(Y, 32));
    const s3 = sum(A, v128.load(X, 48), B, v128.load(Y, 48));
    v128.store(to, s0);
    v128.store(to, s1, 16);
    v128.store(to, s2, 32);
    v128.store(to, s3, 48);
  }
  for (let i = n & ~15; i < n; ++i) out[i] = a * x[i] + b * y[i];
}

// @ts-ignore: decorator
@inline
function sum(A: v128, x: v128, B: v128, y: v128): v128 {
  return f32x4.add(f32x4.mul(A, x), f32x4.mul(B, y));
}
