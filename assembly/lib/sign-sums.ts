/**
 * Weighted sums of sign vectors, out = Σ_k c_k f^k, in f32.
 *
 * A sign is kept as the f32 1 or −1, rows [capacity, N rounded up to a multiple of 4]. Every sum is added up in the order
 * of k: whole numbers are exact up to 2²⁴, others have an error of at most K 2⁻²⁴ Σ|c|.
 */

export class SignTable {
  readonly stride: i32;
  readonly values: StaticArray<f32>; // [capacity, stride]

  constructor(readonly N: i32, capacity: i32) {
    const stride = (N + 15) & ~15;
    this.stride = stride;
    this.values = new StaticArray<f32>(capacity * stride);
  }
}

/** f^k ← the first N of `signs`, each 1 or −1. */
export function setTerm(table: SignTable, k: i32, signs: StaticArray<i16>): void {
  for (let i = 0, N = table.N; i < N; ++i) table.values[k * table.stride + i] = <f32>signs[i];
}

/** out [stride] ← Σ_{k<K} c_k f^k; sixteen components stay in registers while k runs. */
export function weightedSum(table: SignTable, c: StaticArray<f32>, K: i32, out: StaticArray<f32>): void {
  const step = <usize>table.stride << 2;
  const weights = changetype<usize>(c), end = weights + ((<usize>K) << 2);
  for (let i: usize = 0; i < step; i += 64) {
    let s0 = f32x4.splat(0), s1 = s0, s2 = s0, s3 = s0;
    for (let at = changetype<usize>(table.values) + i, weight = weights; weight < end; weight += 4, at += step) {
      const w = v128.load32_splat(weight);
      s0 = f32x4.add(s0, f32x4.mul(w, v128.load(at)));
      s1 = f32x4.add(s1, f32x4.mul(w, v128.load(at, 16)));
      s2 = f32x4.add(s2, f32x4.mul(w, v128.load(at, 32)));
      s3 = f32x4.add(s3, f32x4.mul(w, v128.load(at, 48)));
    }
    const to = changetype<usize>(out) + i;
    v128.store(to, s0);
    v128.store(to, s1, 16);
    v128.store(to, s2, 32);
    v128.store(to, s3, 48);
  }
}
