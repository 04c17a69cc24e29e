/**
 * Overdamped Langevin dynamics of the mixture, of friction 1.
 *
 *   ṙ = F + ξ,   ⟨ξ_i(t) ξ_j(t′)⟩ = 2T δ_ij δ(t − t′)                                           (1)
 *   r ← r + P + √(2T dt) (z_n + z_{n+1})/2,   P = dt F, at most 0.1 long                         (2)
 *   z_n: standard normal numbers less their mean over particles, for step n                     (3)
 *
 * With the mean of two noises (2) costs what Euler's scheme costs and is of second order in dt in its equilibrium, where
 * Euler's is of first order with a large constant: cages are stiff. Along a run it is of first order. By (3) the centre of
 * mass is at rest, on which nothing depends: free, it would diffuse with T/N, more than particles of a glass do. The bound
 * on P is met only after noise has pushed particles into each other, where dt is too long for T: the run stays finite.
 *
 * Sources: Flenner, Szamel, Nature Communications 6 (2015) 7392, for (1); Leimkuhler, Matthews, Applied Mathematics
 * Research eXpress 2013 (2013) 34, for (2).
 */
import { translate } from '../../lib/motion';
import { fillNormal } from '../../lib/normal';
import { Random } from '../../lib/random';
import { Mixture } from './mixture';

const LONGEST: f64 = 0.1;

export class Overdamped {
  private z: StaticArray<f64>; // [N, d] noise of the step to come
  private before: StaticArray<f64>; // [N, d] noise of the last step
  private readonly mean: StaticArray<f64>; // [d] of a noise

  constructor(readonly mixture: Mixture, readonly random: Random) {
    this.z = new StaticArray<f64>(mixture.N * mixture.d);
    this.before = new StaticArray<f64>(mixture.N * mixture.d);
    this.mean = new StaticArray<f64>(mixture.d);
    this.draw();
  }

  /** (2); forces are those of the present before and after. */
  step(dt: f64, T: f64): void {
    this.draw();
    const mixture = this.mixture, d = mixture.d, F = mixture.F, z = this.z, before = this.before;
    const noise = Math.sqrt(0.5 * T * dt), most = (LONGEST * LONGEST) / (dt * dt);
    for (let i = 0; i < z.length; i += d) {
      let square: f64 = 0;
      for (let k = i; k < i + d; ++k) square += F[k] * F[k];
      const mobility = square > most ? LONGEST / Math.sqrt(square) : dt;
      for (let k = i; k < i + d; ++k) {
        const move = mobility * F[k] + noise * (before[k] + z[k]);
        mixture.positions[k] += move;
        mixture.displacements[k] += move;
      }
    }
    mixture.look();
  }

  /** The next noise, by (3); the present one becomes the last. */
  private draw(): void {
    const z = this.before, mean = this.mean, d = mean.length;
    this.before = this.z;
    this.z = z;
    fillNormal(this.random, z);
    for (let k = 0; k < d; ++k) mean[k] = 0;
    for (let i = 0; i < z.length; i += d) {
      for (let k = 0; k < d; ++k) mean[k] += z[i + k];
    }
    for (let k = 0; k < d; ++k) mean[k] /= <f64>this.mixture.N;
    translate(z, mean);
  }
}
