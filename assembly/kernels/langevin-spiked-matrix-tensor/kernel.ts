/**
 * Langevin dynamics of the spiked matrix-tensor model on the sphere |x|² = N, with or without tensor annealing.
 *
 *   ẋ = F − μx + ξ,   ⟨ξ_i(t) ξ_j(t′)⟩ = 2T δ_ij δ(t − t′),   F = −∇H                           (1)
 *   y = x + P_x (dt F + √(2T dt) z),   x ← √N y/|y|,   z standard normal                        (2)
 *   H and F assume at time t that the tensor has the noise Δ₃ᵉᶠᶠ(t) of `models/annealing`       (3)
 *
 * (1) is an Itô equation, whose μ keeps |x|² = N. At T = 1, without annealing, its equilibrium is the posterior of the
 * signal, where the energy is −f(1) = −[1/(2Δ₂) + 1/(3Δ₃)] per site (Nishimori). (2) is of first order in dt, in its
 * equilibrium too. A step takes F at its beginning.
 *
 * Source: Sarao Mannelli, Biroli, Cammarota, Krzakala, Urbani, Zdeborová, Phys. Rev. X 10 (2020) 011057.
 */
import { Random, stream } from '../../lib/random';
import { pointAtOverlap } from '../../lib/sphere';
import { norm } from '../../lib/vector';
import { annealed } from '../../models/annealing';
import { drawGlobe, Globe, project } from '../../models/globe';
import { energy, look, pull, Walker } from '../../models/projected-dynamics';
import { move, multiplier, shake } from '../../models/projected-step';
import { draw } from '../../models/spiked-matrix-tensor';
import { Stream } from '../../models/streams';

@unmanaged class Setup { N: f64; m0: f64; tau: f64; }
@unmanaged class Params { delta2: f64; delta3: f64; temperature: f64; annealing: f64; dt: f64; }
@unmanaged class Observables { t: f64; overlap: f64; energy: f64; mu: f64; gradientNorm: f64; assumed: f64; }

const setup = changetype<Setup>(memory.data(offsetof<Setup>(), 8));
const params = changetype<Params>(memory.data(offsetof<Params>(), 8));
const obs = changetype<Observables>(memory.data(offsetof<Observables>(), 8));

let walker!: Walker;
let random!: Random; // of the noise ξ
let globe!: Globe;
let position!: StaticArray<f64>; // [3] x on the globe whose north pole is the signal

/** Draws the instance and a start of overlap m0 (m0 = 0: anywhere on the sphere). */
export function init(seed: u32): void {
  const model = draw(seed, <i32>setup.N);
  walker = new Walker(model);
  random = stream(seed, Stream.dynamics);
  globe = drawGlobe(stream(seed, Stream.globe), model.signal);
  position = new StaticArray<f64>(3);
  pointAtOverlap(stream(seed, Stream.start), model.signal, setup.m0, walker.x);
  obs.t = 0;
  measure();
}

/** One step of (2). */
export function step(): void {
  assume();
  shake(walker, params.temperature, params.dt, random);
  move(walker, params.dt);
  obs.t += params.dt;
  measure();
}

/** The force at x, from (3) at the present time and parameters. */
function assume(): void {
  obs.assumed = annealed(params.delta3, params.annealing, setup.tau, obs.t);
  pull(walker, params.delta2, params.delta3, obs.assumed);
}

/** The noise at x, once for what is measured and for the next step. */
function measure(): void {
  look(walker);
  assume();
  obs.overlap = walker.m;
  obs.energy = energy(walker, params.delta2, params.delta3, obs.assumed);
  obs.mu = multiplier(walker, params.temperature);
  obs.gradientNorm = norm(walker.force) / Math.sqrt(setup.N);
  project(globe, walker.x, position);
}

export function setupPtr(): usize { return changetype<usize>(setup); }
export function paramsPtr(): usize { return changetype<usize>(params); }
export function observablesPtr(): usize { return changetype<usize>(obs); }
export function fieldPtr(k: i32): usize {
  if (k == 0) return changetype<usize>(walker.x);
  if (k == 1) return changetype<usize>(walker.model.signal);
  return changetype<usize>(position);
}
