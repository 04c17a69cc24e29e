/**
 * Langevin dynamics of the spherical p-spin model after a quench from infinite temperature, averaged over systems.
 *
 *   ẋ = F − μx + ξ,   ⟨ξ_i(t) ξ_j(t′)⟩ = 2T δ_ij δ(t − t′),   F = −∇H of `models/p-spin`        (1)
 *   y = x + P_x (dt F + √(2T dt) z),   x ← √N y/|y|,   z standard normal                        (2)
 *   C(t_w, t_w + t) = x(t_w) · x(t_w + t)/N, by `models/p-spin-correlations`                     (3)
 *
 * (1) is an Itô equation, whose μ keeps |x|² = N: μ = F · x/N + (1 − 1/N) T, where F · x/N = −pE. (2) is of first order in
 * dt, in its equilibrium too; at every dt it meets the mean-field theory of projected steps of the same dt as N → ∞.
 * T = 0 is gradient flow. T may move. p = 2 has a solution in closed form.
 *
 * Sources: Cugliandolo, Kurchan, Phys. Rev. Lett. 71 (1993) 173, for p = 3; Cugliandolo, Dean, J. Phys. A 28 (1995)
 * 4213, for p = 2.
 */
import { Correlations, inTime } from '../../models/p-spin-correlations';
import { advance, average, Sample, Samples } from '../../models/p-spin-samples';

@unmanaged class Setup { p: f64; N: f64; samples: f64; dt: f64; }
@unmanaged class Params { temperature: f64; }
@unmanaged class Observables { t: f64; energy: f64; energyError: f64; mu: f64; gradientNorm: f64; }

const setup = changetype<Setup>(memory.data(offsetof<Setup>(), 8));
const params = changetype<Params>(memory.data(offsetof<Params>(), 8));
const obs = changetype<Observables>(memory.data(offsetof<Observables>(), 8));

let samples!: Samples;
let first!: Sample;
let correlations!: Correlations; // (3)
let waits!: StaticArray<f64>; // [8] t_w
let lags!: StaticArray<f64>; // [64] t
let steps: i32 = 0; // since the start

/** Draws the systems, anywhere on the sphere. */
export function init(seed: u32): void {
  samples = new Samples(seed, <i32>setup.p, <i32>setup.N, <i32>setup.samples);
  first = samples.all[0];
  correlations = new Correlations(samples, setup.dt);
  waits = inTime(correlations.waits, setup.dt);
  lags = inTime(correlations.lags, setup.dt);
  steps = 0;
  measure();
}

/** One step of (2). */
export function step(): void {
  advance(samples, params.temperature, setup.dt);
  ++steps;
  measure();
}

function measure(): void {
  average(samples, params.temperature);
  correlations.visit(steps);
  obs.t = setup.dt * <f64>steps;
  obs.energy = samples.energy;
  obs.energyError = samples.energyError;
  obs.mu = samples.mu;
  obs.gradientNorm = samples.gradientNorm;
}

export function setupPtr(): usize { return changetype<usize>(setup); }
export function paramsPtr(): usize { return changetype<usize>(params); }
export function observablesPtr(): usize { return changetype<usize>(obs); }
export function fieldPtr(k: i32): usize {
  if (k == 0) return changetype<usize>(first.x);
  if (k == 1) return changetype<usize>(waits);
  if (k == 2) return changetype<usize>(lags);
  if (k == 3) return changetype<usize>(correlations.correlation);
  return changetype<usize>(correlations.correlationError);
}
