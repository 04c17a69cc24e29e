/**
 * Maximum-likelihood AMP for the spiked matrix-tensor model of order 3: the message passing that looks for the ground
 * state of H on the sphere, Bayes-optimal AMP at zero temperature.
 *
 *   Bᵗ = F(x̂ᵗ) − σₜ f″(x̂ᵗ · x̂ᵗ⁻¹ / N) x̂ᵗ⁻¹,   F and f of `models/spiked-matrix-tensor`          (1)
 *   x̂ᵗ⁺¹ = Bᵗ/κ,   σₜ₊₁ = 1/κ,   κ = |Bᵗ|/√N                                                   (2)
 *   start: x̂⁰ on the sphere at overlap m₀ (m₀ = 0: anywhere),   x̂⁻¹ = 0                          (3)
 *   a fixed point has F(x̂) = (κ + f″(1)/κ) x̂, so it is a stationary point of H on the sphere     (4)
 *
 * (1) is that of `models/approximate-message-passing`. |x̂ᵗ|² = N always, so nothing diverges, whatever the noise.
 * Where the iteration is unstable (small overlap, before the signal is found, or at all times where it cannot be) x̂ᵗ
 * never settles, while its overlap follows state evolution all the same; `change` tells the two apart. There is no
 * damping: a damped iterate is no function of one field, and its Onsager term would have to take back all earlier ones.
 *
 * Source: Sarao Mannelli, Krzakala, Urbani, Zdeborová, ICML (2019) 4333.
 */
import { stream } from '../../lib/random';
import { overlap, pointAtOverlap } from '../../lib/sphere';
import { denoise, field, lastMove, Messages } from '../../models/approximate-message-passing';
import { draw, SpikedMatrixTensor } from '../../models/spiked-matrix-tensor';
import { Stream } from '../../models/streams';

@unmanaged class Setup { N: f64; m0: f64; }
@unmanaged class Params { delta2: f64; delta3: f64; }
@unmanaged class Observables { t: f64; overlap: f64; change: f64; }

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
  pointAtOverlap(stream(seed, Stream.start), model.signal, setup.m0, messages.xhat);
  obs.t = 0;
  measure();
}

/** One iteration of (1) and (2). */
export function step(): void {
  denoise(messages, Math.sqrt(field(model, params.delta2, params.delta3, messages)));
  obs.t += 1;
  measure();
}

/** Overlap and last move of x̂. */
function measure(): void {
  obs.overlap = overlap(messages.xhat, model.signal);
  obs.change = lastMove(messages);
}

export function setupPtr(): usize { return changetype<usize>(setup); }
export function paramsPtr(): usize { return changetype<usize>(params); }
export function observablesPtr(): usize { return changetype<usize>(obs); }
export function fieldPtr(k: i32): usize {
  if (k == 0) return changetype<usize>(messages.xhat);
  return changetype<usize>(model.signal);
}
