/**
 * Independent systems of the spherical p-spin model, side by side: each with disorder, start and thermal noise of its
 * own, from seeds of its own, and what is averaged over them. The first is the system of the seed itself.
 */
import { mean, standardError } from '../lib/mean';
import { Random, stream } from '../lib/random';
import { randomPoint } from '../lib/sphere';
import { dot } from '../lib/vector';
import { draw, PSpin } from './p-spin';
import { move, multiplier, shake, SpherePoint, split } from './projected-step';
import { sampleSeed, Stream } from './streams';

export class Sample extends SpherePoint {
  readonly random: Random; // of the thermal noise
  energy: f64 = 0; // H/N

  constructor(readonly model: PSpin, seed: u32) {
    super(model.N);
    this.random = stream(seed, Stream.dynamics);
    randomPoint(stream(seed, Stream.start), this.x);
    look(this);
  }
}

/** The force at x, and the energy. */
function look(sample: Sample): void {
  sample.energy = sample.model.force(sample.x, sample.force);
  split(sample);
}

export class Samples {
  readonly all: StaticArray<Sample>; // [samples]
  readonly energies: StaticArray<f64>; // [samples]
  energy: f64 = 0; // mean of H/N
  energyError: f64 = 0; // its standard error; NaN for one system
  mu: f64 = 0; // mean multiplier
  gradientNorm: f64 = 0; // root mean square of |∇H| on the sphere over √N

  constructor(seed: u32, p: i32, N: i32, count: i32) {
    this.all = new StaticArray<Sample>(count);
    this.energies = new StaticArray<f64>(count);
    for (let k = 0; k < count; ++k) {
      const own = sampleSeed(seed, k);
      this.all[k] = new Sample(draw(own, p, N), own);
    }
  }
}

/** A projected step of all systems; at temperature 0 nothing is drawn. */
export function advance(samples: Samples, temperature: f64, dt: f64): void {
  for (let k = 0; k < samples.all.length; ++k) {
    const sample = samples.all[k];
    if (temperature > 0) shake(sample, temperature, dt, sample.random);
    move(sample, dt);
    look(sample);
  }
}

/** The means of the present states. */
export function average(samples: Samples, temperature: f64): void {
  const all = samples.all;
  let mu: f64 = 0, square: f64 = 0;
  for (let k = 0; k < all.length; ++k) {
    samples.energies[k] = all[k].energy;
    mu += multiplier(all[k], temperature);
    square += dot(all[k].force, all[k].force) / <f64>all[k].model.N;
  }
  samples.energy = mean(samples.energies);
  samples.energyError = standardError(samples.energies);
  samples.mu = mu / <f64>all.length;
  samples.gradientNorm = Math.sqrt(square / <f64>all.length);
}
