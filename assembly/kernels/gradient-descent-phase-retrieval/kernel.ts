/**
 * Gradient descent of phase retrieval on the sphere |w|² = N, over all samples or some of them, with or without heat.
 *
 *   w ← √N v/|v|,   v = w + P_w (η F_s(w) + √(2Tη) z),   z standard normal                      (1)
 *   F_s = −∇H over the samples that are seen, of `models/phase-retrieval/landscape`
 *   s: each sample with probability b, for a time τ, by `models/phase-retrieval/mini-batch`      (2)
 *   smallest eigenvalue of P_w (μ + ∇²H) P_w, by `models/phase-retrieval/hessian`                (3)
 *
 * b = 1 is gradient descent, and with T > 0 the Langevin algorithm; b < 1 is stochastic gradient descent, persistent where
 * τ > η/(1 − b). All begin at the same point of the same instance. (1) moves along the gradient of the samples that
 * are seen, then (2) chooses those of the next step. (3) is measured at the start and then every `hessianEvery` steps;
 * between these its numbers stay.
 *
 * Sources: Mignacco, Urbani, Zdeborová, Machine Learning: Science and Technology 2 (2021) 035029, for (1) and (2); Sarao
 * Mannelli, Biroli, Cammarota, Krzakala, Urbani, Zdeborová, NeurIPS 33 (2020) 3265, for (3).
 */
import { Random, stream } from '../../lib/random';
import { overlap, pointAtOverlap } from '../../lib/sphere';
import { norm } from '../../lib/vector';
import { Hessian, lowest, signalOverlap } from '../../models/phase-retrieval/hessian';
import { draw, PhaseRetrieval, samplesOf } from '../../models/phase-retrieval/instance';
import { Landscape, survey } from '../../models/phase-retrieval/landscape';
import { drawBatch, fractionSeen, renewal, renewBatch } from '../../models/phase-retrieval/mini-batch';
import { move, shake, SpherePoint, split } from '../../models/projected-step';
import { Stream } from '../../models/streams';

@unmanaged class Setup { N: f64; alpha: f64; normalised: f64; a: f64; m0: f64; }
@unmanaged class Params { eta: f64; b: f64; persistence: f64; temperature: f64; hessianEvery: f64; }
@unmanaged class Observables {
  t: f64; overlap: f64; loss: f64; gradientNorm: f64; seen: f64; lambdaMin: f64; eigenOverlap: f64;
}

const setup = changetype<Setup>(memory.data(offsetof<Setup>(), 8));
const params = changetype<Params>(memory.data(offsetof<Params>(), 8));
const obs = changetype<Observables>(memory.data(offsetof<Observables>(), 8));

let model!: PhaseRetrieval;
let landscape!: Landscape;
let hessian!: Hessian;
let point!: SpherePoint; // w and F_s
let batches!: Random;
let heat!: Random;
let steps: i32 = 0; // since the start

/** Draws the instance and a start of overlap m0 (m0 = 0: anywhere on the sphere). */
export function init(seed: u32): void {
  const N = <i32>setup.N;
  model = draw(seed, N, samplesOf(N, setup.alpha));
  landscape = new Landscape(model, setup.normalised == 1 ? setup.a : 0);
  point = new SpherePoint(N);
  hessian = new Hessian(landscape, point.x);
  batches = stream(seed, Stream.batches);
  heat = stream(seed, Stream.dynamics);
  pointAtOverlap(stream(seed, Stream.start), model.signal, setup.m0, point.x);
  drawBatch(batches, params.b, landscape.seen, model.M);
  steps = 0;
  obs.t = 0;
  measure();
}

/** One step of (1), then of (2). */
export function step(): void {
  shake(point, params.temperature, params.eta, heat);
  move(point, params.eta);
  renewBatch(batches, params.b, renewal(params.b, params.persistence, params.eta), landscape.seen, model.M);
  ++steps;
  obs.t += params.eta;
  measure();
}

/** One pass over the samples, for what is measured and for the next step. */
function measure(): void {
  survey(landscape, point.x, params.b, point.force);
  split(point);
  obs.overlap = Math.abs(overlap(point.x, model.signal));
  obs.loss = landscape.loss;
  obs.gradientNorm = norm(point.force) / Math.sqrt(<f64>model.N);
  obs.seen = fractionSeen(landscape.seen, model.M);
  if (steps % <i32>params.hessianEvery == 0) measureHessian();
}

/** Equation (3). */
function measureHessian(): void {
  obs.lambdaMin = lowest(hessian);
  obs.eigenOverlap = signalOverlap(hessian);
}

export function setupPtr(): usize { return changetype<usize>(setup); }
export function paramsPtr(): usize { return changetype<usize>(params); }
export function observablesPtr(): usize { return changetype<usize>(obs); }
export function fieldPtr(k: i32): usize {
  if (k == 0) return changetype<usize>(point.x);
  return changetype<usize>(model.signal);
}
