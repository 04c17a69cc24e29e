/**
 * Replicas round a centre of mass x on the sphere |x|² = N, in fixed directions.
 *
 *   xᵃ = √(1−s) x + √s uᵃ,   a = 1 … R,   uᵃ independent, uniform on the sphere                 (1)
 *   ū = (1/R) Σₐ uᵃ,   U = (1/R) Σₐ uᵃuᵃᵀ                                                       (2)
 *   E[tr M²]/N² = (1/R)[1 + 4s(1−s)/N] + (1 − 1/R)[(1−s)² + (2s(1−s) + s²)/N],
 *       M = (1/R) Σₐ xᵃxᵃᵀ, the mean over the uᵃ                                                (3)
 *
 * (3) is the mean over pairs of replicas of their squared overlap, exact at every N and R: 1 + 4s(1−s)/N of a replica
 * with itself, whose norm fluctuates, and the second bracket of two different ones.
 */
import { Random } from '../lib/random';
import { randomPoint } from '../lib/sphere';
import { rankTwo, SymmetricMatrix } from '../lib/symmetric-matrix';
import { addScaled, scale } from '../lib/vector';

export class Replicas {
  readonly directions: StaticArray<f64>; // [R, N] uᵃ
  readonly u: StaticArray<f64>; // [N] scratch
  readonly half: StaticArray<f64>; // [N] scratch

  constructor(
    readonly R: i32,
    readonly N: i32,
  ) {
    this.directions = new StaticArray<f64>(R * N);
    this.u = new StaticArray<f64>(N);
    this.half = new StaticArray<f64>(N);
  }

  /** uᵃ [N], valid until the next call. */
  direction(a: i32): StaticArray<f64> {
    for (let i = 0; i < this.N; ++i) this.u[i] = this.directions[a * this.N + i];
    return this.u;
  }
}

/** Draws the directions of (1), one replica after the other: fewer replicas are the first of more. */
export function drawReplicas(random: Random, R: i32, N: i32): Replicas {
  const replicas = new Replicas(R, N);
  for (let a = 0; a < R; ++a) {
    randomPoint(random, replicas.u);
    for (let i = 0; i < N; ++i) replicas.directions[a * N + i] = replicas.u[i];
  }
  return replicas;
}

/** mean [N], U [N, N] = the moments (2) of the first `count` replicas. */
export function moments(replicas: Replicas, count: i32, mean: StaticArray<f64>, U: SymmetricMatrix): void {
  const weight = 1 / <f64>count;
  scale(mean, 0);
  for (let a = 0; a < count; ++a) {
    const u = replicas.direction(a);
    for (let i = 0; i < replicas.N; ++i) replicas.half[i] = (weight * u[i]) / 2;
    rankTwo(U, a == 0 ? 0 : 1, u, replicas.half, U);
    addScaled(mean, weight, u);
  }
}

/** Equation (3). */
export function meanSquareOverlap(N: f64, R: f64, s: f64): f64 {
  const cross = 2 * s * (1 - s);
  return (1 + (2 * cross) / N) / R + (1 - 1 / R) * ((1 - s) * (1 - s) + (cross + s * s) / N);
}
