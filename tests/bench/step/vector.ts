/** Dense vectors of f64 in plain JavaScript, and the tensor and the globe of an instance. */
import { contract, gradient } from '../tensor/plain.ts';
import type { Instance } from './instance.ts';

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; ++i) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** a ← a + s b */
export function addScaled(a: Float64Array, s: number, b: Float64Array): void {
  for (let i = 0; i < a.length; ++i) (a[i] as number) += s * (b[i] as number);
}

/** a ← s a */
export function scale(a: Float64Array, s: number): void {
  for (let i = 0; i < a.length; ++i) (a[i] as number) *= s;
}

/** x ← √N x / |x| */
export function renormalise(x: Float64Array): void {
  scale(x, Math.sqrt(x.length / dot(x, x)));
}

/** Force of the tensor noise in f64, `factor` included: at a point, and the mean over points of second moment M. */
export function createNoise({ tensor, start }: Instance, factor: number) {
  const packed = new Float32Array(tensor);
  const x32 = new Float32Array(start.length);
  const out32 = new Float32Array(start.length);
  const store = (out: Float64Array) => {
    for (let i = 0; i < out.length; ++i) out[i] = factor * (out32[i] as number);
  };
  return {
    at(x: Float64Array, out: Float64Array): void {
      x32.set(x);
      gradient(packed, x32, out32);
      store(out);
    },
    over(M: Float32Array, out: Float64Array): void {
      contract(packed, M, out32);
      store(out);
    },
  };
}

/** out[3 k …] = the place on the globe of overlap m and shadow (a, b). */
export function place(m: number, a: number, b: number, out: Float64Array, k: number): void {
  const length = Math.hypot(a, b);
  const radius = Math.sqrt(1 - m * m);
  out[3 * k] = (radius * a) / length;
  out[3 * k + 1] = (radius * b) / length;
  out[3 * k + 2] = m;
}
