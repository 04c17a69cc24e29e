/**
 * Stochastic gradient descent of a network with one hidden layer, and how its weights age.
 *
 *   w ← w − η ∇𝓛_B(w),   𝓛_B the mean loss of B training samples, drawn anew for each step,      (1)
 *                        independently and with replacement; no momentum
 *   Δ(t_w, t_w + t) = (1/M) Σ_i [w_i(t_w + t) − w_i(t_w)]²                                      (2)
 *
 * Time is counted in steps. The network and (1) are those of `models/two-layer-network`, the data of
 * `models/learning-task`, (2) of `models/weight-displacement`. Losses and accuracies over whole sets of samples cost as
 * much as many steps, so they are measured at the geometric steps 0, 1, 2, … and hold in between.
 *
 * Source: Baity-Jesi, Sagun, Geiger, Spigler, Ben Arous, Cammarota, LeCun, Wyart, Biroli, ICML 2018, 314.
 */
import { Random, stream, uniform } from '../../lib/random';
import { geometricSteps } from '../../lib/waiting-times';
import { drawTask, LearningTask, showDigits, Task } from '../../models/learning-task';
import { Examination, examine, present } from '../../models/network-examination';
import { Stream } from '../../models/streams';
import { drawWeights, evaluate, move, Network, Pass, propagate } from '../../models/two-layer-network';
import { WeightDisplacement } from '../../models/weight-displacement';

@unmanaged class Setup { data: f64; crossEntropy: f64; width: f64; P: f64; batch: f64; inputs: f64; }
@unmanaged class Params { learningRate: f64; }
@unmanaged class Observables {
  t: f64; batchLoss: f64; gradientNorm: f64; loss: f64; trainAccuracy: f64; accuracy: f64;
}

const setup = changetype<Setup>(memory.data(offsetof<Setup>(), 8));
const params = changetype<Params>(memory.data(offsetof<Params>(), 8));
const obs = changetype<Observables>(memory.data(offsetof<Observables>(), 8));

const WAITS: StaticArray<i32> = [10, 30, 100, 300, 1_000, 3_000, 10_000, 30_000]; // [waits] t_w
const LAGS = geometricSteps(1, 1.2589254117941673, 48); // [lags] t: ten a decade
const MEASURES = geometricSteps(1, 1.2115276586285884, 96); // [measures] twelve a decade
/** Weights and held-out samples that are shown. */
const SHOWN_WEIGHTS: i32 = 128;
const SHOWN_SAMPLES: i32 = 36;
const PIXELS: i32 = 196;

const weights = new StaticArray<f64>(SHOWN_WEIGHTS); // [128]
const places = new StaticArray<i32>(SHOWN_WEIGHTS); // [128] where those are in the network
const waits = new StaticArray<f64>(WAITS.length); // [waits]
const lags = new StaticArray<f64>(LAGS.length); // [lags]
const images = new StaticArray<u8>(SHOWN_SAMPLES * PIXELS); // [36, 14, 14]
const labels = new StaticArray<i32>(SHOWN_SAMPLES); // [36]
const predictions = new StaticArray<i32>(SHOWN_SAMPLES); // [36]
const unseen = new StaticArray<i32>(0); // the classes found in the training set are not shown

let task!: LearningTask;
let network!: Network;
let pass!: Pass;
let exam!: Examination;
let displacement!: WeightDisplacement;
let batches!: Random;
let steps: i32 = 0;
let measured: i32 = 0; // of MEASURES
let shown: i32 = 0; // of SHOWN_WEIGHTS

/** Draws the data and the weights, and looks at a batch without following its gradient. */
export function init(seed: u32): void {
  const crossEntropy = setup.crossEntropy == 1;
  task = drawTask(seed, <Task>setup.data, crossEntropy, <i32>setup.P, <i32>setup.inputs);
  network = new Network(task.training.inputs, <i32>setup.width, task.training.outputs, crossEntropy);
  drawWeights(stream(seed, Stream.start), network);
  batches = stream(seed, Stream.batches);
  pass = new Pass(network, <i32>setup.batch);
  exam = new Examination(network);
  displacement = new WeightDisplacement(WAITS, LAGS, exam, task.training);
  for (let w = 0; w < WAITS.length; ++w) waits[w] = WAITS[w];
  for (let l = 0; l < LAGS.length; ++l) lags[l] = LAGS[l];
  choose();
  for (let k = 0; k < SHOWN_SAMPLES; ++k) labels[k] = task.heldOut.labels[k];
  if (<Task>setup.data == Task.digits) showDigits(images);
  follow(0);
  measure();
}

/** One step of (1). */
export function step(): void {
  follow(params.learningRate);
  obs.t = ++steps;
  displacement.visit(steps);
  if (measured < MEASURES.length && steps == MEASURES[measured]) {
    ++measured;
    measure();
  }
}

/** (1) with the rate η. */
function follow(rate: f64): void {
  const B = pass.samples;
  for (let b = 0; b < B; ++b) present(pass, b, task.training, <i32>(uniform(batches) * <f64>task.training.count));
  obs.batchLoss = evaluate(network, pass) / <f64>B;
  propagate(network, pass);
  obs.gradientNorm = Math.sqrt(move(network, pass, rate / <f64>B, network.weights)) / <f64>B;
  for (let k = 0; k < shown; ++k) weights[k] = network.weights[places[k]];
}

/** Chooses the weights that are shown: all, or some at even distances. */
function choose(): void {
  const M = network.size;
  shown = min(M, SHOWN_WEIGHTS);
  for (let k = 0; k < shown; ++k) places[k] = network.place(<i32>((<i64>k * M) / shown));
  weights.fill(NaN);
}

/** Looks at all samples. */
function measure(): void {
  examine(exam, task.training, unseen);
  obs.loss = exam.loss;
  obs.trainAccuracy = exam.accuracy;
  examine(exam, task.heldOut, predictions);
  obs.accuracy = exam.accuracy;
}

export function setupPtr(): usize { return changetype<usize>(setup); }
export function paramsPtr(): usize { return changetype<usize>(params); }
export function observablesPtr(): usize { return changetype<usize>(obs); }
export function fieldPtr(k: i32): usize {
  if (k == 0) return changetype<usize>(weights);
  if (k == 1) return changetype<usize>(waits);
  if (k == 2) return changetype<usize>(lags);
  if (k == 3) return changetype<usize>(displacement.delta);
  if (k == 4) return changetype<usize>(displacement.gradientNoise);
  if (k == 5) return changetype<usize>(images);
  if (k == 6) return changetype<usize>(labels);
  return changetype<usize>(predictions);
}
