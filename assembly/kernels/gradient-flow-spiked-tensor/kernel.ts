/**
 * Gradient flow of the spiked tensor on the sphere |x|² = N.
 *
 *   ẋ = F − (F · x/N) x,   F = −∇H of `models/spiked-tensor`                                    (1)
 *   x ← √N y/|y|,   y = x + dt (F − (F · x/N) x)                                                (2)
 *
 * (2) is that of `models/tensor-descent`, first order in dt.
 *
 * Source: Ros, Ben Arous, Biroli, Cammarota, Phys. Rev. X 9 (2019) 011003, for the landscape.
 */
import { stream } from '../../lib/random';
import { pointAtOverlap } from '../../lib/sphere';
import { draw } from '../../models/spiked-tensor';
import { Stream } from '../../models/streams';
import { descend, Descent, look, prepare } from '../../models/tensor-descent';

@unmanaged class Setup { N: f64; m0: f64; }
@unmanaged class Params { r: f64; dt: f64; }
@unmanaged class Observables { t: f64; overlap: f64; energy: f64; gradientNorm: f64; }

const setup = changetype<Setup>(memory.data(offsetof<Setup>(), 8));
const params = changetype<Params>(memory.data(offsetof<Params>(), 8));
const obs = changetype<Observables>(memory.data(offsetof<Observables>(), 8));

let descent!: Descent;

/** Draws the instance and a start of overlap m0 (m0 = 0: anywhere on the sphere). */
export function init(seed: u32): void {
  descent = prepare(seed, draw(seed, <i32>setup.N));
  pointAtOverlap(stream(seed, Stream.start), descent.model.signal, setup.m0, descent.x);
  look(descent, params.r);
  obs.t = 0;
  measure();
}

/** One step of (2). */
export function step(): void {
  descend(descent, params.r, params.dt);
  obs.t += params.dt;
  measure();
}

function measure(): void {
  obs.overlap = descent.overlap;
  obs.energy = descent.energy;
  obs.gradientNorm = descent.gradientNorm;
}

export function setupPtr(): usize { return changetype<usize>(setup); }
export function paramsPtr(): usize { return changetype<usize>(params); }
export function observablesPtr(): usize { return changetype<usize>(obs); }
export function fieldPtr(k: i32): usize {
  if (k == 0) return changetype<usize>(descent.x);
  if (k == 1) return changetype<usize>(descent.model.signal);
  return changetype<usize>(descent.position);
}
