/**
 * Bayes-optimal AMP for the spiked matrix-tensor model of order 3, spherical prior.
 *
 *   Bᵗ = F(x̂ᵗ) − σₜ f″(x̂ᵗ · x̂ᵗ⁻¹ / N) x̂ᵗ⁻¹,   F and f of `models/spiked-matrix-tensor`          (1)
 *   x̂ᵗ⁺¹ = Bᵗ/κ,   σₜ₊₁ = 1/κ,   κ = ½ (1 + √(1 + 4 |Bᵗ|²/N))                                   (2)
 *   start: x̂⁰ = m₀ x* + √(m₀ − m₀²) z,   z uniform on the sphere, orthogonal to x*,   x̂⁻¹ = 0    (3)
 *
 * f″ = 1/Δ₂ + 2q/Δ₃ at the overlap of consecutive iterates is the Onsager term. (2) is the posterior mean on the sphere
 * given the field B, its norm estimated from B itself. (3) has the overlap and the norm m₀, so the Nishimori identity
 * |x̂ᵗ|²/N = mᵗ and state evolution hold from the first step up to O(N^(−1/2)); m₀ = 0 stays at zero, as state
 * evolution does.
 *
 * Source: Sarao Mannelli, Biroli, Cammarota, Krzakala, Urbani, Zdeborová, Phys. Rev. X 10 (2020) 011057.
 */
import { stream } from '../../lib/random';
import { overlap, pointAtOverlap } from '../../lib/sphere';
import { addScaled, copy, dot, scale } from '../../lib/vector';
import { draw, fPrime, fSecond, noise, SpikedMatrixTensor } from '../../models/spiked-matrix-tensor';
import { Stream } from '../../models/streams';

@unmanaged class Setup { N: f64; m0: f64; }
@unmanaged class Params { delta2: f64; delta3: f64; }
@unmanaged class Observables { t: f64; overlap: f64; norm: f64; change: f64; }

const setup = changetype<Setup>(memory.data(offsetof<Setup>(), 8));
const params = changetype<Params>(memory.data(offsetof<Params>(), 8));
const obs = changetype<Observables>(memory.data(offsetof<Observables>(), 8));

let model!: SpikedMatrixTensor;
let xhat!: StaticArray<f64>; // [N] estimate x̂ᵗ
let xprev!: StaticArray<f64>; // [N] x̂ᵗ⁻¹
let B!: StaticArray<f64>; // [N] field Bᵗ
let sigma: f64 = 0; // σₜ, of no effect before the second step

/** Draws the instance and the start (3). */
export function init(seed: u32): void {
  const N = <i32>setup.N;
  model = draw(seed, N);
  xhat = new StaticArray<f64>(N);
  xprev = new StaticArray<f64>(N);
  B = new StaticArray<f64>(N);
  sigma = 0;
  pointAtOverlap(stream(seed, Stream.start), model.signal, Math.sqrt(setup.m0), xhat);
  scale(xhat, Math.sqrt(setup.m0));
  obs.t = 0;
  measure();
}

/** One iteration of (1) and (2). */
export function step(): void {
  const delta2 = params.delta2;
  const delta3 = params.delta3;
  noise(model, delta2, delta3, xhat, B);
  addScaled(B, fPrime(obs.overlap, delta2, delta3), model.signal);
  addScaled(B, -sigma * fSecond(overlap(xhat, xprev), delta2, delta3), xprev);
  const kappa = 0.5 * (1 + Math.sqrt(1 + (4 * dot(B, B)) / setup.N));
  copy(xhat, xprev);
  copy(B, xhat);
  scale(xhat, 1 / kappa);
  sigma = 1 / kappa;
  obs.t += 1;
  measure();
}

/** Overlap, norm and last move of x̂. */
function measure(): void {
  obs.overlap = overlap(xhat, model.signal);
  obs.norm = overlap(xhat, xhat);
  let square: f64 = 0;
  for (let i = 0; i < model.N; ++i) square += (xhat[i] - xprev[i]) ** 2;
  obs.change = Math.sqrt(square / setup.N);
}

export function setupPtr(): usize { return changetype<usize>(setup); }
export function paramsPtr(): usize { return changetype<usize>(params); }
export function observablesPtr(): usize { return changetype<usize>(obs); }
export function fieldPtr(k: i32): usize {
  if (k == 0) return changetype<usize>(xhat);
  return changetype<usize>(model.signal);
}
