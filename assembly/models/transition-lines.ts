/**
 * Where the spiked matrix-tensor model of order p = 3 or 4 becomes hard: signal-to-noise ratios s = 1/Δ₂ for a given
 * Δ = Δₚ.
 *
 *   ML-AMP leaves m = 0:                     s² = f′(1) = s + 1/Δ                                (1)
 *   gradient flow leaves its threshold states, whose Hessian has the edge μ = 2√f″(1), by the spike of the signal:
 *                                            s² = f″(1) = s + (p−1)/Δ                            (2)
 *   no bad minima are left:                  max over μ of Σ_min(m = 0, μ) = 0, `kac-rice.ts`    (3)
 *   Langevin at T = 1 leaves its threshold states, (1−q)² f″(q) = 1, by the spike 1 − q = Δ₂:
 *                                            Δ s^(p−1) = (p−1) (s−1)^(p−3), the largest root     (4)
 *     p = 3: s = √(2/Δ), for Δ ≤ 2;   p = 4: s³ − 3s/Δ + 3/Δ = 0, for Δ ≤ 4/9
 *   Bayes-optimal fixed points m > 0:        s = g(m) = 1/(1−m) − m^(p−2)/Δ                      (5)
 *     spinodal, where the informed one ends: the minimum of g, (p−2) m^(p−3) (1−m)² = Δ, the largest root m < 1    (6)
 *     informationTheoretic, where it is as likely as the other (m = 0 for s ≤ 1, else the smallest of (5)):
 *                                            ∫ m [s − g(m)] dm = 0 from the one to the other     (7)
 *
 * (7) is twice the difference of the free entropy φ = ½ [log(1−m) + m + f(m)]. Bayes-optimal AMP leaves m = 0 at s = 1,
 * for every Δ. A line is NaN where it does not exist: beyond the end of (4) Langevin is as good as AMP, beyond that of
 * (6) and (7) the informed fixed point grows out of the other without a jump; where these would have s ≤ 0 the tensor
 * alone is enough. At p = 4 (4) has a second root below, down to which Langevin fails; between that and s = 1 it would
 * succeed. Errors: roots to the last bits; (7) to 10⁻¹⁵ over the square of its jump in m.
 *
 * Sources: Sarao Mannelli, Krzakala, Urbani, Zdeborová, ICML (2019) 4333, for (1), (3); Sarao Mannelli, Biroli,
 * Cammarota, Krzakala, Zdeborová, NeurIPS 32 (2019) 8676, for (2); Sarao Mannelli et al., Phys. Rev. X 10 (2020)
 * 011057, for (4)-(7).
 */
import { bisect } from '../lib/bisection';
import { mostMinima } from './kac-rice';
import { fPrime, fSecond, power } from './mixed-covariance';

let p: i32 = 3;
let delta: f64 = 1; // Δ
let ratio: f64 = 1; // s, where m is looked for

/** The p and Δ that the lines below are taken at. */
export function at(order: i32, deltap: f64): void {
  p = order;
  delta = deltap;
}

/** Line (1). */
export function mlAmp(): f64 {
  return 0.5 * (1 + Math.sqrt(1 + 4 / delta));
}

/** Line (2). */
export function gradientFlow(): f64 {
  return 0.5 * (1 + Math.sqrt(1 + (4 * <f64>(p - 1)) / delta));
}

/** Line (3), above (2): there the spike has no part in it yet, and Σ_min > 0. */
export function trivialisation(): f64 {
  return bisect((s: f64): f64 => -atEquator(s), gradientFlow(), 4 * gradientFlow());
}

/** The largest complexity of minima at m = 0, where they are most. */
function atEquator(s: f64): f64 {
  const delta2 = 1 / s;
  const f1 = fPrime(1, p, delta2, delta);
  return mostMinima(0, f1, fSecond(1, p, delta2, delta), fPrime(0, p, delta2, delta), fSecond(0, p, delta2, delta));
}

/** The Δ at which (4) ends. */
export function endOfLangevin(order: i32): f64 {
  return order == 3 ? 2 : 4.0 / 9.0;
}

/** Line (4). */
export function langevin(): f64 {
  if (delta > endOfLangevin(p)) return NaN;
  if (p == 3) return Math.sqrt(2 / delta);
  const cosine = Math.max(-1, -1.5 * Math.sqrt(delta));
  return (2 / Math.sqrt(delta)) * Math.cos(Math.acos(cosine) / 3);
}

/** The Δ at which (6) and (7) end: the largest value of the left side of (6). */
export function endOfJump(order: i32): f64 {
  const m = latest(order);
  return <f64>(order - 2) * power(m, order - 3) * (1 - m) * (1 - m);
}

/** Where the left side of (6) is largest. */
function latest(order: i32): f64 {
  return <f64>(order - 3) / <f64>(order - 1);
}

/** g(m) of (5). */
function g(m: f64): f64 {
  return 1 / (1 - m) - power(m, p - 2) / delta;
}

/** g′(m): negative between the maximum and the minimum of g. */
function slope(m: f64): f64 {
  return 1 / ((1 - m) * (1 - m)) - (<f64>(p - 2) * power(m, p - 3)) / delta;
}

/** Line (6). */
export function spinodal(): f64 {
  return existing(delta > endOfJump(p) ? NaN : g(minimumOfG()));
}

/** s, NaN where it is not positive. */
function existing(s: f64): f64 {
  return s > 0 ? s : NaN;
}

/** The Δ at which (6) begins. */
export function startOfSpinodal(order: i32): f64 {
  p = order;
  return bisect((deltap: f64): f64 => {
    delta = deltap;
    return g(minimumOfG());
  }, 0, endOfJump(order));
}

/** m of (6). */
function minimumOfG(): f64 {
  return bisect(slope, latest(p), 1);
}

/** Line (7). */
export function informationTheoretic(): f64 {
  return existing(delta > endOfJump(p) ? NaN : bisect(advantage, g(minimumOfG()), g(maximumOfG())));
}

/** The Δ at which (7) begins, where both fixed points are as likely at s = 0. */
export function startOfThreshold(order: i32): f64 {
  p = order;
  return bisect((deltap: f64): f64 => {
    delta = deltap;
    return g(minimumOfG()) < 0 ? -advantage(0) : 1;
  }, 0, endOfJump(order));
}

/** The m < `latest` where g is largest: 0 for p = 3. */
function maximumOfG(): f64 {
  return bisect((m: f64): f64 => -slope(m), 0, latest(p));
}

/** The integral (7) at s. */
function advantage(s: f64): f64 {
  ratio = s;
  const above = bisect((m: f64): f64 => g(m) - ratio, minimumOfG(), 1);
  const below = s <= 1 ? 0 : bisect((m: f64): f64 => g(m) - ratio, 0, maximumOfG());
  return potential(above, s) - potential(below, s);
}

/** log(1−m) + m + f(m) at s. */
function potential(m: f64, s: f64): f64 {
  return Math.log1p(-m) + m + (s * m * m) / 2 + power(m, p) / (<f64>p * delta);
}
