/**
 * Bayes-optimal AMP for the spiked matrix-tensor model of order 3, spherical prior.
 *
 *   Bᵗ = F(x̂ᵗ) − σₜ f″(x̂ᵗ · x̂ᵗ⁻¹ / N) x̂ᵗ⁻¹,   F and f of `models/spiked-matrix-tensor`          (1)
 *   x̂ᵗ⁺¹ = Bᵗ/κ,   σₜ₊₁ = 1/κ,   κ = ½ (1 + √(1 + 4 |Bᵗ|²/N))                                   (2)
 *   start: x̂⁰ = m₀ x* + √(m₀ − m₀²) z,   z uniform on the sphere, orthogonal to x*,   x̂⁻¹ = 0    (3)
 *
 * (1) is that of `models/approximate-message-passing`. (2) is the posterior mean on the sphere given the field B, its
 * norm estimated from B itself. (3) has the overlap and the norm m₀, so the Nishimori identity |x̂ᵗ|²/N = mᵗ and state
 * evolution hold from the first step up to O(N^(−1/2)); m₀ = 0 stays at zero, as state evolution does.
 *
 * Source: Sarao Mannelli, Biroli, Cammarota, Krzakala, Urbani, Zdeborová, Phys. Rev. X 10 (2020) 011057.
 */
import { stream } from '../../lib/random';
import { overlap, pointAtOverlap } from '../../lib/sphere';
import { scale } from '../../lib/vector';
import { denoise, field, lastMove, Messages } from '../../models/approximate-message-passing';
import { draw, SpikedMatrixTensor } from '../../models/spiked-matrix-tensor';
import { Stream } from '../../models/streams';

@unmanaged class Setup { N: f64; m0: f64; }
@unmanaged class Params { delta2: f64; delta3: f64; }
@unmanaged class Observables { t: f64; overlap: f64; norm: f64; change: f64; }

const setup = changetype<Setup>(memory.data(offsetof<Setup>(), 8));
const params = changetype<Params>(memory.data(offsetof<Params>(), 8));
const obs = changetype<Observables>(memory.data(offsetof<Observables>(), 8));

let model!: SpikedMatrixTensor;
let messages!: Messages;

/** Draws the instance and the start (3). */
export function init(seed: u32): void {
  const N = <i32>setup.N;
  model = draw(seed, N);
  messages = new Messages(N);
  pointAtOverlap(stream(seed, Stream.start), model.signal, Math.sqrt(setup.m0), messages.xhat);
  scale(messages.xhat, Math.sqrt(setup.m0));
  obs.t = 0;
  measure();
}

/** One iteration of (1) and (2). */
export function step(): void {
  const square = field(model, params.delta2, params.delta3, messages);
  denoise(messages, 0.5 * (1 + Math.sqrt(1 + 4 * square)));
  obs.t += 1;
  measure();
}

/** Overlap, norm and last move of x̂. */
function measure(): void {
  obs.overlap = overlap(messages.xhat, model.signal);
  obs.norm = overlap(messages.xhat, messages.xhat);
  obs.change = lastMove(messages);
}

export function setupPtr(): usize { return changetype<usize>(setup); }
export function paramsPtr(): usize { return changetype<usize>(params); }
export function observablesPtr(): usize { return changetype<usize>(obs); }
export function fieldPtr(k: i32): usize {
  if (k == 0) return changetype<usize>(messages.xhat);
  return changetype<usize>(model.signal);
}
