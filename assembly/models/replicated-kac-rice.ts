/**
 * How many stationary points a typical instance of the spiked tensor of order p has: quenched Kac-Rice complexity,
 * replica symmetric.
 *
 *   f(q) = qᵖ/2,   fₛ(m) = r mᵖ/p,   μ = −pE                                                     (1)
 *   ⟨log number⟩ = lim (⟨numberⁿ⟩ − 1)/n: n stationary points of overlap m and energy E, at mutual overlap q,
 *   in all of which ∇(noise) = ρ x* + λ x with ρ = r mᵖ⁻¹, λ = pE. With n → 0
 *   G(q) = ½ + ½ log(f₂/φ) + R(q)/(2(1 − q)) + Φ(μ/√f₂),   f₂ = f″(1)                            (2)
 *   R = q − m² − (f′(q) + ρ²)/φ + [m²ρ²γ − 2mρλ (φ + f″(q)) − λ² (φ − f′(q) + (1 − q) f″(q))]/D  (3)
 *   D = φ² + γ (φ − f′(q)) + 2φ f″(q) + f₂ f″(q)                                                 (4)
 *   φ = (f′(1) − f′(q))/(1 − q),   γ = (f″(1) − f″(q))/(1 − q)                                   (5)
 *
 * Each ratio of (5) is a polynomial, so nothing cancels as q → 1. The complexity is G at its first minimum at or above
 * q = m², where the points have no overlap but along the signal. There
 *
 *   h(q) = 2(1 − q)² G′ = R + (1 − q) R′ − (1 − q)² φ′/φ,   h′ = (1 − q) [R″ + 2φ′/φ − (1 − q)(φ′/φ)′]     (6)
 *
 * vanishes upwards. From m² up to its first zero h is concave (seen numerically, p = 3, 4, 5), so Newton's method comes from
 * below, after at most one step from above, and does not step over it; where h has stopped rising there is none. A minimum
 * above the annealed complexity is none either: it would break Jensen's inequality. Errors: a few roundings, since G is
 * stationary; 10⁻¹⁵ where the minimum is about to end.
 *
 * Source: Ros, Ben Arous, Biroli, Cammarota, Phys. Rev. X 9 (2019) 011003, for the method.
 */
import { logPotential } from '../lib/semicircle';
import { add, divide, evaluate, geometric, Jet, monomial, multiply } from '../lib/polynomial';
import { stationaryPoints } from './kac-rice';
import { power } from './mixed-covariance';

/** Steps of Newton's method at most: each halves the distance at least, also where the minimum is about to end. */
const STEPS = 64;
/** The last step of Newton's method, in q: its square is left of q, and the square of that of G, which is stationary. */
const CLOSE = 1e-5;
/** Rounding of h and of G. */
const ROUNDING = 1e-13;

export class Replicated {
  q: f64 = 0; // overlap between the stationary points that were last found
  private readonly p: i32;
  private readonly f1: f64; // f′(1)
  private readonly f2: f64; // f″(1)
  private readonly fPrime: StaticArray<f64>; // coefficients of f′(q)
  private readonly phi: StaticArray<f64>; // coefficients of φ
  private readonly D: StaticArray<f64>; // coefficients of D
  private readonly bySignal: StaticArray<f64>; // coefficients of γ,
  private readonly byBoth: StaticArray<f64>; // of φ + f″(q)
  private readonly byForce: StaticArray<f64>; // and of φ − f′(q) + (1 − q) f″(q)
  private readonly bracket: StaticArray<f64>; // coefficients of the bracket of (3)
  private readonly denominator: Jet = new Jet();
  private readonly first: Jet = new Jet(); // (f′(q) + ρ²)/φ
  private readonly second: Jet = new Jet(); // the last term of (3)
  private R: f64 = 0;
  private h: f64 = 0;
  private slope: f64 = 0; // h′

  constructor(p: i32) {
    const f1 = 0.5 * <f64>p;
    const f2 = f1 * <f64>(p - 1);
    const fPrime = monomial(f1, p - 1);
    const fSecond = monomial(f2, p - 2);
    const phi = geometric(f1, p - 1);
    const gamma = geometric(f2, p - 2);
    const difference = add(phi, -1, fPrime);
    const square = add(multiply(phi, phi), 1, multiply(gamma, difference));
    this.p = p;
    this.f1 = f1;
    this.f2 = f2;
    this.fPrime = fPrime;
    this.phi = phi;
    this.D = add(add(square, 2, multiply(phi, fSecond)), f2, fSecond);
    this.bySignal = gamma;
    this.byBoth = add(phi, 1, fSecond);
    this.byForce = add(difference, 1, add(fSecond, -1, monomial(f2, p - 1)));
    this.bracket = new StaticArray<f64>(p);
  }

  /**
   * The quenched complexity of all stationary points of overlap m and energy E; NaN where there is none. The search begins
   * at `guess`, the `q` of a neighbour; at m² if that is larger.
   */
  complexity(r: f64, m: f64, E: f64, guess: f64 = 0): f64 {
    const rho = r * power(m, this.p - 1);
    const start = m * m;
    this.weigh(m * rho, <f64>this.p * E);
    let q = Math.max(guess, start);
    this.measure(q, m, rho);
    if (q > start && !(this.slope > 0)) this.measure((q = start), m, rho);
    for (let k = 0; k < STEPS && this.slope > 0; ++k) {
      const before = q;
      q = Math.max(q - this.h / this.slope, start);
      if (q >= 1) return NaN;
      this.measure(q, m, rho);
      if (Math.abs(q - before) < CLOSE) break;
    }
    if (!(this.slope > 0) || (q == start && this.h > ROUNDING)) return NaN;
    this.q = q;
    const mu = -<f64>this.p * E;
    const G = this.value(q, mu);
    return G <= stationaryPoints(m, mu, this.f1, this.f2, rho) + ROUNDING ? G : NaN;
  }

  /** Equation (3): the bracket as a polynomial, at mρ and λ. */
  private weigh(signal: f64, lambda: f64): void {
    const sum = this.bracket;
    for (let k = 0; k < sum.length; ++k) sum[k] = -lambda * lambda * this.byForce[k];
    for (let k = 0; k < this.byBoth.length; ++k) sum[k] -= 2 * signal * lambda * this.byBoth[k];
    for (let k = 0; k < this.bySignal.length; ++k) sum[k] += signal * signal * this.bySignal[k];
  }

  /** Equations (3) and (6) at q. */
  private measure(q: f64, m: f64, rho: f64): void {
    const first = this.first;
    const second = this.second;
    evaluate(this.bracket, q, second);
    evaluate(this.D, q, this.denominator);
    divide(second, this.denominator, second);
    evaluate(this.fPrime, q, first);
    first.value += rho * rho;
    const phi = this.denominator;
    evaluate(this.phi, q, phi);
    divide(first, phi, first);
    const s = 1 - q;
    const w = phi.first / phi.value;
    this.R = q - m * m - first.value + second.value;
    this.h = this.R + s * (1 - first.first + second.first - s * w);
    this.slope = s * (second.second - first.second + 2 * w - s * (phi.second / phi.value - w * w));
  }

  /** Equation (2) where `measure` was last. */
  private value(q: f64, mu: f64): f64 {
    const volume = Math.log(this.f2 / this.denominator.value);
    return 0.5 + 0.5 * volume + (0.5 * this.R) / (1 - q) + logPotential(mu / Math.sqrt(this.f2));
  }
}
