/**
 * The Hessian of one instance of phase retrieval at a random start, as samples are added.
 *
 *   H = (1/M) Σ_μ T_μ x_μ x_μᵀ on the tangent space at w,   T = (3ŷ² − y)/(a + y),   α = M/N     (1)
 *   H = Σ_k λ_k v_k v_kᵀ,   λ₁ ≤ … ≤ λ_{N−1};   (v_k · P_w w*)²/|P_w w*|²                        (2)
 *
 * (1) is what the samples of `models/phase-retrieval/landscape` give at the start of gradient descent of the same seed;
 * the radial force, which adds a constant to all eigenvalues on the sphere, is left out. M begins at N and a step adds δα N
 * samples, up to the α of the setup: a smaller α has the first samples of a larger one. (2) is whole: every eigenvalue,
 * and how much of the signal its vector has. Errors: T is good to 10⁻⁵ of its size, from products of f32.
 *
 * Sources: Bonnaire, Biroli, Cammarota, arXiv:2403.02418; Sarao Mannelli, Biroli, Cammarota, Krzakala, Urbani, Zdeborová,
 * NeurIPS 33 (2020) 3265.
 */
import { addSquare, copyDense, DenseSymmetric } from '../../lib/dense-symmetric';
import { stream } from '../../lib/random';
import { getEntry } from '../../lib/row-panels';
import { pointAtOverlap } from '../../lib/sphere';
import { tangentSignal } from '../../lib/tangent-signal';
import { grown } from '../../models/phase-retrieval/growth';
import { draw, PhaseRetrieval, samplesOf } from '../../models/phase-retrieval/instance';
import { Landscape, survey } from '../../models/phase-retrieval/landscape';
import { Stream } from '../../models/streams';

@unmanaged class Setup { N: f64; alpha: f64; a: f64; }
@unmanaged class Params { growth: f64; }
@unmanaged class Observables { ratio: f64; mean: f64; lambdaMin: f64; eigenOverlap: f64; t: f64; }

const setup = changetype<Setup>(memory.data(offsetof<Setup>(), 8));
const params = changetype<Params>(memory.data(offsetof<Params>(), 8));
const obs = changetype<Observables>(memory.data(offsetof<Observables>(), 8));

let model!: PhaseRetrieval;
let curvature!: StaticArray<f64>; // [M] T
let taken: i32 = 0; // samples that H has
let H!: DenseSymmetric; // [N, N] M times (1), before the projection
let work!: DenseSymmetric; // [N, N] its copy, for the reduction
let row!: StaticArray<f64>; // [N] x_μ, then scratch
let x!: StaticArray<f64>; // [N] w, where the Hessian is taken
let spectrum!: StaticArray<f64>; // [N] λ of (2), then NaN
let overlaps!: StaticArray<f64>; // [N] squared overlaps of (2), then NaN

/** Draws the instance and a start anywhere on the sphere. */
export function init(seed: u32): void {
  const N = <i32>setup.N;
  model = draw(seed, N, samplesOf(N, setup.alpha));
  x = new StaticArray<f64>(N);
  row = new StaticArray<f64>(N);
  spectrum = new StaticArray<f64>(N);
  overlaps = new StaticArray<f64>(N);
  H = new DenseSymmetric(N);
  work = new DenseSymmetric(N);
  pointAtOverlap(stream(seed, Stream.start), model.signal, 0, x);
  const landscape = new Landscape(model, setup.a);
  survey(landscape, x, 1, row);
  curvature = landscape.curvature;
  taken = 0;
  obs.ratio = 1;
  measure();
}

/** Adds samples. */
export function step(): void {
  if (obs.ratio == setup.alpha) return;
  obs.ratio = grown(obs.ratio, params.growth, setup.alpha);
  measure();
}

/** (1) and (2) for the samples of the present α. */
function measure(): void {
  const N = model.N;
  for (const M = samplesOf(N, obs.ratio); taken < M; ++taken) {
    for (let i = 0; i < N; ++i) row[i] = getEntry(model.X, taken, i);
    addSquare(H, curvature[taken], row);
  }
  copyDense(H, 1 / <f64>taken, work);
  tangentSignal(work, x, model.signal, spectrum, overlaps, row);
  obs.t = obs.ratio - 1;
  obs.lambdaMin = spectrum[0];
  obs.eigenOverlap = overlaps[0];
  obs.mean = 0;
  for (let k = 0; k < N - 1; ++k) obs.mean += spectrum[k] / <f64>(N - 1);
}

export function setupPtr(): usize { return changetype<usize>(setup); }
export function paramsPtr(): usize { return changetype<usize>(params); }
export function observablesPtr(): usize { return changetype<usize>(obs); }
export function fieldPtr(k: i32): usize {
  if (k == 0) return changetype<usize>(spectrum);
  if (k == 1) return changetype<usize>(overlaps);
  if (k == 2) return changetype<usize>(x);
  return changetype<usize>(model.signal);
}
