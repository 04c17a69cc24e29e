/**
 * Dynamical mean-field equations of the spherical p-spin model from a random start: aging below T_d at N = ∞.
 *
 *   ẋ = −μ x − ∇H(x) + ξ,   ⟨ξᵢ(t) ξⱼ(s)⟩ = 2T δᵢⱼ δ(t − s)                                      (1)
 *   Cov[H(x), H(y)] = N f(x·y/N),   f(q) = qᵖ/2                                                (2)
 *
 * The equations for C, R, μ and E are those of `models/two-time` with aₚ = √(p/2) and no signal, so that μ = T − pE: exact,
 * at every dt, for projected steps of dt, and of order dt from (1). T may move: a quench, a jump, a cycle. After the last
 * row the run rests.
 *
 * Source: Cugliandolo, Kurchan, Phys. Rev. Lett. 71 (1993) 173.
 */
import { inTime } from '../../models/p-spin-correlations';
import { advance, Drive, hasRoom, TwoTime, weigh } from '../../models/two-time';
import { TwoTimeTable } from '../../models/two-time-table';

@unmanaged class Setup { p: f64; dt: f64; rows: f64; }
@unmanaged class Params { temperature: f64; }
@unmanaged class Observables { t: f64; energy: f64; mu: f64; }

const setup = changetype<Setup>(memory.data(offsetof<Setup>(), 8));
const params = changetype<Params>(memory.data(offsetof<Params>(), 8));
const obs = changetype<Observables>(memory.data(offsetof<Observables>(), 8));

let system!: TwoTime; // C, R, χ [rows, rows]
let drive!: Drive; // T, and (2)
let table!: TwoTimeTable; // some of C and χ, for a figure
let waits!: StaticArray<f64>; // [8] t_w
let lags!: StaticArray<f64>; // [64] t

/** Starts anywhere: the equations know no disorder, so the seed changes nothing. */
export function init(_seed: u32): void {
  system = new TwoTime(<i32>setup.p, setup.dt, <i32>setup.rows, 0);
  drive = new Drive();
  drive.ap = Math.sqrt(setup.p / 2);
  table = new TwoTimeTable(system);
  waits = inTime(table.waits, setup.dt);
  lags = inTime(table.lags, setup.dt);
  measure();
}

/** One row of the grid; nothing once all are there. */
export function step(): void {
  if (!hasRoom(system)) return;
  drive.temperature = params.temperature;
  advance(system, drive);
  measure();
}

/** The last row. */
function measure(): void {
  drive.temperature = params.temperature;
  weigh(system, drive);
  table.visit(system.row);
  obs.t = setup.dt * <f64>system.row;
  obs.energy = system.energy;
  obs.mu = system.mu;
}

export function setupPtr(): usize { return changetype<usize>(setup); }
export function paramsPtr(): usize { return changetype<usize>(params); }
export function observablesPtr(): usize { return changetype<usize>(obs); }
export function fieldPtr(k: i32): usize {
  if (k == 0) return changetype<usize>(system.C);
  if (k == 1) return changetype<usize>(system.R);
  if (k == 2) return changetype<usize>(system.chi);
  if (k == 3) return changetype<usize>(waits);
  if (k == 4) return changetype<usize>(lags);
  if (k == 5) return changetype<usize>(table.correlation);
  return changetype<usize>(table.response);
}
