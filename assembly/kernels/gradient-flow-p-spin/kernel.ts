/**
 * Gradient flow of the spherical p-spin model from random points, averaged over systems, with the Hessians along it.
 *
 *   ẋ = F − μx,   μ = F · x/N = −pE,   F = −∇H of `models/p-spin`                               (1)
 *   x ← √N y/|y|,   y = x + dt (F − μx)                                                         (2)
 *   C(t_w, t_w + t) = x(t_w) · x(t_w + t)/N, by `models/p-spin-correlations`                     (3)
 *   spectrum of P_x (μ + ∇²H) P_x beside its semicircle, by `models/p-spin-hessians`             (4)
 *
 * (2) is projected Euler: first order in dt, stable while dt is below 2/(μ + 2σ), 0.29 at the end for p = 3 and 0.5 for
 * p = 2; at every dt it meets the mean-field theory of projected steps of the same dt as N → ∞. (4) is taken at the start
 * and ten times a decade from t = 0.1; between these its numbers stay.
 *
 * Sources: Cugliandolo, Kurchan, Phys. Rev. Lett. 71 (1993) 173; Kurchan, Laloux, J. Phys. A 29 (1996) 1929, for (4).
 */
import { geometricSteps } from '../../lib/waiting-times';
import { Correlations, inTime } from '../../models/p-spin-correlations';
import { Hessians, takeHessians } from '../../models/p-spin-hessians';
import { advance, average, Sample, Samples } from '../../models/p-spin-samples';

@unmanaged class Setup { p: f64; N: f64; samples: f64; dt: f64; }
@unmanaged class Params {}
@unmanaged class Observables {
  t: f64; energy: f64; energyError: f64; mu: f64; gradientNorm: f64;
  hessianTime: f64; lowestEigenvalue: f64; bulkEdge: f64;
}

const setup = changetype<Setup>(memory.data(offsetof<Setup>(), 8));
const params = changetype<Params>(memory.data(8, 8)); // empty, at an address of its own
const obs = changetype<Observables>(memory.data(offsetof<Observables>(), 8));

let samples!: Samples;
let first!: Sample;
let correlations!: Correlations; // (3)
let hessians!: Hessians; // (4)
let due!: StaticArray<i32>; // steps at which (4) is taken
let taken: i32 = 0; // how many of these are past
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
  hessians = new Hessians(<i32>setup.N, <i32>setup.samples);
  due = geometricSteps(<i32>Math.round(0.1 / setup.dt), Math.pow(10, 0.1), 64);
  taken = 0;
  steps = 0;
  measure();
}

/** One step of (2). */
export function step(): void {
  advance(samples, 0, setup.dt);
  ++steps;
  measure();
}

function measure(): void {
  average(samples, 0);
  correlations.visit(steps);
  obs.t = setup.dt * <f64>steps;
  obs.energy = samples.energy;
  obs.energyError = samples.energyError;
  obs.mu = samples.mu;
  obs.gradientNorm = samples.gradientNorm;
  if (steps == 0) measureHessians();
  else if (taken < due.length && steps == due[taken]) {
    ++taken;
    measureHessians();
  }
}

/** Equation (4). */
function measureHessians(): void {
  takeHessians(hessians, samples, setup.p);
  obs.hessianTime = obs.t;
  obs.lowestEigenvalue = hessians.lowest;
  obs.bulkEdge = hessians.edge;
}

export function setupPtr(): usize { return changetype<usize>(setup); }
export function paramsPtr(): usize { return changetype<usize>(params); }
export function observablesPtr(): usize { return changetype<usize>(obs); }
export function fieldPtr(k: i32): usize {
  if (k == 0) return changetype<usize>(first.x);
  if (k == 1) return changetype<usize>(waits);
  if (k == 2) return changetype<usize>(lags);
  if (k == 3) return changetype<usize>(correlations.correlation);
  if (k == 4) return changetype<usize>(correlations.correlationError);
  if (k == 5) return changetype<usize>(hessians.spectrum);
  return changetype<usize>(hessians.semicircle);
}
