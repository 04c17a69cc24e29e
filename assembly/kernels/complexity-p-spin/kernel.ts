/**
 * The landscape of the spherical p-spin model in numbers: how many stationary points, minima and saddles of index k it
 * has at an energy, and what its Hessian is like there; and the temperatures of its glass, with what a system is like that
 * ages at one of them.
 *
 *   Σ(E), Σ_k(E), minima k = 0                     (2), (6) of `models/kac-rice` at m = 0, μ = −pE    (1)
 *   E_th, E₀                                       (2) of `models/tensor-pca`                        (2)
 *   E_k: Σ_k(E_k) = 0                                                                               (3)
 *   spectrum: the semicircle of radius 2σ about μ,  σ² = p(p − 1)/2                                  (4)
 *   T_d, q_d, T_s, q_s, and q, x, T_eff = T/x, E   (2) – (6) of `models/glassy-p-spin`               (5)
 *
 * A complexity exists where it is not negative: below its zero the mean number of such points falls as e^(−N|Σ|). That of
 * minima is the quenched one too, for their number concentrates. The curves have a node at E₀, 128 parts further at E_th,
 * and as many parts further at zero. Nothing moves: a step looks again at the present parameters.
 *
 * Sources: Auffinger, Ben Arous, Černý, Commun. Pure Appl. Math. 66 (2013) 165, for (1)-(4); Subag, Ann. Probab. 45 (2017)
 * 3385, for the concentration; those of the model for (5).
 */
import { density } from '../../lib/semicircle';
import {
  ageingEnergy, dynamicOverlap, dynamicTemperature, effectiveTemperature, rattling, staticOverlap, staticTemperature,
  violation,
} from '../../models/glassy-p-spin';
import { lastForce, saddles, stationaryPoints } from '../../models/kac-rice';
import { groundStateEnergy, noiseCurvature, noiseSlope, thresholdEnergy } from '../../models/tensor-pca';

@unmanaged class Setup { p: f64; }
@unmanaged class Params { energy: f64; index: f64; temperature: f64; }
@unmanaged class Observables {
  thresholdEnergy: f64; groundEnergy: f64; saddleEnergy: f64; thresholdComplexity: f64;
  dynamicTemperature: f64; dynamicOverlap: f64; staticTemperature: f64; staticOverlap: f64;
  mu: f64; edge: f64; total: f64; minima: f64; saddles: f64;
  plateau: f64; violation: f64; effectiveTemperature: f64; ageingEnergy: f64;
}

const setup = changetype<Setup>(memory.data(offsetof<Setup>(), 8));
const params = changetype<Params>(memory.data(offsetof<Params>(), 8));
const obs = changetype<Observables>(memory.data(offsetof<Observables>(), 8));

const parts: i32 = 128; // of a curve, from E₀ to E_th, and from there to 0

let p: i32 = 0;
let f1: f64 = 0; // f′(1)
let f2: f64 = 0; // f″(1)
let energies!: StaticArray<f64>; // [257] from E₀ up to E_th and on to 0
let totals!: StaticArray<f64>; // [257] Σ there
let allMinima!: StaticArray<f64>; // [257] Σ₀ there
let allSaddles!: StaticArray<f64>; // [257] Σ_k there
let eigenvalues!: StaticArray<f64>; // [129] across (4)
let spectrum!: StaticArray<f64>; // [129] their density

/** The mean numbers of all landscapes: the seed changes nothing. */
export function init(_seed: u32): void {
  p = <i32>setup.p;
  f1 = noiseSlope(p);
  f2 = noiseCurvature(p);
  energies = new StaticArray<f64>(2 * parts + 1);
  totals = new StaticArray<f64>(2 * parts + 1);
  allMinima = new StaticArray<f64>(2 * parts + 1);
  allSaddles = new StaticArray<f64>(2 * parts + 1);
  eigenvalues = new StaticArray<f64>(129);
  spectrum = new StaticArray<f64>(129);
  obs.thresholdEnergy = thresholdEnergy(p);
  obs.groundEnergy = groundStateEnergy(p);
  obs.thresholdComplexity = stationaryPoints(0, 2 * Math.sqrt(f2), f1, f2, 0);
  obs.dynamicTemperature = dynamicTemperature(p);
  obs.dynamicOverlap = dynamicOverlap(p);
  obs.staticOverlap = staticOverlap(p);
  obs.staticTemperature = staticTemperature(p, obs.staticOverlap);
  for (let k = 0; k <= parts; ++k) {
    const part = <f64>k / <f64>parts;
    energies[k] = obs.groundEnergy + part * (obs.thresholdEnergy - obs.groundEnergy);
    energies[parts + k] = obs.thresholdEnergy * (1 - part);
  }
  for (let k = 0; k <= 2 * parts; ++k) {
    totals[k] = Math.max(stationaryPoints(0, -<f64>p * energies[k], f1, f2, 0), 0);
    allMinima[k] = k <= parts ? totals[k] : NaN;
  }
  measure();
}

/** Looks again. */
export function step(): void {
  measure();
}

/** What the parameters ask for. */
function measure(): void {
  lookAtEnergy(params.energy, <i32>params.index);
  lookAtTemperature(params.temperature);
}

/** (1), (3), (4). */
function lookAtEnergy(E: f64, k: i32): void {
  const sigma = Math.sqrt(f2);
  obs.mu = -<f64>p * E;
  obs.edge = obs.mu - 2 * sigma;
  obs.total = existing(stationaryPoints(0, obs.mu, f1, f2, 0));
  obs.minima = existing(saddles(obs.mu, f1, f2, 0));
  obs.saddles = existing(saddles(obs.mu, f1, f2, k));
  obs.saddleEnergy = -lastForce(f1, f2, k) / <f64>p;
  for (let i = 0; i < energies.length; ++i) allSaddles[i] = existing(saddles(-<f64>p * energies[i], f1, f2, k));
  for (let i = 0; i < spectrum.length; ++i) {
    const x = (<f64>i - 64) / 32;
    eigenvalues[i] = obs.mu + sigma * x;
    spectrum[i] = density(x) / sigma;
  }
}

/** A complexity, NaN where there is nothing. */
function existing(complexity: f64): f64 {
  return complexity >= 0 ? complexity : NaN;
}

/** (5). */
function lookAtTemperature(T: f64): void {
  const u = rattling(p, T);
  obs.plateau = 1 - u;
  obs.violation = violation(p, u);
  obs.effectiveTemperature = effectiveTemperature(p, u);
  obs.ageingEnergy = ageingEnergy(p, u);
}

export function setupPtr(): usize { return changetype<usize>(setup); }
export function paramsPtr(): usize { return changetype<usize>(params); }
export function observablesPtr(): usize { return changetype<usize>(obs); }
export function fieldPtr(k: i32): usize {
  if (k == 0) return changetype<usize>(energies);
  if (k == 1) return changetype<usize>(totals);
  if (k == 2) return changetype<usize>(allMinima);
  if (k == 3) return changetype<usize>(allSaddles);
  if (k == 4) return changetype<usize>(eigenvalues);
  return changetype<usize>(spectrum);
}
