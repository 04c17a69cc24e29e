/**
 * Averaged gradient descent on the spiked tensor: the force is averaged over R replicas of the estimate, which removes
 * most of its noise and keeps its signal; when the estimate has settled the replicas are dropped.
 *
 *   replicas  xᵃ = √(1−s) x + √s uᵃ,   uᵃ uniform on the sphere, drawn once and carried along    (1)
 *   M = (1/R) Σₐ xᵃxᵃᵀ = (1−s) x xᵀ + √(s(1−s)) (x ūᵀ + ū xᵀ) + s U                             (2)
 *       ū = (1/R) Σₐ uᵃ,   U = (1/R) Σₐ uᵃuᵃᵀ
 *   F̄ = (1/R) Σₐ F(xᵃ) = 3/(N√2) W : M + r (x*ᵀ M x* / N²) x*                                   (3)
 *   x ← √N y/|y|,   y = x + η √N F̄/|F̄|                                                         (4)
 *   phase 0 (averaging) ends before the step at which |F̄ − (F̄·x/N) x| < 0.02 |F̄|,
 *       or when Σ η = 50, eight times round the sphere; phase 1 is (3) and (4) with s = 0         (5)
 *   noise = |3/(N√2) W : M| / √(N f′(1) + f″(1)),   f(q) = q³/2                                  (6)
 *   E[noise²] = E[tr M²]/N² at the start, where x and the uᵃ are independent of W                 (7)
 *
 * (7) is exact because the gradient's covariance at overlap q has the trace N f′(q) + q f″(q) = q² (3N/2 + 3); its
 * right side is (3) of `models/replicas`. With s = 1 the noise falls like R^(−1/2) until R is about N; with s < 1 two
 * replicas share the centre of mass and it stops at about 1 − s. For R → ∞, s = 1 the force is the vector of partial
 * traces.
 *
 * Sources: Biroli, Cammarota, Ricci-Tersenghi, J. Phys. A 53 (2020) 174003; Anandkumar, Deng, Ge, Mobahi, COLT 2017,
 * for the partial trace. (1) and (5) are this kernel's choices.
 */
import { stream } from '../../lib/random';
import { overlap, pointAtOverlap, renormalise } from '../../lib/sphere';
import { rankTwo, SymmetricMatrix } from '../../lib/symmetric-matrix';
import { addScaled, copy, dot, norm, scale } from '../../lib/vector';
import { drawGlobe, Globe, place, project, shadow } from '../../models/globe';
import { drawReplicas, meanSquareOverlap, moments, Replicas } from '../../models/replicas';
import {
  addSignal, draw, meanNoise, noise, noiseVariance, signalEnergy, SpikedTensor,
} from '../../models/spiked-tensor';
import { Stream } from '../../models/streams';

@unmanaged class Setup { N: f64; R: f64; }
@unmanaged class Params { r: f64; eta: f64; spread: f64; }
@unmanaged class Observables { t: f64; overlap: f64; energy: f64; noise: f64; phase: f64; }

const setup = changetype<Setup>(memory.data(offsetof<Setup>(), 8));
const params = changetype<Params>(memory.data(offsetof<Params>(), 8));
const obs = changetype<Observables>(memory.data(offsetof<Observables>(), 8));

const settled: f64 = 0.02; // the tangential fraction of |F̄| in (5)
const farthest: f64 = 50; // Σ η in (5)

let model!: SpikedTensor;
let globe!: Globe;
let replicas!: Replicas;
let x!: StaticArray<f64>; // [N] centre of mass, on the sphere
let mean!: StaticArray<f64>; // [N] ū
let own!: StaticArray<f64>; // [N] 3/(N√2) W : x xᵀ
let cross!: StaticArray<f64>; // [N] 3/(N√2) W : (x ūᵀ + ū xᵀ)
let trace!: StaticArray<f64>; // [N] 3/(N√2) W : U
let force!: StaticArray<f64>; // [N] F̄
let M!: SymmetricMatrix; // [N, N] scratch
let shadows!: StaticArray<f64>; // [R, 3] of the uᵃ on the globe's axes
let ownShadow!: StaticArray<f64>; // [3] of x
let squareOfSignal: f64 = 0; // x*ᵀ U x* / N²
let averaging: bool = true; // phase 0
let travelled: f64 = 0; // Σ η over phase 0
let position!: StaticArray<f64>; // [3] x on the globe whose north pole is the signal
let replicaPositions!: StaticArray<f64>; // [R, 3] xᵃ on it
let noiseOfMean!: StaticArray<f64>; // [11] (6) at x(0) with the first 2ᵏ replicas, NaN where 2ᵏ > R
let noiseTheory!: StaticArray<f64>; // [11] the root of (7) for 2ᵏ replicas

/** Draws the instance, a start anywhere on the sphere and the replicas; measures the noise of 1, 2, 4, … of them. */
export function init(seed: u32): void {
  const N = <i32>setup.N;
  const R = <i32>setup.R;
  model = draw(seed, N);
  globe = drawGlobe(stream(seed, Stream.globe), model.signal);
  replicas = drawReplicas(stream(seed, Stream.replicas), R, N);
  x = new StaticArray<f64>(N);
  mean = new StaticArray<f64>(N);
  own = new StaticArray<f64>(N);
  cross = new StaticArray<f64>(N);
  trace = new StaticArray<f64>(N);
  force = new StaticArray<f64>(N);
  M = new SymmetricMatrix(N);
  shadows = new StaticArray<f64>(3 * R);
  ownShadow = new StaticArray<f64>(3);
  position = new StaticArray<f64>(3);
  replicaPositions = new StaticArray<f64>(3 * R);
  noiseOfMean = new StaticArray<f64>(11);
  noiseTheory = new StaticArray<f64>(11);
  averaging = true;
  travelled = 0;
  pointAtOverlap(stream(seed, Stream.start), model.signal, 0, x);
  noise(model, x, own);
  for (let k = 0, count = 1; k < 11; ++k, count *= 2) {
    noiseOfMean[k] = count > R ? NaN : noiseOf(count);
    noiseTheory[k] = Math.sqrt(meanSquareOverlap(setup.N, count, params.spread));
  }
  average(R);
  squareOfSignal = 0;
  for (let a = 0; a < R; ++a) {
    shadow(globe, replicas.direction(a), ownShadow);
    for (let axis = 0; axis < 3; ++axis) shadows[3 * a + axis] = ownShadow[axis];
    squareOfSignal += ownShadow[0] ** 2 / <f64>R;
  }
  obs.t = 0;
  measure();
}

/** ū and the force of U, for the first `count` replicas. */
function average(count: i32): void {
  moments(replicas, count, mean, M);
  meanNoise(model, M, trace);
}

/** Noise (6) at x of the first `count` replicas. */
function noiseOf(count: i32): f64 {
  average(count);
  return noiseNorm();
}

/** One step of (4), of plain descent once (5) has ended the averaging. */
export function step(): void {
  pull();
  if (averaging && hasSettled()) {
    averaging = false;
    pull();
  }
  if (averaging) travelled += params.eta;
  addScaled(x, (params.eta * Math.sqrt(setup.N)) / norm(force), force);
  renormalise(x);
  obs.t += 1;
  measure();
}

/** The spread in force: that of the replicas, or none. */
function spread(): f64 {
  return averaging ? params.spread : 0;
}

/** F̄ (3) at x, from the noise forces of (2) and the present r and s. */
function pull(): void {
  const s = spread();
  const m = obs.overlap;
  combine(s);
  const square = (1 - s) * m * m + 2 * Math.sqrt(s * (1 - s)) * m * overlap(mean, model.signal) + s * squareOfSignal;
  addSignal(model, params.r, square, force);
}

/** force = the noise part of (3), by (2). */
function combine(s: f64): void {
  copy(own, force);
  scale(force, 1 - s);
  addScaled(force, Math.sqrt(s * (1 - s)), cross);
  addScaled(force, s, trace);
}

/** (5): the algorithm sees F̄ and x, not the signal. */
function hasSettled(): bool {
  const total = dot(force, force);
  const radial = dot(force, x) ** 2 / setup.N;
  return total - radial < settled * settled * total || travelled >= farthest;
}

/** Noise (6) at x, whose own force is known. */
function noiseNorm(): f64 {
  if (averaging) {
    rankTwo(M, 0, x, mean, M);
    meanNoise(model, M, cross);
  }
  combine(spread());
  return norm(force) / Math.sqrt(noiseVariance(model.N));
}

/** The noise forces at x, once for the observables and for the next step; x and its replicas on the globe. */
function measure(): void {
  const noiseEnergy = noise(model, x, own);
  obs.overlap = overlap(x, model.signal);
  obs.energy = noiseEnergy + signalEnergy(params.r, obs.overlap);
  obs.noise = noiseNorm();
  obs.phase = averaging ? 0 : 1;
  project(globe, x, position);
  shadow(globe, x, ownShadow);
  const inner = Math.sqrt(1 - spread());
  const outer = Math.sqrt(spread());
  for (let a = 0; a < replicas.R; ++a) {
    const m = inner * ownShadow[0] + outer * shadows[3 * a];
    const first = inner * ownShadow[1] + outer * shadows[3 * a + 1];
    const second = inner * ownShadow[2] + outer * shadows[3 * a + 2];
    place(m, first, second, replicaPositions, a);
  }
}

export function setupPtr(): usize { return changetype<usize>(setup); }
export function paramsPtr(): usize { return changetype<usize>(params); }
export function observablesPtr(): usize { return changetype<usize>(obs); }
export function fieldPtr(k: i32): usize {
  if (k == 0) return changetype<usize>(x);
  if (k == 1) return changetype<usize>(model.signal);
  if (k == 2) return changetype<usize>(replicas.directions);
  if (k == 3) return changetype<usize>(position);
  if (k == 4) return changetype<usize>(replicaPositions);
  if (k == 5) return changetype<usize>(noiseOfMean);
  return changetype<usize>(noiseTheory);
}
