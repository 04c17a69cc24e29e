/** What the tests call of the Kob-Andersen mixture. */
import { Random } from '../../lib/random';
import { homogeneous, Mixture } from '../kob-andersen/mixture';
import { Newtonian } from '../kob-andersen/newtonian';
import { Observer } from '../kob-andersen/observer';

export { equilibrate } from '../kob-andersen/start';

export function mixture(d: i32, N: i32): Mixture {
  return homogeneous(d, N);
}

/** A mixture in a box of any side. */
export function mixtureInBox(d: i32, N: i32, L: f64): Mixture {
  return new Mixture(d, N, L);
}

export function mixturePositions(mixture: Mixture): StaticArray<f64> {
  return mixture.positions;
}

export function mixtureDisplacements(mixture: Mixture): StaticArray<f64> {
  return mixture.displacements;
}

export function mixtureForces(mixture: Mixture): StaticArray<f64> {
  return mixture.F;
}

export function mixtureEnergy(mixture: Mixture): f64 {
  return mixture.energy;
}

export function mixturePressure(mixture: Mixture, T: f64): f64 {
  return mixture.pressure(T);
}

export function mixtureBuilds(mixture: Mixture): i32 {
  return mixture.neighbours.builds;
}

export function lookAtMixture(mixture: Mixture): void {
  mixture.look();
}

export function newtonian(mixture: Mixture, random: Random): Newtonian {
  return new Newtonian(mixture, random);
}

export function velocities(dynamics: Newtonian): StaticArray<f64> {
  return dynamics.v;
}

export function heat(dynamics: Newtonian, T: f64): void {
  dynamics.heat(T);
}

export function stepNewton(dynamics: Newtonian, dt: f64, T: f64, rate: f64): void {
  dynamics.step(dt, T, rate);
}

/** An observer whose first waiting time and first lag are one step. */
export function observer(mixture: Mixture): Observer {
  return new Observer(mixture, 1, 1, 1, 1);
}

export function observe(observer: Observer): void {
  observer.look();
}

export function radialDistribution(observer: Observer): StaticArray<f64> {
  return observer.radialDistribution;
}

export function selfScattering(observer: Observer): StaticArray<f64> {
  return observer.ageing.selfScattering;
}

export function meanSquareDisplacement(observer: Observer): StaticArray<f64> {
  return observer.ageing.meanSquareDisplacement;
}
