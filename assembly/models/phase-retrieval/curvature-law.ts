/**
 * The Hessian of phase retrieval at a random start, for large N: averages over the law of a sample's curvature.
 *
 *   H = (1/M) Σ_μ T_μ x_μ x_μᵀ,   T = (3ŷ² − s²)/(a + s²),   ŷ, s ~ N(0, 1) independent, y = s²  (1)
 *
 * on the tangent space, where x is independent of ŷ, and of s but for its component s along the signal. The normalised
 * resolvent of H, G = tr(λ − H)⁻¹/N = −αγ, and the entry of the resolvent along the signal, 1/(λ − S), follow from
 *
 *   λ = R − 1/(αγ),   R(γ) = E[T/(1 + γT)],   S(γ) = E[s² T/(1 + γT)]                           (2)
 *   T/(1 + γT) = (3ŷ² − s²)/D,   D = a + (1 − γ) s² + 3γ ŷ²                                     (3)
 *
 * T > −1, so 0 < γ < 1 to the left of the spectrum. 1/D = ∫₀^∞ e^(−tD) dt makes the averages Gaussian,
 *
 *   R = ∫ W (3Q − P) dt,   S = ∫ W (3PQ − 3P²) dt,   W = e^(−at) √(PQ)
 *   R₂ = E[T²/(1 + γT)²] = −R′ = ∫ t W (27Q² − 6PQ + 3P²) dt
 *   S₂ = E[s² T²/(1 + γT)²] = −S′ = ∫ t W (27PQ² − 18P²Q + 15P³) dt
 *   P = 1/(1 + 2(1 − γ) t),   Q = 1/(1 + 6γt)                                                   (4)
 *
 * with E[s² e^(−(1−γ)ts²)] = P √P and so on. Errors: those of `lib/half-line` at h = 0.1.
 *
 * Sources: Bonnaire, Biroli, Cammarota, arXiv:2403.02418, for the Hessian and its spectrum; the integrals are ours.
 */
import { HalfLine } from '../../lib/half-line';

/** Beyond at = 40 the integrands are below rounding. */
export const DECAYED: f64 = 40;
export const SPACING: f64 = 0.1;

export class CurvatureLaw {
  readonly line: HalfLine = new HalfLine(SPACING);
  R: f64 = 0;
  R2: f64 = 0;
  S: f64 = 0;
  S2: f64 = 0;

  constructor(readonly a: f64) {}

  /** Equation (4) at a real γ from 0 to 1. */
  average(gamma: f64): void {
    let R: f64 = 0, R2: f64 = 0, S: f64 = 0, S2: f64 = 0;
    for (let k = 0; this.a * this.line.x[k] < DECAYED; ++k) {
      const t = this.line.x[k];
      const P = 1 / (1 + 2 * (1 - gamma) * t), Q = 1 / (1 + 6 * gamma * t);
      const W = this.line.w[k] * Math.exp(-this.a * t) * Math.sqrt(P * Q);
      R += W * (3 * Q - P);
      S += W * 3 * P * (Q - P);
      R2 += t * W * (27 * Q * Q - 6 * P * Q + 3 * P * P);
      S2 += t * W * P * (27 * Q * Q - 18 * P * Q + 15 * P * P);
    }
    this.R = R;
    this.R2 = R2;
    this.S = S;
    this.S2 = S2;
  }
}
