/**
 * The landscape of the spiked tensor of order p in closed form: where its minima are, and the planted one.
 *
 *   f(q) = qᵖ/2,   fₛ(m) = r mᵖ/p,   f₁ = p/2,   f₂ = p(p − 1)/2,   μ = −pE                      (1)
 *   threshold: μ = 2√f₂, E_th = −√(2(p − 1)/p);   ground state of the noise: Σ(m = 0, E₀) = 0    (2)
 *   planted minimum: r m^(p−2) c = √f₁,  c = √(1 − m²),  E = −√f₁ [m²/(pc) + c], largest m       (3)
 *   it exists from r_s on, where c² = 1/(p − 1) and E = E_th                                     (4)
 *   and is the ground state from r₁ on, where E = E₀: (p − 1) c² − p e c + 1 = 0,  e = −E₀/√f₁   (5)
 *
 * (3) is the replica-symmetric solution at zero temperature; at r_s it is marginal. It exists for every r ≥ r_s. Errors: a
 * few roundings.
 *
 * Source: Ros, Ben Arous, Biroli, Cammarota, Phys. Rev. X 9 (2019) 011003.
 */
import { lastForce, mostMinima } from './kac-rice';
import { power } from './mixed-covariance';

/** Steps of a bisection down to f64. */
const STEPS = 60;

/** f₁ of (1). */
export function noiseSlope(p: i32): f64 {
  return 0.5 * <f64>p;
}

/** f₂ of (1). */
export function noiseCurvature(p: i32): f64 {
  return 0.5 * <f64>(p * (p - 1));
}

/** fₛ′(m) of (1). */
export function signalSlope(p: i32, r: f64, m: f64): f64 {
  return r * power(m, p - 1);
}

/** fₛ″(m) of (1). */
export function signalCurvature(p: i32, r: f64, m: f64): f64 {
  return r * <f64>(p - 1) * power(m, p - 2);
}

/** E_th of (2). */
export function thresholdEnergy(p: i32): f64 {
  return -Math.sqrt((2 * <f64>(p - 1)) / <f64>p);
}

/** E₀ of (2). */
export function groundStateEnergy(p: i32): f64 {
  return -lastForce(noiseSlope(p), noiseCurvature(p)) / <f64>p;
}

/** r of (3) at a given m and c = √(1 − m²). */
function plantedStrength(p: i32, m: f64, c: f64): f64 {
  return Math.sqrt(noiseSlope(p)) / (power(m, p - 2) * c);
}

/** r_s of (4): from here on the planted minimum exists. */
export function spinodal(p: i32): f64 {
  const c = 1 / Math.sqrt(<f64>(p - 1));
  return plantedStrength(p, Math.sqrt(1 - c * c), c);
}

/** r₁ of (5): from here on the planted minimum is the ground state, whose energy without it is `ground`. */
export function firstOrder(p: i32, ground: f64): f64 {
  const b = (-ground * <f64>p) / Math.sqrt(noiseSlope(p));
  const c = 2 / (b + Math.sqrt(b * b - 4 * <f64>(p - 1)));
  return plantedStrength(p, Math.sqrt(1 - c * c), c);
}

/** m of (3): the overlap of the planted minimum; NaN below r_s. Bisection between its ends, m of (4) and 1. */
export function plantedOverlap(p: i32, r: f64): f64 {
  if (r < spinodal(p)) return NaN;
  let low: f64 = 0;
  let high = 1 / Math.sqrt(<f64>(p - 1));
  for (let k = 0; k < STEPS; ++k) {
    const c = 0.5 * (low + high);
    if (plantedStrength(p, Math.sqrt(1 - c * c), c) > r) low = c;
    else high = c;
  }
  return Math.sqrt(1 - high * high);
}

/** E of (3) at the overlap m of the planted minimum. */
export function plantedEnergy(p: i32, m: f64): f64 {
  const c = Math.sqrt(1 - m * m);
  return -Math.sqrt(noiseSlope(p)) * ((m * m) / (<f64>p * c) + c);
}

/** The annealed complexity of minima at overlap m where it is largest, over the energy. */
function mostMinimaAt(p: i32, r: f64, m: f64): f64 {
  return mostMinima(m, noiseSlope(p), noiseCurvature(p), signalSlope(p, r, m), signalCurvature(p, r, m));
}

/**
 * The overlap where the band of minima around m = 0 ends (annealed): the complexity is positive below it and nowhere beyond,
 * where it only touches zero at the planted minimum, up to rounding.
 */
export function bandEdge(p: i32, r: f64): f64 {
  const rounding = 1e-13;
  let low: f64 = 0;
  let high: f64 = 1;
  for (let k = 0; k < STEPS; ++k) {
    const m = 0.5 * (low + high);
    if (mostMinimaAt(p, r, m) > rounding) low = m;
    else high = m;
  }
  return low;
}
