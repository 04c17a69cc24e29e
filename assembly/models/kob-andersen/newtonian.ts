/**
 * Newton's equations for the mixture by velocity Verlet, with the collisions of Andersen's thermostat.
 *
 *   v ← v + dt F/2,   r ← r + dt v,   v ← v + dt F(r)/2                                         (1)
 *   then, with probability 1 − exp(−ν dt) each, particles collide:
 *   v ← v + c,  c of N(0, T/N);  v_i ← N(0, T) for those who collide;  v ← v − mean v           (2)
 *
 * (1) is of second order in dt, reversible and symplectic; ν = 0 conserves energy. (2) leaves the canonical distribution
 * of total momentum zero alone: c gives the particles a thermal centre of mass, in whose presence their velocities are
 * independent. Kept at rest, it adds nothing to displacements; free, it would diffuse with T/(Nν), more than particles
 * of a glass do. The trials of (2) are survived until their hazards ν dt have summed up to a number of Exp(1), so that a
 * step draws a number for each collision and not for each particle.
 *
 * Sources: Swope, Andersen, Berens, Wilson, J. Chem. Phys. 76 (1982) 637, for (1); Andersen, J. Chem. Phys. 72 (1980)
 * 2384, for collisions.
 */
import { drift, kick, square, translate } from '../../lib/motion';
import { normal } from '../../lib/normal';
import { Random, uniform } from '../../lib/random';
import { Mixture } from './mixture';

export class Newtonian {
  readonly v: StaticArray<f64>; // [N, d] velocities
  private readonly centre: StaticArray<f64>; // [d] c of (2)
  private readonly mean: StaticArray<f64>; // [d] velocity
  private hazard: f64; // left until the next collision

  constructor(readonly mixture: Mixture, readonly random: Random) {
    this.v = new StaticArray<f64>(mixture.N * mixture.d);
    this.centre = new StaticArray<f64>(mixture.d);
    this.mean = new StaticArray<f64>(mixture.d);
    this.hazard = exponential(random);
  }

  /** Draws all velocities at temperature T, of total momentum zero. */
  heat(T: f64): void {
    const N = this.mixture.N, d = this.mixture.d, v = this.v, mean = this.mean;
    for (let k = 0; k < d; ++k) mean[k] = 0;
    for (let i = 0; i < v.length; i += d) {
      for (let k = 0; k < d; ++k) {
        v[i + k] = Math.sqrt(T) * normal(this.random);
        mean[k] += v[i + k] / <f64>N;
      }
    }
    translate(v, mean);
  }

  /** (1) and (2); forces are those of the present before and after. */
  step(dt: f64, T: f64, rate: f64): void {
    const mixture = this.mixture;
    kick(this.v, 0.5 * dt, mixture.F);
    drift(this.v, dt, mixture.positions, mixture.displacements);
    mixture.look();
    kick(this.v, 0.5 * dt, mixture.F);
    if (rate > 0) this.collide(rate * dt, T);
  }

  /** (2), in the frame of the centre of mass: v + c − mean(v + c) without adding c to all. */
  private collide(hazard: f64, T: f64): void {
    const N = this.mixture.N, d = this.mixture.d, v = this.v, centre = this.centre, mean = this.mean;
    let i = this.survive(0, hazard);
    if (i == N) return;
    for (let k = 0; k < d; ++k) {
      centre[k] = Math.sqrt(T / N) * normal(this.random);
      mean[k] = 0;
    }
    for (; i < N; i = this.survive(i + 1, hazard)) {
      for (let k = 0; k < d; ++k) {
        const after = Math.sqrt(T) * normal(this.random) - centre[k];
        mean[k] += (after - v[i * d + k]) / <f64>N;
        v[i * d + k] = after;
      }
    }
    translate(v, mean);
  }

  /** The first particle from i on that collides now, or N: there is none. */
  private survive(i: i32, hazard: f64): i32 {
    const left = <f64>(this.mixture.N - i), survived = Math.floor(this.hazard / hazard);
    if (survived >= left) {
      this.hazard -= left * hazard;
      return this.mixture.N;
    }
    this.hazard = exponential(this.random);
    return i + <i32>survived;
  }

  /** Kinetic energy ½Σv². */
  kinetic(): f64 {
    return 0.5 * square(this.v);
  }

  /** Temperature of the velocities, which have d(N − 1) degrees of freedom. */
  temperature(): f64 {
    return (2 * this.kinetic()) / (<f64>this.mixture.d * <f64>(this.mixture.N - 1));
  }
}

/** A number of Exp(1). */
function exponential(random: Random): f64 {
  return -Math.log(1 - uniform(random));
}
