/**
 * Dynamical mean-field equations of the spiked matrix-tensor model: gradient flow (T = 0) and Langevin dynamics (T > 0)
 * at N = ∞.
 *
 *   ẋ = −μ x − ∇H_t(x) + ξ,   ⟨ξᵢ(t) ξⱼ(s)⟩ = 2T δᵢⱼ δ(t − s)                                    (1)
 *   f(q; t,s) = a₂(t)a₂(s) q²/2 + aₚ(t)aₚ(s) qᵖ/p,   g(m; t) = w₂(t) m²/2 + wₚ(t) mᵖ/p           (2)
 *   a₂ = 1/√Δ₂,   w₂ = 1/Δ₂,   aₚ = √Δₚ/Δₚᵉᶠᶠ,   wₚ = 1/Δₚᵉᶠᶠ,   each at its time                 (3)
 *
 * H is −xᵀY₂x/2 weighed by 1/Δ₂ and (Yₚ, xᵖ)/p weighed by 1/Δₚᵉᶠᶠ, with observations Y of noise √Δ; hence (3). So when
 * Δ₂ or Δₚ moves, the noise keeps its realisation and changes its strength, as in a simulation under a slider. Δₚᵉᶠᶠ is
 * Δₚ, or above it while the tensor is annealed (`models/annealing`). The energy is that of the Hamiltonian followed.
 *
 * The equations for C, R, m, μ and E are those of `models/two-time`: exact, at every dt, for the projected steps of dt
 * that a simulation takes, and of order dt from (1). At T = 1, as dt → 0, they are Langevin state evolution, the end is
 * the posterior and E = −f(1). A step takes H at its beginning. After the last row the run rests.
 *
 * Source: Sarao Mannelli, Biroli, Cammarota, Krzakala, Urbani, Zdeborová, Phys. Rev. X 10 (2020) 011057.
 */
import { annealed } from '../../models/annealing';
import { advance, Drive, hasRoom, TwoTime, weigh } from '../../models/two-time';

@unmanaged class Setup { p: f64; dt: f64; m0: f64; rows: f64; tau: f64; }
@unmanaged class Params { delta2: f64; deltap: f64; temperature: f64; annealing: f64; }
@unmanaged class Observables { t: f64; overlap: f64; energy: f64; mu: f64; }

const setup = changetype<Setup>(memory.data(offsetof<Setup>(), 8));
const params = changetype<Params>(memory.data(offsetof<Params>(), 8));
const obs = changetype<Observables>(memory.data(offsetof<Observables>(), 8));

let system!: TwoTime; // C, R, χ [rows, rows] and m [rows]
let drive!: Drive; // (3) at the present time

/** Starts at m0: the equations know no disorder, so the seed changes nothing. */
export function init(_seed: u32): void {
  system = new TwoTime(<i32>setup.p, setup.dt, <i32>setup.rows, setup.m0);
  drive = new Drive();
  measure();
}

/** One row of the grid; nothing once all are there. */
export function step(): void {
  if (!hasRoom(system)) return;
  pull();
  advance(system, drive);
  measure();
}

/** Equation (3) with the present parameters. */
function pull(): void {
  const effective = annealed(params.deltap, params.annealing, setup.tau, setup.dt * <f64>system.row);
  drive.temperature = params.temperature;
  drive.a2 = 1 / Math.sqrt(params.delta2);
  drive.w2 = 1 / params.delta2;
  drive.ap = Math.sqrt(params.deltap) / effective;
  drive.wp = 1 / effective;
}

/** The last row. */
function measure(): void {
  pull();
  weigh(system, drive);
  obs.t = setup.dt * <f64>system.row;
  obs.overlap = system.m[system.row];
  obs.energy = system.energy;
  obs.mu = system.mu;
}

export function setupPtr(): usize { return changetype<usize>(setup); }
export function paramsPtr(): usize { return changetype<usize>(params); }
export function observablesPtr(): usize { return changetype<usize>(obs); }
export function fieldPtr(k: i32): usize {
  if (k == 0) return changetype<usize>(system.C);
  if (k == 1) return changetype<usize>(system.R);
  return changetype<usize>(system.chi);
}
