/**
 * State evolution of maximum-likelihood AMP for the spiked matrix-tensor model of order 3 (the theory of
 * `ml-amp-spiked-matrix-tensor`).
 *
 *   mᵗ⁺¹ = aₜ/nₜ,   aₜ = f′(mᵗ) = mᵗ/Δ₂ + (mᵗ)²/Δ₃,   nₜ² = f′(1) + aₜ²,   f(q) = q²/(2Δ₂) + q³/(3Δ₃)    (1)
 *   cₜ₊₁ = (f′(cₜ) + aₜ aₜ₋₁)/(nₜ nₜ₋₁),   c₁ = m¹ m⁰,   cₜ = x̂ᵗ · x̂ᵗ⁻¹/N                        (2)
 *   change = |x̂ᵗ − x̂ᵗ⁻¹|/√N = √(2 (1 − cₜ)),   1 at t = 0                                       (3)
 *   E(m) = −f(m) − √((1 − m²) f′(1)),   E′(m) = m √(f′(1)/(1 − m²)) − f′(m)                      (4)
 *
 * The field Bᵗ has the mean aₜ x*, and its noise at two times the covariance f′ of the overlap of the two estimates;
 * (1) and (2) divide it by its norm. (1) rises with m, so an orbit never overshoots a fixed point. There c = 1 is
 * stable where f″(1) < f′(1) + a²: the estimate settles; elsewhere it wanders for ever and c stays below 1, with m
 * fixed all the same. E is the lowest energy per site at overlap m, replica symmetric; its stationary points are
 * the fixed points of (1). (2) holds while Δ₂ and Δ₃ stay as they are. Errors: one rounding of f64 per operation, so
 * that (3) ends at about 10⁻⁸ and not at zero.
 *
 * Source: Sarao Mannelli, Krzakala, Urbani, Zdeborová, ICML (2019) 4333.
 */
import { f, fPrime } from '../../models/spiked-matrix-tensor';

@unmanaged class Setup { m0: f64; }
@unmanaged class Params { delta2: f64; delta3: f64; }
@unmanaged class Observables { t: f64; overlap: f64; energy: f64; change: f64; }

const setup = changetype<Setup>(memory.data(offsetof<Setup>(), 8));
const params = changetype<Params>(memory.data(offsetof<Params>(), 8));
const obs = changetype<Observables>(memory.data(offsetof<Observables>(), 8));

let m: f64 = 0; // overlap mᵗ
let c: f64 = 0; // overlap cₜ of two estimates
let previous: f64 = 0; // mᵗ⁻¹
let steps: i32 = 0; // t
let map!: StaticArray<f64>; // [129] (1) at mᵗ = k/128

/** Starts at m0: state evolution knows no disorder, so the seed changes nothing. */
export function init(_seed: u32): void {
  map = new StaticArray<f64>(129);
  m = setup.m0;
  c = 0;
  previous = 0;
  steps = 0;
  measure();
}

/** One iteration of (1) and (2). */
export function step(): void {
  const after = next(m);
  c = steps == 0 ? after * m : nextOverlap();
  previous = m;
  m = after;
  ++steps;
  measure();
}

/** Equation (1). */
function next(m: f64): f64 {
  const a = fPrime(m, params.delta2, params.delta3);
  return a / Math.sqrt(fPrime(1, params.delta2, params.delta3) + a * a);
}

/** Equation (2). */
function nextOverlap(): f64 {
  const noise = fPrime(1, params.delta2, params.delta3);
  const a = fPrime(m, params.delta2, params.delta3);
  const b = fPrime(previous, params.delta2, params.delta3);
  const square = (noise + a * a) * (noise + b * b);
  return Math.min(1, (fPrime(c, params.delta2, params.delta3) + a * b) / Math.sqrt(square));
}

/** Equations (3) and (4) at the overlap, and the whole map (1). */
function measure(): void {
  obs.t = steps;
  obs.overlap = m;
  obs.change = steps == 0 ? 1 : Math.sqrt(2 * (1 - c));
  const noise = fPrime(1, params.delta2, params.delta3);
  obs.energy = -f(m, params.delta2, params.delta3) - Math.sqrt((1 - m * m) * noise);
  for (let k = 0; k < map.length; ++k) map[k] = next(<f64>k / 128);
}

export function setupPtr(): usize { return changetype<usize>(setup); }
export function paramsPtr(): usize { return changetype<usize>(params); }
export function observablesPtr(): usize { return changetype<usize>(obs); }
export function fieldPtr(_k: i32): usize { return changetype<usize>(map); }
