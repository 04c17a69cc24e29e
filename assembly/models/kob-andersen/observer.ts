/** What both dynamics of the mixture show: ageing since the last change of temperature, and the structure. */
import { RadialHistogram } from '../../lib/radial-histogram';
import { Ageing } from './ageing';
import { Mixture } from './mixture';

const BINS: i32 = 100;
const WIDTH: f64 = 0.025; // so that the bins end where A no longer meets A
const EVERY: i32 = 50; // steps from one look at the structure to the next

export class Observer {
  readonly species: StaticArray<u8>; // [N]
  readonly waits: StaticArray<f64>; // [waits] in time
  readonly lags: StaticArray<f64>; // [lags] in time
  readonly radialDistribution: StaticArray<f64>; // [bins] g_AA
  readonly ageing: Ageing;
  private readonly radial: RadialHistogram;
  private steps: f64 = 0;

  /** Waiting times from `wait` and lags from `lag` in time; `temperature` is that of the bath. */
  constructor(readonly mixture: Mixture, readonly dt: f64, wait: f64, lag: f64, private temperature: f64) {
    const ageing = new Ageing(mixture, <i32>Math.round(wait / dt), <i32>Math.round(lag / dt));
    const radial = new RadialHistogram(mixture.neighbours.lists[0], mixture.NA, mixture.volume(), BINS, WIDTH);
    radial.visit(mixture.positions);
    this.species = mixture.species();
    this.waits = ageing.times(ageing.waits, dt);
    this.lags = ageing.times(ageing.lags, dt);
    this.ageing = ageing;
    this.radial = radial;
    this.radialDistribution = radial.mean;
  }

  /** Before a step in a bath of this temperature: a change is a quench. */
  expect(temperature: f64): void {
    if (temperature == this.temperature) return;
    this.temperature = temperature;
    this.ageing.quench();
    this.radial.restart();
    this.radial.visit(this.mixture.positions);
  }

  /** After a step. */
  look(): void {
    ++this.steps;
    this.ageing.advance();
    if (this.ageing.steps % EVERY == 0) this.radial.visit(this.mixture.positions);
  }

  /** Time since the start. */
  t(): f64 {
    return this.steps * this.dt;
  }

  /** Time since the last change of temperature. */
  age(): f64 {
    return <f64>this.ageing.steps * this.dt;
  }
}
