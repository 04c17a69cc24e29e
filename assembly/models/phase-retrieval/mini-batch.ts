/**
 * Which samples a step of stochastic gradient descent sees, in steps of time η.
 *
 *   s_μ ← a new one, 1 with probability b, with probability κ, else as it was;   κ = min(1, η/(τ(1 − b)))   (1)
 *
 * As a chain of two states this has P(1 → 0) = η/τ and P(0 → 1) = b η/(τ(1 − b)): a sample is seen for a time τ on average
 * where τ is long. Its stationary law is s_μ = 1 with probability b, independently; the correlation of s_μ with itself
 * falls as (1 − κ)ⁿ with the number of steps. κ = 1 draws all samples anew for each step.
 *
 * Source: Mignacco, Urbani, Zdeborová, Machine Learning: Science and Technology 2 (2021) 035029.
 */
import { Random, uniform } from '../../lib/random';

/** s [M] from the stationary law. */
export function drawBatch(random: Random, b: f64, s: StaticArray<f64>, M: i32): void {
  renewBatch(random, b, 1, s, M);
}

/** κ of (1). */
export function renewal(b: f64, tau: f64, eta: f64): f64 {
  return Math.min(1, eta / (tau * (1 - b)));
}

/** One step of (1) for s [M]. */
export function renewBatch(random: Random, b: f64, kappa: f64, s: StaticArray<f64>, M: i32): void {
  for (let mu = 0; mu < M; ++mu) {
    const u = uniform(random);
    if (u < kappa) s[mu] = <f64>(u < kappa * b);
  }
}

/** The fraction of the M samples that is seen. */
export function fractionSeen(s: StaticArray<f64>, M: i32): f64 {
  let count: f64 = 0;
  for (let mu = 0; mu < M; ++mu) count += s[mu];
  return count / <f64>M;
}
