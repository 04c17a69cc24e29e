/**
 * How many minima the landscape of the spiked tensor has, at each overlap with the signal and each energy: the map of the
 * annealed and of the quenched complexity, and what the landscape looks like at one point of it.
 *
 *   annealed: log of the mean number over N, with μ = −pE        (2), (3) of `models/kac-rice`
 *   quenched: mean log of the number over N, replica symmetric   (2) of `models/replicated-kac-rice`
 *   minima: all stationary points less the cost L of having no negative direction, none above E_th
 *   planted minimum, spinodal, transition, ground state          (2) – (5) of `models/tensor-pca`
 *
 * The first piece of the map is the annealed one, whole; where `quenched` asks for it, each step adds a column of the
 * quenched one. When all is there the kernel rests; another r or another extent begins anew, within the step. The map
 * reaches from `depth` times the ground state's distance below the threshold energy up to that energy, with rows equal in
 * energy, or, since most minima are just below it, up to the part `shallow` of that depth, with rows equal in its
 * logarithm. Errors: the maps are rounded to f32.
 *
 * Source: Ros, Ben Arous, Biroli, Cammarota, Phys. Rev. X 9 (2019) 011003.
 */
import { density } from '../../lib/semicircle';
import { costOfMinimum, isolatedEigenvalue, isolatedOverlap, minima, stationaryPoints } from '../../models/kac-rice';
import { Rows } from '../../models/complexity-map';
import { Replicated } from '../../models/replicated-kac-rice';
import {
  bandEdge, firstOrder, groundStateEnergy, noiseCurvature, noiseSlope, plantedEnergy, plantedOverlap, signalCurvature,
  signalSlope, spinodal, thresholdEnergy,
} from '../../models/tensor-pca';

@unmanaged class Setup { p: f64; columns: f64; rows: f64; }
@unmanaged class Params { r: f64; overlap: f64; energy: f64; depth: f64; shallow: f64; quenched: f64; }
@unmanaged class Observables {
  progress: f64;
  annealedTotal: f64; annealedMinima: f64; quenchedTotal: f64; quenchedMinima: f64;
  thresholdEnergy: f64; groundStateEnergy: f64; spinodal: f64; firstOrder: f64;
  plantedOverlap: f64; plantedEnergy: f64; bandEdge: f64;
  radialForce: f64; bulkEdge: f64; isolatedEigenvalue: f64; isolatedOverlap: f64;
}

const setup = changetype<Setup>(memory.data(offsetof<Setup>(), 8));
const params = changetype<Params>(memory.data(offsetof<Params>(), 8));
const obs = changetype<Observables>(memory.data(offsetof<Observables>(), 8));

let p: i32 = 0;
let f1: f64 = 0; // f′(1)
let f2: f64 = 0; // f″(1)
let replicated!: Replicated;
let done: i32 = 0; // columns of the quenched map that are there
let r: f64 = 0; // of the map, as
let depth: f64 = 0; // these
let shallow: f64 = 0; // two are
let overlaps!: StaticArray<f64>; // [columns] centres of the map's cells
let grid!: Rows; // [rows] radial forces −pE
let energies!: StaticArray<f64>; // [rows] upwards to E_th
let annealed!: StaticArray<f32>; // [columns, rows] complexity of minima
let quenched!: StaticArray<f32>; // [columns, rows] complexity of minima
let eigenvalues!: StaticArray<f64>; // [129] of the Hessian at the point, across the bulk
let spectrum!: StaticArray<f64>; // [129] their density

/** A theory knows no disorder, so the seed changes nothing. */
export function init(_seed: u32): void {
  p = <i32>setup.p;
  f1 = noiseSlope(p);
  f2 = noiseCurvature(p);
  replicated = new Replicated(p);
  const columns = <i32>setup.columns;
  const rows = <i32>setup.rows;
  overlaps = new StaticArray<f64>(columns);
  grid = new Rows(rows);
  energies = new StaticArray<f64>(rows);
  annealed = new StaticArray<f32>(columns * rows);
  quenched = new StaticArray<f32>(columns * rows);
  eigenvalues = new StaticArray<f64>(129);
  spectrum = new StaticArray<f64>(129);
  for (let i = 0; i < columns; ++i) overlaps[i] = (<f64>i + 0.5) / <f64>columns;
  obs.thresholdEnergy = thresholdEnergy(p);
  obs.groundStateEnergy = groundStateEnergy(p);
  obs.spinodal = spinodal(p);
  obs.firstOrder = firstOrder(p, obs.groundStateEnergy);
  begin();
  measure();
}

/** The next piece of the map. */
export function step(): void {
  if (params.r != r || params.depth != depth || params.shallow != shallow) begin();
  else if (params.quenched != 0 && done < overlaps.length) fillQuenched(done++);
  measure();
}

/** A new map at the present r and depth: the annealed one whole, the quenched one empty. */
function begin(): void {
  r = params.r;
  depth = params.depth;
  shallow = params.shallow;
  done = 0;
  const rows = energies.length;
  const deepest = depth * (obs.thresholdEnergy - obs.groundStateEnergy);
  for (let j = 0; j < rows; ++j) {
    const u = (<f64>j + 0.5) / <f64>rows;
    energies[j] = obs.thresholdEnergy - deepest * (shallow > 0 ? Math.pow(shallow, u) : 1 - u);
    grid.place(j, -<f64>p * energies[j], f2);
  }
  quenched.fill(NaN);
  for (let i = 0; i < overlaps.length; ++i) fillAnnealed(i);
  obs.plantedOverlap = plantedOverlap(p, r);
  obs.plantedEnergy = plantedEnergy(p, obs.plantedOverlap);
  obs.bandEdge = bandEdge(p, r);
}

function fillAnnealed(i: i32): void {
  const m = overlaps[i];
  grid.fill(m, f1, f2, signalSlope(p, r, m), signalCurvature(p, r, m), annealed, i * energies.length);
}

/** Each search begins where the one above has ended, the first at m²: a look at the point in between leaves no trace. */
function fillQuenched(i: i32): void {
  const m = overlaps[i];
  const rows = energies.length;
  replicated.q = 0;
  for (let j = rows - 1; j >= 0; --j) quenched[i * rows + j] = <f32>quenchedMinima(m, energies[j], replicated.q);
}

/** The quenched complexity of minima: that of all less L. */
function quenchedMinima(m: f64, E: f64, guess: f64): f64 {
  const cost = costOfMinimum(m, -<f64>p * E, f2, signalCurvature(p, r, m));
  return orNone(replicated.complexity(r, m, E, guess) - cost);
}

/** NaN for −∞, where there is nothing. */
function orNone(complexity: f64): f64 {
  return complexity == -Infinity ? NaN : complexity;
}

/** The complexities and the Hessian at the point that the parameters name, and how far the map is. */
function measure(): void {
  const m = params.overlap;
  const mu = -<f64>p * params.energy;
  const s1 = signalSlope(p, r, m);
  const s2 = signalCurvature(p, r, m);
  obs.progress = <f64>done / <f64>overlaps.length;
  obs.annealedTotal = stationaryPoints(m, mu, f1, f2, s1);
  obs.annealedMinima = orNone(minima(m, mu, f1, f2, s1, s2));
  obs.quenchedTotal = replicated.complexity(r, m, params.energy);
  obs.quenchedMinima = quenchedMinima(m, params.energy, 0);
  obs.radialForce = mu;
  obs.bulkEdge = mu - 2 * Math.sqrt(f2);
  obs.isolatedEigenvalue = isolatedEigenvalue(m, mu, f2, s2);
  obs.isolatedOverlap = isolatedOverlap(m, f2, s2);
  fillSpectrum(mu, Math.sqrt(f2));
}

/** The semicircle of radius 2σ about μ. */
function fillSpectrum(mu: f64, sigma: f64): void {
  for (let k = 0; k < spectrum.length; ++k) {
    const x = (<f64>k - 64) / 32;
    eigenvalues[k] = mu + sigma * x;
    spectrum[k] = density(x) / sigma;
  }
}

export function setupPtr(): usize { return changetype<usize>(setup); }
export function paramsPtr(): usize { return changetype<usize>(params); }
export function observablesPtr(): usize { return changetype<usize>(obs); }
export function fieldPtr(k: i32): usize {
  if (k == 0) return changetype<usize>(annealed);
  if (k == 1) return changetype<usize>(quenched);
  if (k == 2) return changetype<usize>(overlaps);
  if (k == 3) return changetype<usize>(energies);
  if (k == 4) return changetype<usize>(eigenvalues);
  return changetype<usize>(spectrum);
}
