/**
 * The radial distribution of the points of a list of pairs about each other, a mean over recent times.
 *
 *   g_k = 2 n_k V/(N² v_k),   n_k pairs at distances from k Δ to (k + 1) Δ,   v_k the volume of that shell   (1)
 *   mean ← mean + (g − mean)/min(times, 64)                                                     (2)
 *
 * The list holds all pairs at the distances of the bins.
 */
import { PairList } from './pair-list';

const MEMORY: i32 = 64;

export class RadialHistogram {
  readonly mean: StaticArray<f64>; // [bins]
  private readonly counts: StaticArray<f64>; // [bins + 1] the last one for what is beyond
  private times: i32 = 0;

  /** Bins of width Δ, of the N points in volume V of which `list` holds the pairs. */
  constructor(
    readonly list: PairList, readonly N: i32, readonly V: f64, bins: i32, readonly width: f64,
  ) {
    this.mean = new StaticArray<f64>(bins);
    this.counts = new StaticArray<f64>(bins + 1);
  }

  /** What was seen so far is forgotten. */
  restart(): void {
    this.times = 0;
  }

  /** (2) with (1) of the points r. */
  visit(r: StaticArray<f64>): void {
    this.count(r);
    this.times = min(this.times + 1, MEMORY);
    const d = this.list.from.points.d, N = <f64>this.N, width = this.width;
    const ball = d == 2 ? Math.PI : (4 * Math.PI) / 3;
    for (let k = 0; k < this.mean.length; ++k) {
      const inner = <f64>k * width, outer = inner + width;
      const shell = ball * (d == 2 ? outer * outer - inner * inner : outer * outer * outer - inner * inner * inner);
      const g = (2 * this.counts[k] * this.V) / (N * N * shell);
      this.mean[k] += (g - this.mean[k]) / <f64>this.times;
    }
  }

  private count(r: StaticArray<f64>): void {
    const entries = this.list.entries, bins = <f64>this.mean.length, d = this.list.from.points.d, per = 1 / this.width;
    for (let k = 0; k < this.counts.length; ++k) this.counts[k] = 0;
    for (let at = 0; at < this.list.length; ) {
      const i = entries[at] >> 3, stop = at + 2 + <i32>entries[at + 1];
      for (at += 2; at < stop; ++at) {
        const j = entries[at] >> 3;
        let r2: f64 = 0;
        for (let k = 0; k < d; ++k) r2 += (r[i + k] - r[j + k]) * (r[i + k] - r[j + k]);
        ++this.counts[<i32>min<f64>(Math.sqrt(r2) * per, bins)];
      }
    }
  }
}
