/** What the tests of lib call, as one module: its functions, and numbers and arrays made for them. */
import { tail } from '../normal';
import { Random, uniform } from '../random';
import { SymmetricMatrix } from '../symmetric-matrix';

export { jump, next, splitMix, stream, uniform } from '../random';
export { fillNormal, normal } from '../normal';
export { addScaled, copy, dot, norm, scale } from '../vector';
export { overlap, pointAtOverlap, randomPoint, renormalise, tangent } from '../sphere';
export { apply, gaussian as gaussianMatrix, get, rankTwo, set } from '../symmetric-matrix';
export { coefficient, contract, gaussian as gaussianTensor, gradient, partialTrace } from '../symmetric-tensor';

export function vector(N: i32): StaticArray<f64> {
  return new StaticArray<f64>(N);
}

export function matrix(N: i32): SymmetricMatrix {
  return new SymmetricMatrix(N);
}

export function fromState(s0: u64, s1: u64, s2: u64, s3: u64): Random {
  const random = new Random();
  random.s0 = s0;
  random.s1 = s1;
  random.s2 = s2;
  random.s3 = s3;
  return random;
}

/** out [n] of numbers uniform in [0, 1). */
export function fillUniform(random: Random, out: StaticArray<f64>): void {
  for (let i = 0, n = out.length; i < n; ++i) out[i] = uniform(random);
}

/** out [n] of excesses over the base layer of the ziggurat. */
export function fillTail(random: Random, out: StaticArray<f64>): void {
  for (let i = 0, n = out.length; i < n; ++i) out[i] = tail(random);
}
