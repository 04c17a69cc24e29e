/**
 * Asynchronous dynamics of the Hopfield model: one spin at a time, in sweeps.
 *
 *   T > 0:  s_i ← +1 with probability 1/(1 + e^(−2 h_i/T)), else −1                             (1)
 *   T = 0:  s_i ← sign h_i, +1 where h_i = 0                                                    (2)
 *
 * (1) keeps the Boltzmann distribution; (2) never raises the energy, and comes to rest. A sweep updates every spin once,
 * in an order drawn anew as it goes on (Fisher and Yates): each update takes one number of 64 bits, 32 of them for the
 * place and 32 for (1), at T = 0 as well, so that all temperatures visit the same spins. Probabilities are exact to 2⁻³².
 *
 * Source: Glauber, J. Math. Phys. 4 (1963) 294, for (1).
 */
import { next, Random, stream } from '../lib/random';
import { flip, Hopfield } from './hopfield';
import { Stream } from './streams';

const UNIT: f64 = 1.0 / 4294967296.0;

export class Sweeps {
  readonly order: StaticArray<i32>; // [N] the first `position` of them have been updated in this sweep
  readonly random: Random;
  position: i32 = 0;

  constructor(seed: u32, N: i32) {
    const order = new StaticArray<i32>(N);
    for (let i = 0; i < N; ++i) order[i] = i;
    this.order = order;
    this.random = stream(seed, Stream.dynamics);
  }
}

/** `count` updates at temperature T; returns how many turned their spin over. */
export function update(sweeps: Sweeps, model: Hopfield, count: i32, T: f64): i32 {
  const steepness = Math.min(2 / (<f64>model.N * T), f64.MAX_VALUE);
  let flips = 0;
  for (let k = 0; k < count; ++k) {
    const bits = next(sweeps.random);
    const i = take(sweeps, <u32>(bits >> 32));
    const up = T > 0 ? isUp(model.fields[i], steepness, <u32>bits) : model.fields[i] >= 0;
    if (up == model.spins[i] > 0) continue;
    flip(model, i);
    ++flips;
  }
  return flips;
}

/**
 * (1) in a field N h, by 32 random bits; `steepness` is 2/(N T). Against its field goes one spin in 1 + e^y, y = 2|h|/T;
 * the first terms of the series of e^y, all positive, tell most of the others without it.
 */
function isUp(field: i32, steepness: f64, bits: u32): bool {
  const isPositive = field > 0;
  const u = (<f64>bits + 0.5) * UNIT, chance = isPositive ? 1 - u : u;
  const y = steepness * <f64>abs(field);
  if (chance * (2 + y * (1 + y * (1 / 2.0 + y * (1 / 6.0 + y * (1 / 24.0))))) >= 1) return isPositive;
  return isPositive != chance * (1 + Math.exp(y)) < 1;
}

/** A spin that this sweep has not updated yet, by 32 random bits. */
function take(sweeps: Sweeps, bits: u32): i32 {
  const order = sweeps.order;
  const from = sweeps.position, left = order.length - from;
  const at = from + <i32>((<u64>bits * <u64>left) >> 32);
  const i = order[at];
  order[at] = order[from];
  order[from] = i;
  sweeps.position = left == 1 ? 0 : from + 1;
  return i;
}
