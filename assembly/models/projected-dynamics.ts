/**
 * A point on the sphere |x|² = N that descends the landscape of the spiked matrix-tensor model, with or without noise.
 *
 *   H(x) = −xᵀW₂x / √(2NΔ₂) − w W₃(x,x,x) / (N√(3Δ₃)) − N [m²/(2Δ₂) + w m³/(3Δ₃)],   w = Δ₃/Δ₃ᵉᶠᶠ   (1)
 *   F = −∇H, and a step of `projected-step.ts`                                                  (2)
 *
 * (1) is `spiked-matrix-tensor.ts` at w = 1; Δ₃ᵉᶠᶠ is the noise of the tensor that the Hamiltonian assumes, while the
 * data have Δ₃. The noise part of (1) is that of a tensor of noise (Δ₃ᵉᶠᶠ)²/Δ₃, the signal part that of one of noise
 * Δ₃ᵉᶠᶠ. Errors: F is a sum of f32 numbers contracted in f32.
 */
import { overlap } from '../lib/sphere';
import { apply } from '../lib/symmetric-matrix';
import { gradient } from '../lib/symmetric-tensor';
import { addScaled, scale } from '../lib/vector';
import { SpherePoint, split } from './projected-step';
import { f, fPrime, matrixWeight, SpikedMatrixTensor, tensorWeight } from './spiked-matrix-tensor';

export class Walker extends SpherePoint {
  readonly square: StaticArray<f64>; // [N] W₂x
  readonly cube: StaticArray<f64>; // [N] W₃(x,x,·)
  m: f64 = 0; // overlap with the signal

  constructor(readonly model: SpikedMatrixTensor) {
    super(model.N);
    this.square = new StaticArray<f64>(model.N);
    this.cube = new StaticArray<f64>(model.N);
  }
}

/** Contracts the noise at x: what the rest needs of it, whatever Δ₂, Δ₃ and Δ₃ᵉᶠᶠ are. */
export function look(walker: Walker): void {
  const model = walker.model;
  apply(model.W2, walker.x, walker.square);
  gradient(model.W3, walker.x, walker.cube);
  walker.m = overlap(walker.x, model.signal);
}

/** H/N of (1) at x. */
export function energy(walker: Walker, delta2: f64, delta3: f64, assumed: f64): f64 {
  const c2 = matrixWeight(walker.model.N, delta2);
  const c3 = tensorWeight(walker.model.N, (assumed * assumed) / delta3);
  const noise = c2 * overlap(walker.x, walker.square) + c3 * overlap(walker.x, walker.cube);
  return -noise - f(walker.m, delta2, assumed);
}

/** F at x into its radial and its tangential part. */
export function pull(walker: Walker, delta2: f64, delta3: f64, assumed: f64): void {
  const force = walker.force;
  scale(force, 0);
  addScaled(force, 2 * matrixWeight(walker.model.N, delta2), walker.square);
  addScaled(force, 3 * tensorWeight(walker.model.N, (assumed * assumed) / delta3), walker.cube);
  addScaled(force, fPrime(walker.m, delta2, assumed), walker.model.signal);
  split(walker);
}
