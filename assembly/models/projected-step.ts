/**
 * A point on the sphere |x|² = N under a force F, and its step, with or without noise.
 *
 *   dx = P_x (F dt + √(2T) dB) − (1 − 1/N) T x dt                                               (1)
 *   y = x + P_x (dt F + √(2T dt) z),   x ← √N y/|y|,   z standard normal                        (2)
 *
 * (1) is an Itô equation: Brownian motion on the sphere, of drift −μx with
 *
 *   μ = F · x/N + (1 − 1/N) T                                                                   (3)
 *
 * Euler–Maruyama with the normalisation of (2) has the drift of (1) by itself: |y|² = N + 2T dt (N − 1) on average.
 *
 * Errors: (2) is of first order in dt, weakly, and so is its equilibrium.
 */
import { normal } from '../lib/normal';
import { Random } from '../lib/random';
import { overlap, renormalise, tangent } from '../lib/sphere';
import { addScaled } from '../lib/vector';

export class SpherePoint {
  readonly x: StaticArray<f64>; // [N] point on the sphere
  readonly force: StaticArray<f64>; // [N] tangential part of F
  radial: f64 = 0; // F · x/N

  constructor(N: i32) {
    this.x = new StaticArray<f64>(N);
    this.force = new StaticArray<f64>(N);
  }
}

/** Splits `force`, which is F, into its radial and its tangential part. */
export function split(point: SpherePoint): void {
  point.radial = overlap(point.force, point.x);
  addScaled(point.force, -point.radial, point.x);
}

/** The multiplier (3). */
export function multiplier(point: SpherePoint, temperature: f64): f64 {
  return point.radial + temperature * (1 - 1 / <f64>point.x.length);
}

/** Adds the noise of (2) to the tangential force: over a time dt it moves x by √(2T dt) P_x z. */
export function shake(point: SpherePoint, temperature: f64, dt: f64, random: Random): void {
  const force = point.force;
  const amplitude = Math.sqrt((2 * temperature) / dt);
  for (let i = 0, N = force.length; i < N; ++i) force[i] += amplitude * normal(random);
  tangent(point.x, force);
}

/** Goes along the tangential force for a time dt: (2). */
export function move(point: SpherePoint, dt: f64): void {
  addScaled(point.x, dt, point.force);
  renormalise(point.x);
}
