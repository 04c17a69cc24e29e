/**
 * Overdamped Langevin dynamics of the Kob-Andersen mixture after a quench.
 *
 *   ṙ = −∇U + ξ,   ⟨ξ_i(t) ξ_j(t′)⟩ = 2T δ_ij δ(t − t′),   U of `models/kob-andersen/mixture`   (1)
 *   by `models/kob-andersen/overdamped`: first order in dt, second order in equilibrium         (2)
 *
 * The start is that of molecular dynamics, a liquid near the equilibrium of T_i. The bath has T from the first step on, so
 * that a run is a quench from T_i to T; each change of T is another one, and the age and all two-time averages begin anew.
 *
 * Sources: Flenner, Szamel, Nature Communications 6 (2015) 7392, for (1); Kob, Barrat, Phys. Rev. Lett. 78 (1997) 4581,
 * for the quench.
 */
import { stream } from '../../lib/random';
import { homogeneous, Mixture } from '../../models/kob-andersen/mixture';
import { Observer } from '../../models/kob-andersen/observer';
import { Overdamped } from '../../models/kob-andersen/overdamped';
import { equilibrate } from '../../models/kob-andersen/start';
import { Stream } from '../../models/streams';

@unmanaged class Setup { dimension: f64; N: f64; initialTemperature: f64; dt: f64; }
@unmanaged class Params { temperature: f64; }
@unmanaged class Observables { t: f64; age: f64; energy: f64; pressure: f64; msd: f64; }

const setup = changetype<Setup>(memory.data(offsetof<Setup>(), 8));
const params = changetype<Params>(memory.data(offsetof<Params>(), 8));
const obs = changetype<Observables>(memory.data(offsetof<Observables>(), 8));

/** The first waiting time and the first lag. */
const WAIT: f64 = 0.1;
const LAG: f64 = 0.002;

let mixture!: Mixture;
let dynamics!: Overdamped;
let observer!: Observer;

/** Equilibrium at T_i. */
export function init(seed: u32): void {
  mixture = homogeneous(<i32>setup.dimension, <i32>setup.N);
  equilibrate(mixture, stream(seed, Stream.start), setup.initialTemperature);
  dynamics = new Overdamped(mixture, stream(seed, Stream.dynamics));
  observer = new Observer(mixture, setup.dt, WAIT, LAG, params.temperature);
  measure();
}

/** One step of (2). */
export function step(): void {
  observer.expect(params.temperature);
  dynamics.step(setup.dt, params.temperature);
  observer.look();
  measure();
}

function measure(): void {
  obs.t = observer.t();
  obs.age = observer.age();
  obs.energy = mixture.energy / setup.N;
  obs.pressure = mixture.pressure(params.temperature);
  obs.msd = observer.ageing.sinceQuench();
}

export function setupPtr(): usize { return changetype<usize>(setup); }
export function paramsPtr(): usize { return changetype<usize>(params); }
export function observablesPtr(): usize { return changetype<usize>(obs); }
export function fieldPtr(k: i32): usize {
  if (k == 0) return changetype<usize>(mixture.positions);
  if (k == 1) return changetype<usize>(mixture.displacements);
  if (k == 2) return changetype<usize>(observer.species);
  if (k == 3) return changetype<usize>(observer.radialDistribution);
  if (k == 4) return changetype<usize>(observer.waits);
  if (k == 5) return changetype<usize>(observer.lags);
  if (k == 6) return changetype<usize>(observer.ageing.selfScattering);
  return changetype<usize>(observer.ageing.meanSquareDisplacement);
}
