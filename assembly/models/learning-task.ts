/**
 * What a network is to learn: samples of inputs x, targets y and classes, to train on and to hold out.
 *
 *   digits:         14 × 14 pixels of handwritten digits, ten classes; y is 1 for the class, else 0           (1)
 *   random labels:  x ~ N(0, 1) in d dimensions, y is 0 or 1 with probability 1/2 whatever x is               (2)
 *   teacher:        y = 1/(1 + e^(−s)), s = Σ_{k<4} (−1)^k max(0, w_k · x), w_k ~ N(0, 2/d), the class is s > 0   (3)
 *
 * Pixels are shifted and scaled so that all of those to train on have mean 0 and variance 1. Where there are two classes,
 * squared error has one output, of target y, and cross-entropy two, of targets 1 − y and y: a network of four hidden units
 * can meet (3) exactly. Held-out samples are drawn first, so that fewer samples to train on are the first of more.
 */
import { digits } from '../data/digits';
import { normal } from '../lib/normal';
import { next, Random, stream } from '../lib/random';
import { sigmoid } from './output-loss';
import { Stream } from './streams';

export enum Task { digits, randomLabels, teacher }

/** Samples that are held out. */
export const HELD_OUT: i32 = 500;
/** Pixels along a side, and of a digit. */
const PIXELS: i32 = 196;
const CLASSES: i32 = 10;
/** Bytes of a digit: its label, and two pixels in a byte. */
const RECORD: i32 = 1 + PIXELS / 2;
const TEACHER_UNITS: i32 = 4;

export class Samples {
  readonly x: StaticArray<f64>; // [count, inputs]
  readonly y: StaticArray<f64>; // [count, outputs]
  readonly labels: StaticArray<i32>; // [count]

  constructor(readonly count: i32, readonly inputs: i32, readonly outputs: i32) {
    this.x = new StaticArray<f64>(count * inputs);
    this.y = new StaticArray<f64>(count * outputs);
    this.labels = new StaticArray<i32>(count);
  }
}

export class LearningTask {
  constructor(readonly training: Samples, readonly heldOut: Samples) {}
}

/** The task of a seed: P samples to train on, of `inputs` dimensions unless they are digits. */
export function drawTask(seed: u32, task: Task, crossEntropy: bool, P: i32, inputs: i32): LearningTask {
  if (task == Task.digits) return digitTask(P);
  const outputs = crossEntropy ? 2 : 1;
  const teacher = task == Task.teacher ? drawTeacher(seed, inputs) : null;
  const random = stream(seed, Stream.samples);
  const heldOut = new Samples(HELD_OUT, inputs, outputs);
  const training = new Samples(P, inputs, outputs);
  draw(random, teacher, heldOut);
  draw(random, teacher, training);
  return new LearningTask(training, heldOut);
}

/** The w_k [units, inputs] of (3). */
export function drawTeacher(seed: u32, inputs: i32): StaticArray<f64> {
  const random = stream(seed, Stream.teacher);
  const w = new StaticArray<f64>(TEACHER_UNITS * inputs);
  for (let k = 0; k < w.length; ++k) w[k] = Math.sqrt(2 / <f64>inputs) * normal(random);
  return w;
}

/** (3), or (2) if there is no teacher. */
function draw(random: Random, teacher: StaticArray<f64> | null, samples: Samples): void {
  const d = samples.inputs;
  for (let mu = 0; mu < samples.count; ++mu) {
    for (let i = 0; i < d; ++i) samples.x[mu * d + i] = normal(random);
    if (teacher) {
      const s = answer(teacher, samples.x, mu * d, d);
      setBinary(samples, mu, s > 0 ? 1 : 0, sigmoid(s));
    } else {
      const label = <i32>(next(random) >> 63);
      setBinary(samples, mu, label, <f64>label);
    }
  }
}

/** s of (3) for the input from `at` on. */
function answer(teacher: StaticArray<f64>, x: StaticArray<f64>, at: i32, d: i32): f64 {
  let s: f64 = 0;
  for (let k = 0; k < TEACHER_UNITS; ++k) {
    let field: f64 = 0;
    for (let i = 0; i < d; ++i) field += teacher[k * d + i] * x[at + i];
    s += (k & 1 ? -1 : 1) * max(0, field);
  }
  return s;
}

function setBinary(samples: Samples, mu: i32, label: i32, y: f64): void {
  const C = samples.outputs;
  samples.labels[mu] = label;
  samples.y[mu * C + C - 1] = y;
  if (C == 2) samples.y[mu * C] = 1 - y;
}

/** (1): the first P digits to train on, the last ones held out. */
function digitTask(P: i32): LearningTask {
  const total = digits.length / RECORD;
  const trainable = total - HELD_OUT;
  assert(P <= trainable, 'digitTask: there must be as many digits as there are samples to train on');
  let sum: f64 = 0, squares: f64 = 0;
  for (let mu = 0; mu < trainable; ++mu) {
    for (let i = 0; i < PIXELS; ++i) {
      const ink = <f64>inkOf(mu, i);
      sum += ink;
      squares += ink * ink;
    }
  }
  const mean = sum / <f64>(trainable * PIXELS);
  const deviation = Math.sqrt(squares / <f64>(trainable * PIXELS) - mean * mean);
  return new LearningTask(readDigits(0, P, mean, deviation), readDigits(trainable, HELD_OUT, mean, deviation));
}

function readDigits(from: i32, count: i32, mean: f64, deviation: f64): Samples {
  const samples = new Samples(count, PIXELS, CLASSES);
  for (let mu = 0; mu < count; ++mu) {
    const label = <i32>digits[(from + mu) * RECORD];
    samples.labels[mu] = label;
    samples.y[mu * CLASSES + label] = 1;
    for (let i = 0; i < PIXELS; ++i) samples.x[mu * PIXELS + i] = (<f64>inkOf(from + mu, i) - mean) / deviation;
  }
  return samples;
}

/** Ink of pixel i of a digit, 0 to 15. */
export function inkOf(digit: i32, i: i32): i32 {
  return (<i32>digits[digit * RECORD + 1 + (i >> 1)] >> (4 * (i & 1))) & 15;
}

/** out [digits, pixels] ← the ink of held-out digits, from the first on. */
export function showDigits(out: StaticArray<u8>): void {
  const from = digits.length / RECORD - HELD_OUT;
  for (let k = 0; k < out.length; ++k) out[k] = <u8>inkOf(from + k / PIXELS, k % PIXELS);
}
