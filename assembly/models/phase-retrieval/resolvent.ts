/**
 * The density of the eigenvalues of the Hessian of phase retrieval at a random start, for large N.
 *
 *   λ = R(γ) − 1/(αγ), solved for γ with Im γ > 0;   ρ(λ) = (α/π) Im γ at real λ                (1)
 *
 * R is that of `curvature-law.ts`, continued: its integrals run along the ray t = κ x e^(iφ), where the singularities
 * −1/(6γ) above and −1/(2(1 − γ)) below it are equally far if they allow |φ| < π/4:
 *
 *   φ = −½ (arg γ + arg(1 − γ)),   κ = 1/(1 + |γ|)                                              (2)
 *
 * (1) is solved by Newton's method from where it was solved before, for the γ that dγ/dλ predicts. Where that fails, the
 * way goes through a point above the straight one: γ is analytic in the upper half-plane, and every leg is shorter.
 * Errors: roundings of (2) over |dλ/dγ|; nothing of the density is known below 10⁻⁹ of |γ|.
 */
import { addMultiple, argument, Complex, invert, modulus, multiply, squareRoot } from '../../lib/complex';
import { CurvatureLaw, DECAYED } from './curvature-law';

const LEGS: i32 = 64;
const TRIES: i32 = 1000;
const TURNS: i32 = 12; // of Newton's method, at most
const ROUNDING: f64 = 1e-13; // of γ, where the density is nothing
const FAINT: f64 = 1e-9;
const NEAR: f64 = 1e-7; // a step of Newton's method after which the error is its square

export class Resolvent {
  alpha: f64 = 0;
  readonly z: Complex = new Complex(); // λ where (1) is solved
  readonly gamma: Complex = new Complex();
  readonly slope: Complex = new Complex(); // dλ/dγ there
  readonly R: Complex = new Complex();
  readonly R2: Complex = new Complex();
  readonly trial: Complex = new Complex();
  readonly trialSlope: Complex = new Complex();
  readonly step: Complex = new Complex();
  readonly P: Complex = new Complex();
  readonly Q: Complex = new Complex();
  readonly W: Complex = new Complex();
  readonly t: Complex = new Complex();
  readonly sum: Complex = new Complex();
  readonly legs: StaticArray<f64> = new StaticArray<f64>(2 * LEGS); // [legs, 2] points that are still to be reached

  constructor(readonly law: CurvatureLaw) {}

  /** Begins at a real γ to the left of the spectrum of α. */
  begin(alpha: f64, gamma: f64): void {
    this.alpha = alpha;
    this.law.average(gamma);
    this.gamma.set(gamma, 0);
    this.slope.set(1 / (alpha * gamma * gamma) - this.law.R2, 0);
    this.z.set(this.law.R - 1 / (alpha * gamma), 0);
  }

  /** Solves (1) at a real λ; returns ρ. */
  densityAt(lambda: f64): f64 {
    const legs = this.legs;
    legs[0] = lambda;
    legs[1] = 0;
    for (let n = 1, tries = 0; n > 0; ++tries) {
      const re = legs[2 * n - 2], im = legs[2 * n - 1];
      if (this.reach(re, im)) {
        --n;
        continue;
      }
      if (n == LEGS || tries == TRIES) throw new Error('resolvent: no way to the eigenvalue');
      const across = re - this.z.re, up = im - this.z.im;
      legs[2 * n] = this.z.re + 0.5 * across;
      legs[2 * n + 1] = this.z.im + 0.5 * up + 0.25 * Math.sqrt(across * across + up * up);
      ++n;
    }
    return (this.alpha / Math.PI) * this.gamma.im;
  }

  /** Whether so little is left of the density that the next digits of γ decide it. */
  isFaint(): bool {
    return this.gamma.im < FAINT * modulus(this.gamma);
  }

  /** Whether Newton's method solves (1) at re + i im; if not, all stays. */
  private reach(re: f64, im: f64): bool {
    const step = this.step, trial = this.trial, slope = this.trialSlope;
    this.t.set(re - this.z.re, im - this.z.im);
    invert(this.slope, step);
    multiply(this.t, step, step);
    const reach = modulus(this.gamma);
    trial.set(this.gamma.re + step.re, this.gamma.im + step.im);
    if (!(trial.im >= 0 && modulus(step) < 0.5 * reach)) return false;
    const phi = this.direction();
    for (let turn = 0, last: f64 = Infinity; turn < TURNS; ++turn) {
      this.average(phi);
      invert(trial, step);
      multiply(step, step, slope);
      slope.set(slope.re / this.alpha - this.R2.re, slope.im / this.alpha - this.R2.im);
      step.set(step.re / this.alpha - this.R.re + re, step.im / this.alpha - this.R.im + im);
      invert(slope, this.t);
      multiply(step, this.t, step);
      addMultiple(trial, 1, step);
      const size = modulus(step) / modulus(trial);
      if (!(trial.im > -ROUNDING * modulus(trial) && size < last)) return false;
      if (size < NEAR) {
        this.gamma.set(trial.re, Math.max(trial.im, 0));
        this.slope.set(slope.re, slope.im);
        this.z.set(re, im);
        return true;
      }
      last = turn > 0 ? 0.5 * size : 1;
    }
    return false;
  }

  /** φ of (2). */
  private direction(): f64 {
    this.t.set(1 - this.trial.re, -this.trial.im);
    const middle = -0.5 * (argument(this.trial) + argument(this.t));
    return Math.min(Math.max(middle, -0.25 * Math.PI), 0.25 * Math.PI);
  }

  /** R and R₂ at `trial`, along the ray (2). */
  private average(phi: f64): void {
    const gamma = this.trial, P = this.P, Q = this.Q, W = this.W, t = this.t, sum = this.sum, R = this.R, R2 = this.R2;
    const x = this.law.line.x, w = this.law.line.w;
    const kappa = 1 / (1 + modulus(gamma));
    const cos = kappa * Math.cos(phi), sin = kappa * Math.sin(phi);
    R.set(0, 0);
    R2.set(0, 0);
    for (let k = 0; this.law.a * cos * x[k] < DECAYED; ++k) {
      t.set(x[k] * cos, x[k] * sin);
      multiply(gamma, t, Q);
      P.set(1 + 2 * (t.re - Q.re), 2 * (t.im - Q.im));
      Q.set(1 + 6 * Q.re, 6 * Q.im);
      invert(P, P);
      invert(Q, Q);
      squareRoot(P, W);
      squareRoot(Q, sum);
      multiply(W, sum, W);
      const size = w[k] * Math.exp(-this.law.a * t.re), angle = -this.law.a * t.im;
      sum.set(size * Math.cos(angle), size * Math.sin(angle));
      multiply(W, sum, W);
      sum.set(3 * Q.re - P.re, 3 * Q.im - P.im);
      multiply(sum, W, sum);
      addMultiple(R, 1, sum);
      multiply(W, t, W);
      this.addSquares();
    }
    t.set(cos, sin);
    multiply(R, t, R);
    multiply(R2, t, R2);
  }

  /** R₂ += W (27Q² − 6PQ + 3P²) = 3W (9Q² + P (P − 2Q)); P and Q are used up. */
  private addSquares(): void {
    const P = this.P, Q = this.Q, sum = this.sum;
    sum.set(P.re - 2 * Q.re, P.im - 2 * Q.im);
    multiply(P, sum, P);
    multiply(Q, Q, Q);
    addMultiple(P, 9, Q);
    multiply(P, this.W, P);
    addMultiple(this.R2, 3, P);
  }
}
