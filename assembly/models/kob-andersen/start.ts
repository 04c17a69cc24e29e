/**
 * A start of the mixture: a liquid near equilibrium at a temperature T.
 *
 *   sites of a rectangular lattice, of which N in random order are taken                        (1)
 *   r ← r + min(a |F|, b) F/|F|: overlaps are pushed apart                                      (2)
 *   molecular dynamics with frequent collisions for a time τ = 60/T                             (3)
 *
 * Positions are forgotten soon, in 0.86 at T = 1 and 0.24 at T = 2 (three dimensions; less in two). Slower is the order of
 * A among B, which (1) has not: in two dimensions the energy relaxes with it in about 40 at T = 1, 10 at T = 2 and 3 at
 * T = 5, so that 0.05 per particle is left at T = 1 and less than the scatter of instances, 0.02, from T = 2 on.
 */
import { Random, uniform } from '../../lib/random';
import { Mixture } from './mixture';
import { Newtonian } from './newtonian';

const DT: f64 = 0.004;
const COLLISIONS: f64 = 10;
const RELAXATION: f64 = 60; // τT
const PUSHES: i32 = 60;
const MOBILITY: f64 = 0.002; // a
const LONGEST: f64 = 0.03; // b

/** Places the particles of a new mixture and lets them come to equilibrium. */
export function equilibrate(mixture: Mixture, random: Random, T: f64): void {
  place(mixture, random);
  for (let k = 0; k < PUSHES; ++k) {
    mixture.look();
    push(mixture);
  }
  mixture.look();
  const dynamics = new Newtonian(mixture, random);
  dynamics.heat(T);
  for (let k = 0, n = <i32>Math.round(RELAXATION / (T * DT)); k < n; ++k) dynamics.step(DT, T, COLLISIONS);
  mixture.displacements.fill(0);
}

/** (1) */
function place(mixture: Mixture, random: Random): void {
  const N = mixture.N, d = mixture.d;
  const sides = new StaticArray<i32>(3);
  sides[0] = <i32>Math.round(Math.pow(N, 1 / <f64>d));
  sides[1] = d == 2 ? (N + sides[0] - 1) / sides[0] : <i32>Math.round(Math.sqrt(<f64>N / sides[0]));
  sides[2] = d == 2 ? 1 : (N + sides[0] * sides[1] - 1) / (sides[0] * sides[1]);
  const sites = new StaticArray<i32>(sides[0] * sides[1] * sides[2]);
  for (let s = 0; s < sites.length; ++s) sites[s] = s;
  for (let i = 0; i < N; ++i) {
    const s = i + <i32>(uniform(random) * <f64>(sites.length - i));
    let site = sites[s];
    sites[s] = sites[i];
    for (let k = 0; k < d; ++k) {
      mixture.positions[i * d + k] = ((<f64>(site % sides[k]) + 0.5) * mixture.L) / sides[k];
      site /= sides[k];
    }
  }
}

/** (2) */
function push(mixture: Mixture): void {
  const d = mixture.d;
  for (let i = 0; i < mixture.N; ++i) {
    let square: f64 = 0;
    for (let k = 0; k < d; ++k) square += mixture.F[i * d + k] * mixture.F[i * d + k];
    const scale = min(MOBILITY, LONGEST / Math.sqrt(square + 1e-300));
    for (let k = 0; k < d; ++k) mixture.positions[i * d + k] += scale * mixture.F[i * d + k];
  }
}
