/**
 * A point on the sphere |x|² = N that descends the landscape of the spiked tensor, from wherever it was put.
 *
 *   ẋ = F − (F · x/N) x,   F = −∇H of `spiked-tensor.ts`                                        (1)
 *   x ← √N y/|y|,   y = x + dt (F − (F · x/N) x)                                                (2)
 *
 * (2) is projected Euler: first order in dt, stable while dt is below 2 over the largest eigenvalue of the Hessian,
 * about μ + 2√3 with μ = F · x/N (√3 = √f″(1) is the width of the bulk).
 */
import { stream } from '../lib/random';
import { overlap, renormalise, tangent } from '../lib/sphere';
import { addScaled, copy, norm } from '../lib/vector';
import { drawGlobe, Globe, project } from './globe';
import { addSignal, noise, signalEnergy, SpikedTensor } from './spiked-tensor';
import { Stream } from './streams';

export class Descent {
  readonly x: StaticArray<f64>; // [N] point on the sphere
  readonly noiseForce: StaticArray<f64>; // [N] noise part of F(x)
  readonly force: StaticArray<f64>; // [N] tangential part of F(x)
  readonly position: StaticArray<f64>; // [3] x on the globe whose north pole is the signal
  overlap: f64 = 0; // with the signal
  energy: f64 = 0; // H/N
  gradientNorm: f64 = 0; // |∇H| on the sphere over √N

  constructor(
    readonly model: SpikedTensor,
    readonly globe: Globe,
  ) {
    this.x = new StaticArray<f64>(model.N);
    this.noiseForce = new StaticArray<f64>(model.N);
    this.force = new StaticArray<f64>(model.N);
    this.position = new StaticArray<f64>(3);
  }
}

/** A descent of the instance, on the globe of the seed; its x is still to be put on the sphere. */
export function prepare(seed: u32, model: SpikedTensor): Descent {
  return new Descent(model, drawGlobe(stream(seed, Stream.globe), model.signal));
}

/** Measures at x: the noise force, once for the energy and for the next step, and all that follows from it. */
export function look(descent: Descent, r: f64): void {
  const model = descent.model;
  const noiseEnergy = noise(model, descent.x, descent.noiseForce);
  descent.overlap = overlap(descent.x, model.signal);
  descent.energy = noiseEnergy + signalEnergy(r, descent.overlap);
  pull(descent, r);
  descent.gradientNorm = norm(descent.force) / Math.sqrt(<f64>model.N);
  project(descent.globe, descent.x, descent.position);
}

/** One step of (2), and a look. */
export function descend(descent: Descent, r: f64, dt: f64): void {
  pull(descent, r);
  addScaled(descent.x, dt, descent.force);
  renormalise(descent.x);
  look(descent, r);
}

/** The right-hand side of (1), from the noise force at x and the present r. */
function pull(descent: Descent, r: f64): void {
  copy(descent.noiseForce, descent.force);
  addSignal(descent.model, r, descent.overlap * descent.overlap, descent.force);
  tangent(descent.x, descent.force);
}
