/**
 * A picture that moves and is a Brownian sheet at every moment: independent sheets W_0, W_1, … of `models/brownian-sheet`,
 * of which one turns into the next.
 *
 *   W_τ = cos(πφ/2) W_k + sin(πφ/2) W_{k+1},   τ = k + φ,  0 ≤ φ < 1                          (1)
 *   τ ← τ + v                                                                                 (2)
 *
 * cos² + sin² = 1 and W_k, W_{k+1} are independent, so that at each τ
 *
 *   E W_τ(s,t) W_τ(s',t') = min(s,s') min(t,t')                                               (3)
 *
 * and the law of W_τ is that of a Brownian sheet. At two moments of one turn, φ and φ', (3) is multiplied by
 * cos(π(φ − φ')/2). While W_k turns into W_{k+1}, the rows of W_{k+2} are drawn, as many a step as v asks for. Covariances
 * (`models/pair-covariance`) are those of W_0, W_1, …, W_k, which are independent.
 *
 * Source: Walsh, "An introduction to stochastic partial differential equations", Lecture Notes in Mathematics 1180
 * (1986) 265, for the sheet.
 */
import { blend } from '../../lib/blend';
import { Random, stream } from '../../lib/random';
import { clear, drawRows, Sheet } from '../../models/brownian-sheet';
import { PairCovariance } from '../../models/pair-covariance';
import { Stream } from '../../models/streams';

@unmanaged class Setup { n: f64; }
@unmanaged class Params { pace: f64; }
@unmanaged class Observables {
  t: f64; corner: f64; sheets: f64; variation: f64; deviation: f64; deviationExpected: f64;
}

const setup = changetype<Setup>(memory.data(offsetof<Setup>(), 8));
const params = changetype<Params>(memory.data(offsetof<Params>(), 8));
const obs = changetype<Observables>(memory.data(offsetof<Observables>(), 8));

let n: i32 = 0;
let random!: Random;
let from!: Sheet; // W_k
let to!: Sheet; // W_{k+1}
let next!: Sheet; // W_{k+2}, the rows that are there
let phase: f64 = 0; // φ
let W!: StaticArray<f32>; // [n, n] W_τ
let pairs!: PairCovariance;

/** Draws W_0 and W_1. */
export function init(seed: u32): void {
  n = <i32>setup.n;
  random = stream(seed, Stream.increments);
  from = new Sheet(n);
  to = new Sheet(n);
  next = new Sheet(n);
  W = new StaticArray<f32>(n * n);
  pairs = new PairCovariance(n);
  drawRows(from, random, n);
  drawRows(to, random, n);
  arrive();
  show();
}

/** One step of (2). */
export function step(): void {
  phase += params.pace;
  if (phase >= 1) {
    phase -= 1;
    drawRows(next, random, n);
    const gone = from;
    from = to;
    to = next;
    next = gone;
    clear(next);
    arrive();
  }
  drawRows(next, random, <i32>Math.ceil(phase * <f64>n));
  show();
}

/** Counts W_k. */
function arrive(): void {
  pairs.count(from);
  obs.sheets = pairs.sheets;
  obs.variation = from.squares;
  obs.deviation = pairs.deviation;
  obs.deviationExpected = pairs.deviationExpected;
}

/** (1) */
function show(): void {
  const angle = 0.5 * Math.PI * phase;
  blend(<f32>Math.cos(angle), from.values, <f32>Math.sin(angle), to.values, W);
  obs.t = <f64>(pairs.sheets - 1) + phase;
  obs.corner = W[n * n - 1];
}

export function setupPtr(): usize { return changetype<usize>(setup); }
export function paramsPtr(): usize { return changetype<usize>(params); }
export function observablesPtr(): usize { return changetype<usize>(obs); }
export function fieldPtr(k: i32): usize {
  if (k == 0) return changetype<usize>(W);
  if (k == 1) return changetype<usize>(pairs.points);
  if (k == 2) return changetype<usize>(pairs.covariance);
  if (k == 3) return changetype<usize>(pairs.measured);
  return changetype<usize>(pairs.measuredError);
}
