/**
 * The planted minimum of the spiked matrix-tensor model of order p = 3 or 4: where gradient descent ends if it finds the
 * signal.
 *
 *   a(m)² (1 − m²) = f′(1),   a(m) = f′(m)/m = 1/Δ₂ + m^(p−2)/Δₚ,   m the largest root            (1)
 *   χ = √((1 − m²)/f′(1)),   μ = √(f′(1) + f′(m)²) + f″(1) χ,   E = −f(m) − χ f′(1)               (2)
 *
 * (1) is the fixed point m = f′(m)/√(f′(1) + f′(m)²) of maximum-likelihood AMP. Its left side rises to one maximum and
 * falls from there on, so that the largest root is where it falls. Errors: a few roundings, and 10⁻⁸ in m where two roots
 * of (1) meet.
 *
 * Source: Sarao Mannelli, Krzakala, Urbani, Zdeborová, ICML (2019) 4333.
 */
import { f, fPrime, fSecond, power } from './mixed-covariance';

/** Steps of a bisection down to f64. */
const STEPS = 60;

/** The left side of (1). */
function pull(m: f64, p: i32, delta2: f64, deltap: f64): f64 {
  const a = 1 / delta2 + power(m, p - 2) / deltap;
  return a * a * (1 - m * m);
}

/** Whether the left side of (1) falls at m: (1 − m²) a′ < m a. */
function falls(m: f64, p: i32, delta2: f64, deltap: f64): bool {
  const a = 1 / delta2 + power(m, p - 2) / deltap;
  const slope = (<f64>(p - 2) * power(m, p - 3)) / deltap;
  return (1 - m * m) * slope < m * a;
}

/** m of (1): the overlap of the planted minimum; NaN where there is none but m = 0. */
export function plantedOverlap(p: i32, delta2: f64, deltap: f64): f64 {
  const f1 = fPrime(1, p, delta2, deltap);
  let low: f64 = 0;
  let high: f64 = 1;
  for (let k = 0; k < STEPS; ++k) {
    const m = 0.5 * (low + high);
    if (falls(m, p, delta2, deltap)) high = m;
    else low = m;
  }
  if (pull(high, p, delta2, deltap) <= f1) return NaN;
  low = high;
  high = 1;
  for (let k = 0; k < STEPS; ++k) {
    const m = 0.5 * (low + high);
    if (pull(m, p, delta2, deltap) > f1) low = m;
    else high = m;
  }
  return 0.5 * (low + high);
}

/** χ of (2). */
function response(m: f64, f1: f64): f64 {
  return Math.sqrt((1 - m * m) / f1);
}

/** μ of (2) at the overlap m of the planted minimum. */
export function plantedForce(m: f64, p: i32, delta2: f64, deltap: f64): f64 {
  const f1 = fPrime(1, p, delta2, deltap);
  const s1 = fPrime(m, p, delta2, deltap);
  return Math.sqrt(f1 + s1 * s1) + fSecond(1, p, delta2, deltap) * response(m, f1);
}

/** E of (2) at the overlap m of the planted minimum. */
export function plantedEnergy(m: f64, p: i32, delta2: f64, deltap: f64): f64 {
  const f1 = fPrime(1, p, delta2, deltap);
  return -f(m, p, delta2, deltap) - response(m, f1) * f1;
}
