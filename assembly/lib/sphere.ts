/**
 * The sphere |x|² = N in dimension N = x.length, on which every mean-field model lives.
 *
 *   overlap  m = x · y / N                                                                (1)
 *   tangent  P_x g = g − (g · x / N) x                                                    (2)
 *   uniform point: √N z / |z|, z standard normal                                          (3)
 *   point at overlap m0: m0 x* + √(1 − m0²) √N P z / |P z|, P = P_{x*}                    (4)
 */
import { fillNormal } from './normal';
import { Random } from './random';
import { addScaled, dot, norm, scale } from './vector';

/** Overlap (1) of two points, in [−1, 1]. */
export function overlap(x: StaticArray<f64>, y: StaticArray<f64>): f64 {
  return dot(x, y) / <f64>x.length;
}

/** g ← P_x g: (2), for x on the sphere. */
export function tangent(x: StaticArray<f64>, g: StaticArray<f64>): void {
  addScaled(g, -overlap(g, x), x);
}

/** x ← √N x / |x| */
export function renormalise(x: StaticArray<f64>): void {
  scale(x, Math.sqrt(<f64>x.length) / norm(x));
}

/** out [N] uniform on the sphere: (3). */
export function randomPoint(random: Random, out: StaticArray<f64>): void {
  fillNormal(random, out);
  renormalise(out);
}

/**
 * out [N] uniform among the points of overlap exactly `m0` with `star`: (4), for N ≥ 2. `m0` = 0 means no knowledge of
 * `star`: out is uniform on the whole sphere and its overlap is a random number of order N^(−1/2).
 */
export function pointAtOverlap(random: Random, star: StaticArray<f64>, m0: f64, out: StaticArray<f64>): void {
  randomPoint(random, out);
  if (m0 == 0) return;
  tangent(star, out);
  renormalise(out);
  scale(out, Math.sqrt(1 - m0 * m0));
  addScaled(out, m0, star);
}
