/**
 * How the A particles move between two times, waiting times counted from the last quench.
 *
 *   Δ(t_w, t_w + t) = mean over A of |u(t_w + t) − u(t_w)|²                                     (1)
 *   F_s(q; t_w, t_w + t) = mean over A and q of cos q·[u(t_w + t) − u(t_w)],
 *   |q| = 6.5 (two dimensions) or 7.25 (three), about the first peak of the structure factor of A   (2)
 *
 * u is the displacement since the quench. Waiting times and lags grow by √10 and 10^(1/10): decades cost alike.
 *
 * Sources: Kob, Barrat, Phys. Rev. Lett. 78 (1997) 4581.
 */
import { clear, squareOfSum } from '../../lib/motion';
import { geometricSteps, WaitingTimes } from '../../lib/waiting-times';
import { WaveShell } from '../../lib/wave-shell';
import { Mixture } from './mixture';

const WAITS: i32 = 7;
const LAGS: i32 = 48;

export class Ageing extends WaitingTimes {
  readonly selfScattering: StaticArray<f64>; // [waits, lags] F_s of (2)
  readonly meanSquareDisplacement: StaticArray<f64>; // [waits, lags] Δ of (1)
  steps: i32 = 0; // since the quench
  private readonly before: StaticArray<f64>; // [N, d] displacement from the quench to the last waiting time
  private readonly kept: StaticArray<StaticArray<f64>>; // [waits][NA, d] u at each waiting time
  private readonly shell: WaveShell;

  /** Waiting times from `wait` and lags from `lag` steps. */
  constructor(readonly mixture: Mixture, wait: i32, lag: i32) {
    super(geometricSteps(wait, Math.sqrt(10), WAITS), geometricSteps(lag, Math.pow(10, 0.1), LAGS));
    const kept = new StaticArray<StaticArray<f64>>(WAITS);
    for (let w = 0; w < WAITS; ++w) kept[w] = new StaticArray<f64>(mixture.NA * mixture.d);
    this.kept = kept;
    this.selfScattering = new StaticArray<f64>(WAITS * LAGS);
    this.meanSquareDisplacement = new StaticArray<f64>(WAITS * LAGS);
    this.before = new StaticArray<f64>(mixture.N * mixture.d);
    this.shell = new WaveShell(mixture.d, mixture.L, mixture.d == 2 ? 6.5 : 7.25);
    this.quench();
  }

  /** The present becomes the time from which waiting times count. */
  quench(): void {
    this.restart();
    this.steps = 0;
    clear(this.mixture.displacements, this.mixture.displacements.length);
    clear(this.before, this.before.length);
    this.selfScattering.fill(NaN);
    this.meanSquareDisplacement.fill(NaN);
  }

  /** After each step. */
  advance(): void {
    this.visit(++this.steps);
  }

  /** Δ(0, t) of (1): since the quench. */
  sinceQuench(): f64 {
    const n = this.mixture.NA;
    return squareOfSum(this.before, this.mixture.displacements, n * this.mixture.d) / <f64>n;
  }

  /** Displacements count from here on. */
  keep(w: i32): void {
    const before = this.before, travel = this.mixture.displacements, kept = this.kept[w];
    for (let i = 0; i < before.length; ++i) before[i] += travel[i];
    for (let i = 0; i < kept.length; ++i) kept[i] = before[i];
    clear(travel, travel.length);
  }

  compare(w: i32, l: i32): void {
    const before = this.before, travel = this.mixture.displacements, kept = this.kept[w], n = this.mixture.NA;
    let square: f64 = 0, cosine: f64 = 0;
    for (let i = 0; i < kept.length; ++i) {
      const u = before[i] + travel[i] - kept[i];
      square += u * u;
    }
    for (let i = 0; i < n; ++i) cosine += this.shell.mean(before, travel, kept, i);
    this.meanSquareDisplacement[w * LAGS + l] = square / <f64>n;
    this.selfScattering[w * LAGS + l] = cosine / <f64>n;
  }

  /** Steps as times. */
  times(steps: StaticArray<i32>, dt: f64): StaticArray<f64> {
    const out = new StaticArray<f64>(steps.length);
    for (let k = 0; k < steps.length; ++k) out[k] = <f64>steps[k] * dt;
    return out;
  }
}
