/**
 * The spectrum of a large symmetric Gaussian matrix W (GOE, entries of variance 1/N) and of W + θ vvᵀ, |v| = 1.
 *
 *   ρ(λ) = √(4 − λ²) / (2π) on [−2, 2]                                                          (1)
 *   Φ(x) = ∫ ρ(λ) log|λ − x| dλ = x²/4 − ½ − I(|x|),   I(x) = ½ ∫₂ˣ √(y² − 4) dy, 0 below 2      (2)
 *   I(x) = (x/4) √(x² − 4) − log z,   z = (x + √(x² − 4)) / 2                                   (3)
 *   θ > 1: the largest eigenvalue of W + θ vvᵀ is θ + 1/θ, its eigenvector has overlap² 1 − 1/θ² with v   (4)
 *   P(no eigenvalue of W + θ vvᵀ above t) ~ e^(−N L), and for 2 ≤ t < θ + 1/θ, θ > 1
 *   L(θ, t) = −¼ ∫ₜ^(θ+1/θ) √(y² − 4) dy − (θ/2) (t − θ − 1/θ) + (t² − (θ + 1/θ)²) / 8            (5)
 *           = (θ − z)²/4 − ½ [u − log(1 + u)],   u = θ/z − 1,   t = z + 1/z                     (6)
 *
 * (5) is K(t) − K(θ + 1/θ) with K(t) = ¼ ∫₂ᵗ √(y² − 4) dy − θt/2 + t²/8, so ∂L/∂t = (z − θ)/2. It vanishes quadratically
 * at θ + 1/θ, where its second derivative is one over N times the variance 2 (1 − 1/θ²)/N of the outlier; that decides
 * the sign before the integral. W − θ vvᵀ has the same numbers below zero. Errors: a few roundings; (6) cancels near
 * t = θ + 1/θ, to 10⁻¹⁶ absolute.
 *
 * Sources: Maïda, Electron. J. Probab. 12 (2007) 1131; Benaych-Georges, Nadakuditi, Adv. Math. 227 (2011) 494.
 */

/** Equation (1). */
export function density(x: f64): f64 {
  return x * x < 4 ? Math.sqrt(4 - x * x) / (2 * Math.PI) : 0;
}

/** out [points, 2] ← λ and its density for σW + centre, from edge to edge, even in the angle. */
export function traceSemicircle(centre: f64, sigma: f64, out: StaticArray<f64>): void {
  const last = out.length / 2 - 1;
  for (let k = 0; k <= last; ++k) {
    const x = -2 * Math.cos((Math.PI * <f64>k) / <f64>last);
    out[2 * k] = centre + sigma * x;
    out[2 * k + 1] = density(x) / sigma;
  }
}

/** Equation (2): Φ(x). */
export function logPotential(x: f64): f64 {
  return 0.25 * x * x - 0.5 - excess(Math.abs(x));
}

/** Equation (3): I(x), the large-deviation cost of one eigenvalue at x ≥ 0. */
export function excess(x: f64): f64 {
  if (x <= 2) return 0;
  return 0.25 * x * Math.sqrt(x * x - 4) - Math.log(outside(x));
}

/** The z ≥ 1 of x = z + 1/z, for x ≥ 2: Φ′(x) = 1/z. */
export function outside(x: f64): f64 {
  return 0.5 * (x + Math.sqrt(x * x - 4));
}

/** Equation (4): where the outlier of W + θ vvᵀ is; NaN for θ ≤ 1, where there is none. */
export function outlier(theta: f64): f64 {
  return theta > 1 ? theta + 1 / theta : NaN;
}

/** Equation (4): the squared overlap of the outlier's eigenvector with v; NaN for θ ≤ 1. */
export function outlierOverlap(theta: f64): f64 {
  return theta > 1 ? 1 - 1 / (theta * theta) : NaN;
}

/** Equations (5), (6): L(θ, t) for t ≥ 2. */
export function confinement(theta: f64, t: f64): f64 {
  return confinementAt(theta, outside(t));
}

/** Equation (6): L(θ, z + 1/z) for z ≥ 1. */
export function confinementAt(theta: f64, z: f64): f64 {
  if (theta <= 1 || z >= theta) return 0;
  const u = theta / z - 1;
  return 0.25 * (theta - z) * (theta - z) - 0.5 * (u - Math.log1p(u));
}
