/**
 * How far the weights of a network move from where they were at some waiting times, and how noisy their gradient was there.
 *
 *   Δ(t_w, t_w + t) = (1/M) Σ_i [w_i(t_w + t) − w_i(t_w)]²                                      (1)
 *   D(t_w) of `network-examination`                                                             (2)
 *
 * On a flat bottom, where steps of batches of B independent samples are all that moves the weights, Δ = η² D t/(B M).
 */
import { copy } from '../lib/vector';
import { WaitingTimes } from '../lib/waiting-times';
import { Samples } from './learning-task';
import { Examination, gradientVariance } from './network-examination';

export class WeightDisplacement extends WaitingTimes {
  readonly delta: StaticArray<f64>; // [waits, lags] (1), NaN where not yet reached
  readonly gradientNoise: StaticArray<f64>; // [waits] (2), NaN where not yet reached
  private readonly kept: StaticArray<StaticArray<f64>>; // [waits, weights]

  constructor(
    waits: StaticArray<i32>, lags: StaticArray<i32>, readonly exam: Examination, readonly training: Samples,
  ) {
    super(waits, lags);
    this.delta = new StaticArray<f64>(waits.length * lags.length).fill(NaN);
    this.gradientNoise = new StaticArray<f64>(waits.length).fill(NaN);
    const kept = new StaticArray<StaticArray<f64>>(waits.length);
    for (let w = 0; w < waits.length; ++w) kept[w] = new StaticArray<f64>(exam.network.weights.length);
    this.kept = kept;
  }

  keep(w: i32): void {
    copy(this.exam.network.weights, this.kept[w]);
    this.gradientNoise[w] = gradientVariance(this.exam, this.training);
  }

  compare(w: i32, l: i32): void {
    const now = this.exam.network.weights;
    const then = this.kept[w];
    let sum: f64 = 0;
    for (let i = 0; i < now.length; ++i) sum += (now[i] - then[i]) * (now[i] - then[i]);
    this.delta[w * this.lags.length + l] = sum / <f64>this.exam.network.size;
  }
}
