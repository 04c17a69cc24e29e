/**
 * The spherical p-spin model, f(q) = qᵖ/2, between its liquid and its glass: the transitions, and what a system is like
 * that has been quenched below the first of them and has aged for a long time.
 *
 *   states of overlap q = 1 − u inside are marginal where          f″(q) u² = T²                 (1)
 *   dynamical transition: (1) first has a root, u = 1/(p − 1)                                    (2)
 *   static transition: Parisi's breaking point is one,
 *                  q²/(pu) + log u + q = 0,  u < 1/(p − 1),        T² = f′(q) u/q                (3)
 *   ageing: (1) with the smallest u, and
 *                  χ = (1 − C)/T for C > q,  dχ/dC = −x/T for C < q,  x = (p − 2) u/q            (4)
 *                  T/x = √f″(1) q^(p/2)/(p − 2)                                                  (5)
 *                  E = −½ [Σ_{k<p} qᵏ/√f″(q) + qᵖ x/T]                                           (6)
 *
 * (5) and (6) are x of (4) and E = −[1 − (1 − x) qᵖ]/(2T) with T eliminated by (1), so that T = 0 is no exception: there q
 * = 1, x = 0 and E = E_th of `tensor-pca`. Above the transition (2) a quenched system comes to equilibrium, E = −1/(2T).
 * Roots are those of u to the last bit; the rest is a few roundings.
 *
 * Sources: Crisanti, Sommers, Z. Phys. B 87 (1992) 341, for (3); Crisanti, Horner, Sommers, Z. Phys. B 92 (1993) 257, for
 * (2); Cugliandolo, Kurchan, Phys. Rev. Lett. 71 (1993) 173, for the rest.
 */
import { bisect } from '../lib/bisection';
import { power } from './mixed-covariance';
import { noiseCurvature, noiseSlope } from './tensor-pca';

let p: i32 = 3;
let temperature: f64 = 0; // T, where u is looked for

/** √f″(q). */
function rootCurvature(q: f64): f64 {
  return Math.sqrt(noiseCurvature(p) * power(q, p - 2));
}

/** The T of (1). */
function marginal(u: f64): f64 {
  return rootCurvature(1 - u) * u;
}

/** q of (2). */
export function dynamicOverlap(order: i32): f64 {
  return <f64>(order - 2) / <f64>(order - 1);
}

/** T of (2). */
export function dynamicTemperature(order: i32): f64 {
  p = order;
  return marginal(1 / <f64>(order - 1));
}

/** q of (3). */
export function staticOverlap(order: i32): f64 {
  p = order;
  const u = bisect((u: f64): f64 => -((1 - u) * (1 - u)) / (<f64>p * u) - Math.log(u) - 1 + u, 0, 1 / <f64>(p - 1));
  return 1 - u;
}

/** T of (3), at its q. */
export function staticTemperature(order: i32, q: f64): f64 {
  return Math.sqrt(noiseSlope(order) * power(q, order - 2) * (1 - q));
}

/** u of (4) at T; NaN above the transition (2). */
export function rattling(order: i32, T: f64): f64 {
  if (T > dynamicTemperature(order)) return NaN;
  if (T == 0) return 0;
  temperature = T;
  return bisect((u: f64): f64 => marginal(u) - temperature, 0, 1 / <f64>(order - 1));
}

/** x of (4). */
export function violation(order: i32, u: f64): f64 {
  return (<f64>(order - 2) * u) / (1 - u);
}

/** T/x of (5). */
export function effectiveTemperature(order: i32, u: f64): f64 {
  return Math.sqrt(noiseCurvature(order) * power(1 - u, order)) / <f64>(order - 2);
}

/** E of (6). */
export function ageingEnergy(order: i32, u: f64): f64 {
  p = order;
  const q = 1 - u;
  let sum: f64 = 0;
  for (let k = 0; k < order; ++k) sum += power(q, k);
  return -0.5 * (sum / rootCurvature(q) + power(q, order) / effectiveTemperature(order, u));
}
