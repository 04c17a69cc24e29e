/**
 * How many minima the landscape of the spiked matrix-tensor model has, at each overlap with the signal and each radial
 * force (annealed), and what it looks like at one point of that map.
 *
 *   f(q) = fₛ(q) = q²/(2Δ₂) + qᵖ/(pΔₚ),   p = 3 or 4;   energy and radial force μ are independent  (1)
 *   complexities, Hessian:  (2) – (5) of `models/kac-rice`                                          (2)
 *   planted minimum:        (1), (2) of `models/planted-minimum`                                    (3)
 *
 * The landscape is trivial, with no minimum but the planted one, where the largest complexity of minima at m = 0 is
 * negative. The map reaches from μ = 2σ, below which there is no minimum, to a tenth beyond the last minima of the equator
 * and the planted one. Another Δ₂ or Δₚ fills it anew within the step. Errors: the map is rounded to f32.
 *
 * Sources: Sarao Mannelli, Krzakala, Urbani, Zdeborová, ICML (2019) 4333; Sarao Mannelli, Biroli, Cammarota, Krzakala,
 * Zdeborová, NeurIPS 32 (2019) 8676.
 */
import {
  isolatedEigenvalue, isolatedOverlap, lastForce, minima, mostMinima, noiseEnergy, stationaryPoints,
} from '../../models/kac-rice';
import { Rows } from '../../models/complexity-map';
import { f, fPrime, fSecond } from '../../models/mixed-covariance';
import { plantedEnergy, plantedForce, plantedOverlap } from '../../models/planted-minimum';

@unmanaged class Setup { p: f64; columns: f64; rows: f64; }
@unmanaged class Params { delta2: f64; deltap: f64; overlap: f64; force: f64; }
@unmanaged class Observables {
  total: f64; minima: f64; energy: f64;
  thresholdForce: f64; equatorMinima: f64;
  plantedOverlap: f64; plantedForce: f64; plantedEnergy: f64;
  bulkEdge: f64; isolatedEigenvalue: f64; isolatedOverlap: f64;
}

const setup = changetype<Setup>(memory.data(offsetof<Setup>(), 8));
const params = changetype<Params>(memory.data(offsetof<Params>(), 8));
const obs = changetype<Observables>(memory.data(offsetof<Observables>(), 8));

let p: i32 = 0;
let delta2: f64 = 0; // of the map, as
let deltap: f64 = 0; // this one is
let f1: f64 = 0; // f′(1)
let f2: f64 = 0; // f″(1)
let overlaps!: StaticArray<f64>; // [columns] centres of the map's cells
let grid!: Rows; // [rows] radial forces upwards from 2σ
let map!: StaticArray<f32>; // [columns, rows] complexity of minima

/** A theory knows no disorder, so the seed changes nothing. */
export function init(_seed: u32): void {
  p = <i32>setup.p;
  const columns = <i32>setup.columns;
  const rows = <i32>setup.rows;
  overlaps = new StaticArray<f64>(columns);
  grid = new Rows(rows);
  map = new StaticArray<f32>(columns * rows);
  for (let i = 0; i < columns; ++i) overlaps[i] = (<f64>i + 0.5) / <f64>columns;
  survey();
  measure();
}

/** The map and the point at the present parameters. */
export function step(): void {
  if (params.delta2 != delta2 || params.deltap != deltap) survey();
  measure();
}

/** What depends on the noises alone: the planted minimum and the map. */
function survey(): void {
  delta2 = params.delta2;
  deltap = params.deltap;
  f1 = fPrime(1, p, delta2, deltap);
  f2 = fSecond(1, p, delta2, deltap);
  obs.thresholdForce = 2 * Math.sqrt(f2);
  obs.equatorMinima = mostMinima(0, f1, f2, 0, fSecond(0, p, delta2, deltap));
  obs.plantedOverlap = plantedOverlap(p, delta2, deltap);
  obs.plantedForce = plantedForce(obs.plantedOverlap, p, delta2, deltap);
  obs.plantedEnergy = plantedEnergy(obs.plantedOverlap, p, delta2, deltap);
  const last = lastForce(f1, f2);
  const top = obs.plantedForce > last ? obs.plantedForce : last;
  const rows = <i32>setup.rows;
  const height = (1.1 * (top - obs.thresholdForce)) / <f64>rows;
  for (let j = 0; j < rows; ++j) grid.place(j, obs.thresholdForce + (<f64>j + 0.5) * height, f2);
  for (let i = 0; i < overlaps.length; ++i) {
    const m = overlaps[i];
    grid.fill(m, f1, f2, fPrime(m, p, delta2, deltap), fSecond(m, p, delta2, deltap), map, i * rows);
  }
}

/** The complexities, the energy and the Hessian at the point that the parameters name. */
function measure(): void {
  const m = params.overlap;
  const mu = params.force;
  const s1 = fPrime(m, p, delta2, deltap);
  const s2 = fSecond(m, p, delta2, deltap);
  obs.total = stationaryPoints(m, mu, f1, f2, s1);
  obs.minima = mu < obs.thresholdForce ? NaN : minima(m, mu, f1, f2, s1, s2);
  obs.energy = noiseEnergy(m, mu, f1, f2, s1) - f(m, p, delta2, deltap);
  obs.bulkEdge = mu - obs.thresholdForce;
  obs.isolatedEigenvalue = isolatedEigenvalue(m, mu, f2, s2);
  obs.isolatedOverlap = isolatedOverlap(m, f2, s2);
}

export function setupPtr(): usize { return changetype<usize>(setup); }
export function paramsPtr(): usize { return changetype<usize>(params); }
export function observablesPtr(): usize { return changetype<usize>(obs); }
export function fieldPtr(k: i32): usize {
  if (k == 0) return changetype<usize>(map);
  if (k == 1) return changetype<usize>(overlaps);
  return changetype<usize>(grid.forces);
}
