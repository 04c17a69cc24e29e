/**
 * How many stationary points and minima a random landscape on the sphere |x|² = N has: annealed Kac-Rice complexity.
 *
 *   H(x) = noise of covariance N f(x · y/N) − N fₛ(m),   m = x · x* / N,   μ = −x · ∇H/N           (1)
 *   Σ(m, μ) = ½ + ½ log(f₂/f₁) + ½ log(1 − m²) − s₁² (1 − m²)/(2f₁) − (μ − m s₁)²/(2(f₁ + f₂)) + Φ(t)     (2)
 *   Σ_min = Σ − L(θ, t) for t ≥ 2, none below;   t = μ/σ,   σ² = f₂,   θ = s₂ (1 − m²)/σ         (3)
 *
 * with f₁ = f′(1), f₂ = f″(1), s₁ = fₛ′(m), s₂ = fₛ″(m); Φ and L of `lib/semicircle`. e^(NΣ) is the mean number of
 * stationary points of overlap m and radial force μ. Their Hessian on the sphere is the semicircle of radius 2σ about μ,
 * less s₂ (1 − m²) along the signal:
 *
 *   λ₀ = μ − s − σ²/s,   overlap² 1 − σ²/s²,   s = s₂ (1 − m²) > σ                              (4)
 *
 * (3) is concave in μ. With a = m s₁, F = f₁ + f₂ and t = z + 1/z its maximum is where                 (5)
 *   σ² z² − σ a z − f₁ = 0, or, where that gives z < θ and θ > 1,  (σ² + F/2) z² − (σ a + θF/2) z − f₁ = 0,
 * and at z = 1, the edge, where the root lies below. Saddles of index k, k of order one, at m = 0:
 *
 *   Σ_k = Σ − k I(t) for t ≥ 2, with I of `lib/semicircle`; none below, where the index is of order N   (6)
 *
 * Errors: a few roundings.
 *
 * Sources: Auffinger, Ben Arous, Černý, Commun. Pure Appl. Math. 66 (2013) 165; Ben Arous, Mei, Montanari, Nica, Commun.
 * Pure Appl. Math. 72 (2019) 2282; Sarao Mannelli, Krzakala, Urbani, Zdeborová, ICML (2019) 4333.
 */
import { confinement, excess, logPotential, outlier, outlierOverlap, outside } from '../lib/semicircle';

/** Equation (2): the complexity of all stationary points. */
export function stationaryPoints(m: f64, mu: f64, f1: f64, f2: f64, s1: f64): f64 {
  return ofLatitude(m, f1, f2, s1) - ofForce(mu - m * s1, 0.5 / (f1 + f2)) + logPotential(mu / Math.sqrt(f2));
}

/** The terms of (2) that depend on m alone. */
export function ofLatitude(m: f64, f1: f64, f2: f64, s1: f64): f64 {
  const latitude = 1 - m * m;
  return 0.5 + 0.5 * Math.log((f2 / f1) * latitude) - (s1 * s1 * latitude) / (2 * f1);
}

/** What (2) subtracts for the noise's part μ − m s₁ of the radial force, of variance 1/(2 `weight`). */
// @ts-ignore: decorator
@inline
export function ofForce(noise: f64, weight: f64): f64 {
  return noise * noise * weight;
}

/** What (3) subtracts from the complexity of all: L, and infinity where no stationary point is a minimum. */
export function costOfMinimum(m: f64, mu: f64, f2: f64, s2: f64): f64 {
  const sigma = Math.sqrt(f2);
  return mu < 2 * sigma ? Infinity : confinement((s2 * (1 - m * m)) / sigma, mu / sigma);
}

/** Equation (3): the complexity of minima; −∞ where there is none. */
export function minima(m: f64, mu: f64, f1: f64, f2: f64, s1: f64, s2: f64): f64 {
  return stationaryPoints(m, mu, f1, f2, s1) - costOfMinimum(m, mu, f2, s2);
}

/** Equation (5): the radial force of the most frequent minima at overlap m, where (3) is largest. */
export function typicalForce(m: f64, f1: f64, f2: f64, s1: f64, s2: f64): f64 {
  const sigma = Math.sqrt(f2);
  const theta = (s2 * (1 - m * m)) / sigma;
  const a = m * s1;
  let z = positiveRoot(f2, sigma * a, f1);
  if (theta > 1 && z < theta) z = positiveRoot(f2 + 0.5 * (f1 + f2), sigma * a + 0.5 * theta * (f1 + f2), f1);
  z = Math.max(z, 1);
  return sigma * (z + 1 / z);
}

/** The largest complexity of minima at overlap m, over the radial force. */
export function mostMinima(m: f64, f1: f64, f2: f64, s1: f64, s2: f64): f64 {
  return minima(m, typicalForce(m, f1, f2, s1, s2), f1, f2, s1, s2);
}

/** The positive z with a z² − b z − c = 0, a and c positive. */
function positiveRoot(a: f64, b: f64, c: f64): f64 {
  return (b + Math.sqrt(b * b + 4 * a * c)) / (2 * a);
}

/** Equation (4): the Hessian's isolated eigenvalue; NaN where there is none. */
export function isolatedEigenvalue(m: f64, mu: f64, f2: f64, s2: f64): f64 {
  const sigma = Math.sqrt(f2);
  return mu - sigma * outlier((s2 * (1 - m * m)) / sigma);
}

/** Equation (4): squared overlap of its eigenvector with the direction of the signal; NaN where there is none. */
export function isolatedOverlap(m: f64, f2: f64, s2: f64): f64 {
  return outlierOverlap((s2 * (1 - m * m)) / Math.sqrt(f2));
}

/** The mean noise energy per site of a point of overlap m and radial force μ: f₁ of the noise's share −(μ − m s₁) of μ. */
export function noiseEnergy(m: f64, mu: f64, f1: f64, f2: f64, s1: f64): f64 {
  return (-f1 * (mu - m * s1)) / (f1 + f2);
}

/** Equation (6): the complexity of the saddles of index k at m = 0; −∞ where there is none. */
export function saddles(mu: f64, f1: f64, f2: f64, k: i32): f64 {
  const t = mu / Math.sqrt(f2);
  return t < 2 ? -Infinity : stationaryPoints(0, mu, f1, f2, 0) - <f64>k * excess(t);
}

/** The radial force above 2σ at which (6) ends: Σ_k = 0, for k = 0 that of all stationary points. Needs f₂ > f₁. */
export function lastForce(f1: f64, f2: f64, k: i32 = 0): f64 {
  const sigma = Math.sqrt(f2);
  let mu = 2 * sigma;
  for (let n = 0, change: f64 = 1; n < 100 && Math.abs(change) > 1e-15 * mu; ++n) {
    const z = outside(mu / sigma);
    change = saddles(mu, f1, f2, k) / (mu / (f1 + f2) - 1 / (sigma * z) + (<f64>k * (z - 1 / z)) / (2 * sigma));
    mu += change;
  }
  return mu;
}
