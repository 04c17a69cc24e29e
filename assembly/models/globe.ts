/**
 * A sphere in N dimensions drawn as a globe: a pole, and two random directions that give the longitude.
 *
 *   e₁, e₂ orthonormal and orthogonal to the pole, of random direction                          (1)
 *   x ↦ (√(1 − m²) cos φ, √(1 − m²) sin φ, m),   m = x · pole/N                                 (2)
 *   cos φ : sin φ = x · e₁ : x · e₂   (φ = 0 where both vanish)                                 (3)
 *
 * The latitude is exact. The longitude is that of a shadow: e₁ and e₂ hold a fraction of order 2/N of |x|².
 */
import { fillNormal } from '../lib/normal';
import { Random } from '../lib/random';
import { overlap, tangent } from '../lib/sphere';
import { addScaled, dot, norm, scale } from '../lib/vector';

export class Globe {
  constructor(
    readonly pole: StaticArray<f64>, // [N] |pole|² = N
    readonly e1: StaticArray<f64>, // [N]
    readonly e2: StaticArray<f64>, // [N]
  ) {}
}

/** Draws (1). `pole` [N ≥ 3] lies on the sphere |pole|² = N. */
export function drawGlobe(random: Random, pole: StaticArray<f64>): Globe {
  const e1 = new StaticArray<f64>(pole.length);
  const e2 = new StaticArray<f64>(pole.length);
  fillNormal(random, e1);
  tangent(pole, e1);
  scale(e1, 1 / norm(e1));
  fillNormal(random, e2);
  tangent(pole, e2);
  addScaled(e2, -dot(e1, e2), e1);
  scale(e2, 1 / norm(e2));
  return new Globe(pole, e1, e2);
}

/** Overlap with the pole and with e₁ and e₂, in this order: out [3], linear in x [N]. */
export function shadow(globe: Globe, x: StaticArray<f64>, out: StaticArray<f64>): void {
  out[0] = overlap(x, globe.pole);
  out[1] = dot(x, globe.e1);
  out[2] = dot(x, globe.e2);
}

/**
 * out[3 k … 3 k + 2] = (2) of a point, from its overlap m and its shadow (a, b) on e₁ and e₂. |m| > 1, of a point a
 * little off the sphere, is a pole.
 */
export function place(m: f64, a: f64, b: f64, out: StaticArray<f64>, k: i32): void {
  m = Math.max(-1, Math.min(1, m));
  const length = Math.sqrt(a * a + b * b);
  const radius = Math.sqrt(1 - m * m);
  out[3 * k] = length > 0 ? (radius * a) / length : radius;
  out[3 * k + 1] = length > 0 ? (radius * b) / length : 0;
  out[3 * k + 2] = m;
}

/** out [3] = (2) for x [N] on the sphere |x|² = N. */
export function project(globe: Globe, x: StaticArray<f64>, out: StaticArray<f64>): void {
  shadow(globe, x, out);
  place(out[0], out[1], out[2], out, 0);
}
