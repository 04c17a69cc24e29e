/**
 * Dynamics of the Hopfield model from a pattern or a feature, damaged or not, while patterns come and go.
 *
 *   m = (1/N) Σ_i s_i ξ_i,  ξ the start before its damage                                       (1)
 *   m^ν = (1/N) Σ_i s_i ξ^ν_i,   μ^k = (1/N) Σ_i s_i f^k_i                                      (2)
 *   P = max(1, [α N]),  [·] the nearest whole number;  D = 2 ⌊α_D N/2⌋ + 1, the nearest odd one   (3)
 *
 * The model is that of `models/hopfield`, its patterns those of `models/hopfield-patterns`, its updates those of
 * `models/heat-bath`. A step makes uN updates, then sees what is there; before that it takes the brush where it is told.
 *
 * Sources: Hopfield, Proc. Natl. Acad. Sci. USA 79 (1982) 2554; Negri, Lauditi, Perugini, Lucibello, Malatesta, Phys. Rev.
 * Lett. 131 (2023) 257301, for features.
 */
import { stream, uniform } from '../../lib/random';
import { paddedLength, signProduct } from '../../lib/sign-gram';
import { Brush, moveBrush } from '../../models/brush';
import { Sweeps, update } from '../../models/heat-bath';
import { againstField, energyPerSpin, Hopfield, storePatterns } from '../../models/hopfield';
import { drawFeature, drawMixture, drawPattern, Patterns, PatternSource } from '../../models/hopfield-patterns';
import { PICTURES, sideOf } from '../../models/pictures';
import { Stream } from '../../models/streams';

@unmanaged class Setup { N: f64; patterns: f64; index: f64; mixture: f64; flipped: f64; erased: f64; }
@unmanaged class Params { alpha: f64; alphaD: f64; temperature: f64; updates: f64; brush: f64; }
@unmanaged class Observables {
  t: f64; overlap: f64; energy: f64; flips: f64; unstable: f64; nearest: f64; stored: f64; features: f64;
}

const setup = changetype<Setup>(memory.data(offsetof<Setup>(), 8));
const params = changetype<Params>(memory.data(offsetof<Params>(), 8));
const obs = changetype<Observables>(memory.data(offsetof<Observables>(), 8));

/** Patterns and features whose overlaps are kept, and the largest α and α_D. */
const SHOWN: i32 = 32;
const MOST_ALPHA: f64 = 4;
const MOST_ALPHA_D: f64 = 0.5;

const overlaps = new StaticArray<f64>(SHOWN); // [32] m^ν of (2)
const featureOverlaps = new StaticArray<f64>(SHOWN); // [32] μ^k of (2)

let model!: Hopfield;
let sweeps!: Sweeps;
let brush!: Brush;
let start!: StaticArray<i16>; // [padded] ξ of (1)
let firstPatterns!: StaticArray<i16>; // [32, padded]
let firstFeatures!: StaticArray<i16>; // [32, padded]
let spins!: StaticArray<u8>; // [N] 1 for up
let target!: StaticArray<u8>; // [N]
let memories!: StaticArray<u8>; // [8, N]
let due: f64 = 0; // updates that have not been made, less than one
let made: f64 = 0; // updates so far
let shownD: i32 = 0; // D of firstPatterns

/** Draws features and patterns, and damages the start. */
export function init(seed: u32): void {
  const N = <i32>setup.N, length = paddedLength(N);
  const source = new PatternSource(seed, N, <Patterns>setup.patterns, featuresOf(MOST_ALPHA_D));
  model = new Hopfield(source, patternsOf(MOST_ALPHA));
  sweeps = new Sweeps(seed, N);
  brush = new Brush(sideOf(N));
  start = new StaticArray<i16>(length);
  firstPatterns = new StaticArray<i16>(SHOWN * length);
  firstFeatures = new StaticArray<i16>(SHOWN * length);
  spins = new StaticArray<u8>(N);
  target = new StaticArray<u8>(N);
  memories = new StaticArray<u8>(PICTURES * N);
  drawStart();
  damage(seed);
  for (let k = 0; k < SHOWN; ++k) {
    drawFeature(source, k, model.pattern);
    for (let i = 0; i < N; ++i) firstFeatures[k * length + i] = model.pattern[i];
  }
  learn();
  measure();
}

/** One step: patterns that are new, the brush, and uN updates. */
export function step(): void {
  learn();
  moveBrush(brush, <i32>params.brush, model);
  due += params.updates * setup.N;
  const count = <i32>due;
  due -= <f64>count;
  made += <f64>count;
  const flips = update(sweeps, model, count, params.temperature);
  obs.flips = count > 0 ? <f64>flips / <f64>count : 0;
  measure();
}

/** P and D of (3). */
function patternsOf(alpha: f64): i32 {
  return max(1, <i32>Math.floor(alpha * setup.N + 0.5));
}
function featuresOf(alphaD: f64): i32 {
  return 2 * <i32>(0.5 * alphaD * setup.N) + 1;
}

/** The pattern, the feature or the mixture of an odd number of features where the run starts. */
function drawStart(): void {
  const index = <i32>setup.index, mixture = <i32>setup.mixture;
  if (mixture > 0) drawMixture(model.source, index, mixture | 1, start);
  else drawPattern(model.source, index, featuresOf(params.alphaD), start);
  for (let i = 0; i < model.N; ++i) target[i] = start[i] > 0 ? 1 : 0;
}

/** The spins ← the start, some turned over, then some erased. */
function damage(seed: u32): void {
  const N = model.N;
  const random = stream(seed, Stream.start);
  const left = <f64>N * (1 - setup.erased);
  for (let i = 0; i < N; ++i) {
    const flipped = uniform(random) < setup.flipped;
    model.spins[i] = <f64>i + 0.5 > left ? -1 : flipped ? -start[i] : start[i];
  }
}

/** Stores the patterns of (3). */
function learn(): void {
  const D = featuresOf(params.alphaD), length = start.length;
  storePatterns(model, patternsOf(params.alpha), D);
  if (D == shownD) return;
  shownD = D;
  for (let nu = 0; nu < SHOWN; ++nu) {
    drawPattern(model.source, nu, D, model.pattern);
    for (let i = 0; i < model.N; ++i) {
      firstPatterns[nu * length + i] = model.pattern[i];
      if (nu < PICTURES) memories[nu * model.N + i] = model.pattern[i] > 0 ? 1 : 0;
    }
  }
}

function measure(): void {
  const N = setup.N, s = model.spins;
  for (let i = 0; i < model.N; ++i) spins[i] = s[i] > 0 ? 1 : 0;
  lookAt(firstPatterns, model.P, overlaps);
  lookAt(firstFeatures, model.D, featureOverlaps);
  obs.t = made / N;
  obs.overlap = <f64>signProduct(start, 0, s) / N;
  obs.energy = energyPerSpin(model);
  obs.unstable = <f64>againstField(model) / N;
  obs.nearest = largest(overlaps, min(model.P, SHOWN));
  obs.stored = model.P;
  obs.features = model.D;
}

/** (2) with the first `count` vectors, at most 32. */
function lookAt(vectors: StaticArray<i16>, count: i32, out: StaticArray<f64>): void {
  const s = model.spins;
  for (let k = 0; k < SHOWN; ++k) out[k] = k < count ? <f64>signProduct(vectors, k * s.length, s) / setup.N : NaN;
}

/** Which of the first `count` values is farthest from 0. */
function largest(values: StaticArray<f64>, count: i32): i32 {
  let best = 0;
  for (let k = 1; k < count; ++k) if (Math.abs(values[k]) > Math.abs(values[best])) best = k;
  return best;
}

export function setupPtr(): usize { return changetype<usize>(setup); }
export function paramsPtr(): usize { return changetype<usize>(params); }
export function observablesPtr(): usize { return changetype<usize>(obs); }
export function fieldPtr(k: i32): usize {
  if (k == 0) return changetype<usize>(spins);
  if (k == 1) return changetype<usize>(target);
  if (k == 2) return changetype<usize>(memories);
  if (k == 3) return changetype<usize>(overlaps);
  return changetype<usize>(featureOverlaps);
}
