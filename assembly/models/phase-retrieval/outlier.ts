/**
 * Where the bulk of the Hessian of phase retrieval at a random start begins, and the eigenvalue that the signal pulls out
 * of it, for large N: from R, S, R₂, S₂ of `curvature-law.ts`.
 *
 *   bulk:        λ₋ = R − 1/(αγ₋),   αγ₋² R₂ = 1, where dλ/dγ = 0; γ₋ = 1 where that has no solution   (1)
 *   outlier:     λ₀ = S,   αγ₀ (R − S) = 1, a pole of the resolvent along the signal, γ₀ < γ₋    (2)
 *   its vector:  (v₀ · ŵ*)² = 1/(1 − dS/dλ) = (1 − αγ₀² R₂)/(1 − αγ₀² R₂ + αγ₀² S₂)              (3)
 *   transition:  (1) and (2) at the same γ:  γR₂ = R − S,   α = 1/(γ (R − S));  γ = 1 where that has no solution   (4)
 *
 * Up to a = 1.109 the overlap (3) grows from zero at the transition. Beyond, γ = 1 there: T comes near to −1 so rarely that
 * the density vanishes at λ₋ with all its derivatives, and (3) begins with a jump. Errors: roundings of R and R₂.
 *
 * Sources: Bonnaire, Biroli, Cammarota, arXiv:2403.02418; Baik, Ben Arous, Péché, Ann. Probab. 33 (2005) 1643, and
 * Benaych-Georges, Nadakuditi, Adv. Math. 227 (2011) 494, for outliers and their eigenvectors.
 */
import { root } from '../../lib/bracketed-root';
import { Curve } from '../../lib/curve';
import { CurvatureLaw } from './curvature-law';

/** γ² R₂, which is 1/α at the edge. */
class EdgeCondition extends Curve {
  constructor(readonly law: CurvatureLaw) {
    super();
  }

  at(gamma: f64): f64 {
    this.law.average(gamma);
    return gamma * gamma * this.law.R2;
  }
}

/** γ (R − S), which is 1/α at the outlier. */
class OutlierCondition extends Curve {
  constructor(readonly law: CurvatureLaw) {
    super();
  }

  at(gamma: f64): f64 {
    this.law.average(gamma);
    return gamma * (this.law.R - this.law.S);
  }
}

/** γR₂ − (R − S), which is zero at the transition. */
class TransitionCondition extends Curve {
  constructor(readonly law: CurvatureLaw) {
    super();
  }

  at(gamma: f64): f64 {
    this.law.average(gamma);
    return gamma * this.law.R2 - (this.law.R - this.law.S);
  }
}

export class Outlier {
  readonly law: CurvatureLaw;
  readonly edgeCondition: EdgeCondition;
  readonly outlierCondition: OutlierCondition;
  readonly transition: f64; // α of (4)
  readonly mean: f64; // of the eigenvalues: E[T]
  edgeGamma: f64 = 0; // γ₋
  edge: f64 = 0; // λ₋
  value: f64 = 0; // λ₀; NaN below the transition
  overlap: f64 = 0; // (3); NaN below the transition

  constructor(a: f64) {
    const law = new CurvatureLaw(a);
    this.law = law;
    this.edgeCondition = new EdgeCondition(law);
    this.outlierCondition = new OutlierCondition(law);
    law.average(0);
    this.mean = law.R;
    const condition = new TransitionCondition(law);
    const gamma = condition.at(1) > 0 ? root(condition, 0, 0, 1) : 1;
    this.transition = 1 / this.outlierCondition.at(gamma);
  }

  /** Equations (1) to (3) at α. */
  locate(alpha: f64): void {
    const law = this.law;
    this.edgeGamma = root(this.edgeCondition, 1 / alpha, 0, 1);
    law.average(this.edgeGamma);
    this.edge = law.R - 1 / (alpha * this.edgeGamma);
    this.value = NaN;
    this.overlap = NaN;
    if (alpha < this.transition) return;
    const gamma = root(this.outlierCondition, 1 / alpha, 0, this.edgeGamma);
    law.average(gamma);
    const scale = alpha * gamma * gamma;
    const distance = Math.max(0, 1 - scale * law.R2);
    this.value = law.S;
    this.overlap = distance / (distance + scale * law.S2);
  }
}
