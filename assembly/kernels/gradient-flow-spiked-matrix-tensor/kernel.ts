/**
 * Gradient flow of the spiked matrix-tensor model on the sphere |x|² = N, with the Hessian along it.
 *
 *   ẋ = F − μx,   μ = F · x/N,   F = −∇H of `models/spiked-matrix-tensor`                       (1)
 *   x ← √N y/|y|,   y = x + dt (F − μx)                                                         (2)
 *   A = P_x (μ + ∇²H) P_x on the tangent space: eigenvalues λ₁ ≤ … ≤ λ_{N−1}, v₁ of length 1    (3)
 *   (v₁ · P_x x*)² / |P_x x*|²                                                                  (4)
 *   theory of (3) and (4): a semicircle of radius 2σ about μ, σ² = f″(1), and where s = f″(m) (1 − m²) > σ
 *   λ₁ = μ − s − σ²/s, outside, with (4) = 1 − σ²/s²                                            (5)
 *
 * (2) is projected Euler: first order in dt, stable while dt is below 2/λ_{N−1}, about 2/(μ + 2σ). (3), (4) and their
 * theory are measured at the start and then every `hessianEvery` steps; between these the values stay. (5) takes m and
 * μ from the flow. It is exact for large N where the noise of the Hessian does not know x except through μ.
 *
 * Sources: Sarao Mannelli, Krzakala, Urbani, Zdeborová, ICML 2019, PMLR 97, 4333, for the flow; Sarao Mannelli, Biroli,
 * Cammarota, Krzakala, Zdeborová, NeurIPS 32 (2019) 8676, for the Hessian.
 */
import { stream } from '../../lib/random';
import { traceSemicircle } from '../../lib/semicircle';
import { pointAtOverlap } from '../../lib/sphere';
import { norm } from '../../lib/vector';
import { drawGlobe, Globe, project } from '../../models/globe';
import { isolatedEigenvalue, isolatedOverlap } from '../../models/kac-rice';
import { energy, look, pull, Walker } from '../../models/projected-dynamics';
import { move } from '../../models/projected-step';
import { draw, fSecond } from '../../models/spiked-matrix-tensor';
import { Stream } from '../../models/streams';
import {
  lowest, signalOverlap, spectrum as measureSpectrum, takeHessian, TangentHessian,
} from '../../models/tangent-hessian';

const POINTS = 65; // of the semicircle

@unmanaged class Setup { N: f64; m0: f64; }
@unmanaged class Params { delta2: f64; delta3: f64; dt: f64; hessianEvery: f64; }
@unmanaged class Observables {
  t: f64; overlap: f64; energy: f64; mu: f64; gradientNorm: f64; lambdaMin: f64; eigenOverlap: f64;
  bulkEdge: f64; outlier: f64; outlierOverlap: f64;
}

const setup = changetype<Setup>(memory.data(offsetof<Setup>(), 8));
const params = changetype<Params>(memory.data(offsetof<Params>(), 8));
const obs = changetype<Observables>(memory.data(offsetof<Observables>(), 8));

let walker!: Walker;
let hessian!: TangentHessian;
let globe!: Globe;
let steps: i32 = 0; // since the start
let position!: StaticArray<f64>; // [3] x on the globe whose north pole is the signal
let spectrum!: StaticArray<f64>; // [N] eigenvalues of (3), then NaN
let semicircle!: StaticArray<f64>; // [POINTS, 2] λ and its density, by (5)

/** Draws the instance and a start of overlap m0 (m0 = 0: anywhere on the sphere). */
export function init(seed: u32): void {
  const model = draw(seed, <i32>setup.N);
  walker = new Walker(model);
  hessian = new TangentHessian(model);
  globe = drawGlobe(stream(seed, Stream.globe), model.signal);
  position = new StaticArray<f64>(3);
  spectrum = new StaticArray<f64>(model.N);
  semicircle = new StaticArray<f64>(2 * POINTS);
  pointAtOverlap(stream(seed, Stream.start), model.signal, setup.m0, walker.x);
  steps = 0;
  obs.t = 0;
  measure();
}

/** One step of (2). */
export function step(): void {
  pull(walker, params.delta2, params.delta3, params.delta3);
  move(walker, params.dt);
  ++steps;
  obs.t += params.dt;
  measure();
}

/** The noise at x, once for what is measured and for the next step. */
function measure(): void {
  const delta2 = params.delta2;
  const delta3 = params.delta3;
  look(walker);
  pull(walker, delta2, delta3, delta3);
  obs.overlap = walker.m;
  obs.energy = energy(walker, delta2, delta3, delta3);
  obs.mu = walker.radial;
  obs.gradientNorm = norm(walker.force) / Math.sqrt(setup.N);
  project(globe, walker.x, position);
  if (steps % <i32>params.hessianEvery == 0) measureHessian();
}

/** Equations (3) and (4), and (5) beside them. */
function measureHessian(): void {
  takeHessian(hessian, walker.x, obs.mu, params.delta2, params.delta3);
  obs.lambdaMin = lowest(hessian);
  obs.eigenOverlap = signalOverlap(hessian);
  measureSpectrum(hessian, spectrum);
  predict(fSecond(1, params.delta2, params.delta3), fSecond(walker.m, params.delta2, params.delta3));
}

/** Equation (5), from f″(1) and f″(m). */
function predict(variance: f64, spike: f64): void {
  const sigma = Math.sqrt(variance);
  obs.bulkEdge = obs.mu - 2 * sigma;
  obs.outlier = isolatedEigenvalue(walker.m, obs.mu, variance, spike);
  obs.outlierOverlap = isolatedOverlap(walker.m, variance, spike);
  traceSemicircle(obs.mu, sigma, semicircle);
}

export function setupPtr(): usize { return changetype<usize>(setup); }
export function paramsPtr(): usize { return changetype<usize>(params); }
export function observablesPtr(): usize { return changetype<usize>(obs); }
export function fieldPtr(k: i32): usize {
  if (k == 0) return changetype<usize>(walker.x);
  if (k == 1) return changetype<usize>(hessian.model.signal);
  if (k == 2) return changetype<usize>(position);
  if (k == 3) return changetype<usize>(spectrum);
  return changetype<usize>(semicircle);
}
