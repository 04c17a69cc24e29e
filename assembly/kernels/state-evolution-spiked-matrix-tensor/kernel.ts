/**
 * State evolution of Bayes-optimal AMP for the spiked matrix-tensor model of order 3 (the theory of
 * `amp-spiked-matrix-tensor`).
 *
 *   mᵗ⁺¹ = a / (1 + a),   a = f′(mᵗ) = mᵗ/Δ₂ + (mᵗ)²/Δ₃,   f(q) = q²/(2Δ₂) + q³/(3Δ₃)            (1)
 *   φ(m) = ½ [log(1 − m) + m + f(m)],   φ′(m) = ½ [f′(m) − m/(1 − m)]                           (2)
 *
 * φ is the replica-symmetric free entropy per site: minus the free energy, measured from its value at m = 0. Its
 * stationary points are the fixed points of (1), its maxima the stable ones, and the Bayes-optimal overlap is where it
 * is largest. Errors: one rounding of f64 per operation; (1) contracts towards a stable fixed point.
 *
 * Source: Sarao Mannelli, Biroli, Cammarota, Krzakala, Urbani, Zdeborová, Phys. Rev. X 10 (2020) 011057.
 */
import { f, fPrime } from '../../models/spiked-matrix-tensor';

@unmanaged class Setup { m0: f64; }
@unmanaged class Params { delta2: f64; delta3: f64; }
@unmanaged class Observables { t: f64; overlap: f64; freeEnergy: f64; }

const setup = changetype<Setup>(memory.data(offsetof<Setup>(), 8));
const params = changetype<Params>(memory.data(offsetof<Params>(), 8));
const obs = changetype<Observables>(memory.data(offsetof<Observables>(), 8));

let m: f64 = 0; // overlap mᵗ
let map!: StaticArray<f64>; // [129] (1) at mᵗ = k/128

/** Starts at m0: state evolution knows no disorder, so the seed changes nothing. */
export function init(_seed: u32): void {
  map = new StaticArray<f64>(129);
  m = setup.m0;
  obs.t = 0;
  measure();
}

/** One iteration of (1). */
export function step(): void {
  m = next(m);
  obs.t += 1;
  measure();
}

/** Equation (1). */
function next(m: f64): f64 {
  const a = fPrime(m, params.delta2, params.delta3);
  return a / (1 + a);
}

/** Equation (2) at the overlap, and the whole map (1): reads the state, writes only what the figure shows. */
function measure(): void {
  obs.overlap = m;
  obs.freeEnergy = 0.5 * (Math.log(1 - m) + m + f(m, params.delta2, params.delta3));
  for (let k = 0; k < map.length; ++k) map[k] = next(<f64>k / 128);
}

export function setupPtr(): usize { return changetype<usize>(setup); }
export function paramsPtr(): usize { return changetype<usize>(params); }
export function observablesPtr(): usize { return changetype<usize>(obs); }
export function fieldPtr(_k: i32): usize { return changetype<usize>(map); }
