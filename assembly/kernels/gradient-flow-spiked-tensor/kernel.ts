/**
 * Gradient flow of the spiked tensor on the sphere |x|² = N.
 *
 *   ẋ = F − (F · x/N) x,   F = −∇H of `models/spiked-tensor`                                    (1)
 *   x ← √N y/|y|,   y = x + dt (F − (F · x/N) x)                                                (2)
 *
 * (2) is projected Euler: first order in dt, stable while dt is below 2 over the largest eigenvalue of the Hessian,
 * about μ + 2√3 with μ = F · x/N (√3 = √f″(1) is the width of the bulk).
 *
 * Source: Ros, Ben Arous, Biroli, Cammarota, Phys. Rev. X 9 (2019) 011003, for the landscape.
 */
import { drawGlobe, Globe, project } from '../../models/globe';
import { stream } from '../../lib/random';
import { overlap, pointAtOverlap, renormalise, tangent } from '../../lib/sphere';
import { addScaled, copy, norm } from '../../lib/vector';
import { addSignal, draw, noise, signalEnergy, SpikedTensor } from '../../models/spiked-tensor';
import { Stream } from '../../models/streams';

@unmanaged class Setup { N: f64; m0: f64; }
@unmanaged class Params { r: f64; dt: f64; }
@unmanaged class Observables { t: f64; overlap: f64; energy: f64; gradientNorm: f64; }

const setup = changetype<Setup>(memory.data(offsetof<Setup>(), 8));
const params = changetype<Params>(memory.data(offsetof<Params>(), 8));
const obs = changetype<Observables>(memory.data(offsetof<Observables>(), 8));

let model!: SpikedTensor;
let globe!: Globe;
let x!: StaticArray<f64>; // [N] point on the sphere
let noiseForce!: StaticArray<f64>; // [N] noise part of F(x)
let force!: StaticArray<f64>; // [N] tangential part of F(x)
let position!: StaticArray<f64>; // [3] x on the globe whose north pole is the signal

/** Draws the instance and a start of overlap m0 (m0 = 0: anywhere on the sphere). */
export function init(seed: u32): void {
  const N = <i32>setup.N;
  model = draw(seed, N);
  globe = drawGlobe(stream(seed, Stream.globe), model.signal);
  x = new StaticArray<f64>(N);
  noiseForce = new StaticArray<f64>(N);
  force = new StaticArray<f64>(N);
  position = new StaticArray<f64>(3);
  pointAtOverlap(stream(seed, Stream.start), model.signal, setup.m0, x);
  obs.t = 0;
  measure();
}

/** One step of (2). */
export function step(): void {
  pull();
  addScaled(x, params.dt, force);
  renormalise(x);
  obs.t += params.dt;
  measure();
}

/** The right-hand side of (1), from the noise force at x and the present r. */
function pull(): void {
  copy(noiseForce, force);
  addSignal(model, params.r, obs.overlap * obs.overlap, force);
  tangent(x, force);
}

/** The noise force at x, once for the energy and for the next step. */
function measure(): void {
  const noiseEnergy = noise(model, x, noiseForce);
  obs.overlap = overlap(x, model.signal);
  obs.energy = noiseEnergy + signalEnergy(params.r, obs.overlap);
  pull();
  obs.gradientNorm = norm(force) / Math.sqrt(setup.N);
  project(globe, x, position);
}

export function setupPtr(): usize { return changetype<usize>(setup); }
export function paramsPtr(): usize { return changetype<usize>(params); }
export function observablesPtr(): usize { return changetype<usize>(obs); }
export function fieldPtr(k: i32): usize {
  if (k == 0) return changetype<usize>(x);
  if (k == 1) return changetype<usize>(model.signal);
  return changetype<usize>(position);
}
