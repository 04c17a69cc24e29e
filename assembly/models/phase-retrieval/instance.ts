/**
 * Phase retrieval: a signal known by the squares of its projections on random directions.
 *
 *   y_μ = (x_μ · w* / √N)²,  x_μi ~ N(0, 1) independent, w* uniform on |w*|² = N                 (1)
 *
 * w* and −w* have the same data. Samples are drawn one after another, so that those of a smaller α = M/N are the first of
 * those of a larger one. X is an array of f32 numbers; y is that of these, in f64.
 */
import { normal } from '../../lib/normal';
import { stream } from '../../lib/random';
import { getEntry, RowPanels, setEntry } from '../../lib/row-panels';
import { randomPoint } from '../../lib/sphere';
import { Stream } from '../streams';

export class PhaseRetrieval {
  constructor(
    readonly N: i32,
    readonly M: i32,
    readonly signal: StaticArray<f64>, // [N] w*
    readonly X: RowPanels, // [M, N] x_μ
    readonly y: StaticArray<f64>, // [M rounded up to a multiple of 4] y_μ, then zeros
  ) {}
}

/** The number of samples of α, at least one. */
export function samplesOf(N: i32, alpha: f64): i32 {
  return max(1, <i32>Math.round(alpha * <f64>N));
}

/** The instance of a seed. */
export function draw(seed: u32, N: i32, M: i32): PhaseRetrieval {
  const signal = new StaticArray<f64>(N);
  randomPoint(stream(seed, Stream.signal), signal);
  const random = stream(seed, Stream.samples);
  const X = new RowPanels(M, N);
  const y = new StaticArray<f64>(4 * X.panels);
  for (let mu = 0; mu < M; ++mu) {
    let product: f64 = 0;
    for (let i = 0; i < N; ++i) {
      setEntry(X, mu, i, normal(random));
      product += getEntry(X, mu, i) * signal[i];
    }
    y[mu] = (product * product) / <f64>N;
  }
  return new PhaseRetrieval(N, M, signal, X, y);
}
