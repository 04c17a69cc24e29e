/**
 * Approximate message passing on the spiked matrix-tensor model of order 3, for any denoiser that rescales its field.
 *
 *   Bᵗ = F(x̂ᵗ) − σₜ f″(x̂ᵗ · x̂ᵗ⁻¹ / N) x̂ᵗ⁻¹,   F and f of `models/spiked-matrix-tensor`          (1)
 *   x̂ᵗ⁺¹ = Bᵗ/κ,   σₜ₊₁ = 1/κ,   κ a function of |Bᵗ|²/N,   x̂⁻¹ = 0                             (2)
 *
 * f″ = 1/Δ₂ + 2q/Δ₃ at the overlap of consecutive iterates is the Onsager term. It takes from Bᵗ what x̂ᵗ⁻¹ has told to
 * itself, so that Bᵗ is the signal plus independent noise, which state evolution describes. σₜ is the mean derivative
 * of x̂ᵗ by its field, up to O(1/N).
 *
 * Source: Sarao Mannelli, Biroli, Cammarota, Krzakala, Urbani, Zdeborová, Phys. Rev. X 10 (2020) 011057.
 */
import { overlap } from '../lib/sphere';
import { addScaled, copy, scale } from '../lib/vector';
import { fPrime, fSecond, noise, SpikedMatrixTensor } from './spiked-matrix-tensor';

export class Messages {
  readonly xhat: StaticArray<f64>; // [N] estimate x̂ᵗ
  readonly xprev: StaticArray<f64>; // [N] x̂ᵗ⁻¹
  readonly B: StaticArray<f64>; // [N] field Bᵗ
  sigma: f64 = 0; // σₜ, of no effect before the second step

  constructor(N: i32) {
    this.xhat = new StaticArray<f64>(N);
    this.xprev = new StaticArray<f64>(N);
    this.B = new StaticArray<f64>(N);
  }
}

/** B = (1); returns |B|²/N. */
export function field(model: SpikedMatrixTensor, delta2: f64, delta3: f64, messages: Messages): f64 {
  const B = messages.B;
  const onsager = messages.sigma * fSecond(overlap(messages.xhat, messages.xprev), delta2, delta3);
  noise(model, delta2, delta3, messages.xhat, B);
  addScaled(B, fPrime(overlap(messages.xhat, model.signal), delta2, delta3), model.signal);
  addScaled(B, -onsager, messages.xprev);
  return overlap(B, B);
}

/** The next estimate (2). */
export function denoise(messages: Messages, kappa: f64): void {
  copy(messages.xhat, messages.xprev);
  copy(messages.B, messages.xhat);
  scale(messages.xhat, 1 / kappa);
  messages.sigma = 1 / kappa;
}

/** |x̂ᵗ − x̂ᵗ⁻¹|/√N */
export function lastMove(messages: Messages): f64 {
  const xhat = messages.xhat;
  const xprev = messages.xprev;
  let square: f64 = 0;
  for (let i = 0, N = xhat.length; i < N; ++i) square += (xhat[i] - xprev[i]) ** 2;
  return Math.sqrt(square / <f64>xhat.length);
}
