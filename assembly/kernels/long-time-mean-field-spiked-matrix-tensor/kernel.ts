/**
 * Dynamical mean-field theory of the spiked matrix-tensor model from the first moment to times of 10⁴.
 *
 *   ∂ₜC(t,t′) = −μ(t)C(t,t′) + ∫₀ᵗ f″(C(t,s))R(t,s)C(s,t′) ds + ∫₀^t′ f′(C(t,s))R(t′,s) ds + f′(m(t))m(t′)   (1)
 *   ∂ₜR(t,t′) = −μ(t)R(t,t′) + ∫_t′^t f″(C(t,s))R(t,s)R(s,t′) ds,   C(t,t) = R(t,t⁻) = 1          (2)
 *   ṁ = −μm + f′(m) + ∫₀ᵗ f″(C(t,s))R(t,s)m(s) ds,   m(0) = m₀                                   (3)
 *   μ = T + ∫₀ᵗ [f′(C) + f″(C)C]R ds + f′(m)m,   E = −∫₀ᵗ f′(C)R ds − f(m),   f(q) = q²/(2Δ₂) + qᵖ/(pΔₚ)   (4)
 *
 * A step adds a row: C and R at one time t, on a mesh of t′ that is dense at both ends of [0, t] (`models/ageing-mesh`).
 * Rows are as far apart as the tolerance allows, a tenth of t at most, so that 10⁴ takes a few hundred; the memory is
 * summed on meshes of its own between interpolated rows (`models/ageing-older`, `models/ageing-younger`), and a row is
 * solved implicitly (`models/ageing-row`). All is of order four or more, but for the first rows, 10⁻⁴ of the shortest time
 * apart. Δ₂ = 10⁹, Δₚ = 2/p and m₀ = 0 is the spherical p-spin model with f = qᵖ/2. A run rests at t = 1.2·10⁵/(T +
 * √f″(1)), with less than 92 nodes before.
 *
 * Errors, against uniform grids up to t = 10 and 256 nodes with a tolerance of 10⁻⁷ beyond, of the default 128 nodes and
 * 10⁻⁵ at t = 10, 10², 10³, 10⁴: E of the p-spin model 3, 4, 4 and 10·10⁻⁶ at T = 0, 2, 6, 6 and 12·10⁻⁶ at T = ½; m at
 * Δ₂ = 0.3, Δ₃ = 1, m₀ = 10⁻⁴, whose end is exact: 12 (in the escape), 0.4, 1.2 and 2.7·10⁻⁶ at T = 0, 6, 0.5, 2 and
 * 5·10⁻⁶ at T = 1. With 96 nodes it is up to five times as much, with 192 and 10⁻⁶ a sixth. `error` is how far a run of 3/4 of
 * the nodes and every other row is off, mostly several times the error.
 *
 * Sources: Cugliandolo, Kurchan, Phys. Rev. Lett. 71 (1993) 173; Sarao Mannelli, Biroli, Cammarota, Krzakala, Urbani,
 * Zdeborová, Phys. Rev. X 10 (2020) 011057, for (1) to (4). Meshes dense at both ends, rows far apart and interpolation
 * in both times: Lang, Sachdev, Diehl, Phys. Rev. Lett. 135 (2025) 247101.
 */
import { integralToEnd } from '../../lib/gregory';
import { AgeingRun } from '../../models/ageing-run';

@unmanaged class Setup { p: f64; m0: f64; delta2: f64; deltap: f64; temperature: f64; points: f64; tolerance: f64; }
@unmanaged class Params {}
@unmanaged class Observables { t: f64; overlap: f64; energy: f64; mu: f64; error: f64; }

const setup = changetype<Setup>(memory.data(offsetof<Setup>(), 8));
const params = changetype<Params>(memory.data(8, 8)); // empty, at an address of its own
const obs = changetype<Observables>(memory.data(offsetof<Observables>(), 8));

let run!: AgeingRun;
let check!: AgeingRun; // three quarters of the nodes, and every other time
let isEven: bool = true; // the check has the row of t
let elapsed!: StaticArray<f64>; // [points] t − t′ from t to 0
let correlation!: StaticArray<f64>; // [points] C(t,t′)
let response!: StaticArray<f64>; // [points] R(t,t′)
let integrated!: StaticArray<f64>; // [points] ∫_t′^t R(t,s) ds
let cells!: StaticArray<f64>; // [points] R times the spacing of the mesh

/** Starts at m₀: the theory knows no disorder, so the seed changes nothing. */
export function init(_seed: u32): void {
  const points = <i32>setup.points;
  run = begin(points);
  check = begin((3 * points) >> 2);
  elapsed = new StaticArray<f64>(points);
  correlation = new StaticArray<f64>(points);
  response = new StaticArray<f64>(points);
  integrated = new StaticArray<f64>(points);
  cells = new StaticArray<f64>(points);
  obs.error = 0;
  measure();
}

function begin(points: i32): AgeingRun {
  return new AgeingRun(
    points, <i32>setup.p, setup.delta2, setup.deltap, setup.temperature, setup.m0, setup.tolerance,
  );
}

/** One row of (1) to (4); none where the run ends. */
export function step(): void {
  const t = run.next();
  if (t == run.t) return;
  run.advance(t);
  isEven = !isEven;
  if (isEven) {
    check.advance(t);
    obs.error = Math.max(Math.abs(run.row.m - check.row.m), Math.abs(run.row.energy - check.row.energy));
  }
  measure();
}

function measure(): void {
  const row = run.row;
  const mesh = row.mesh;
  obs.t = mesh.t;
  obs.overlap = row.m;
  obs.energy = row.energy;
  obs.mu = row.mu;
  for (let k = 0; k < elapsed.length; ++k) {
    elapsed[k] = mesh.elapsed[k];
    correlation[k] = row.C[k];
    response[k] = row.R[k];
    cells[k] = row.R[k] * mesh.density[k] * mesh.spacing;
  }
  integralToEnd(cells, integrated);
}

export function setupPtr(): usize { return changetype<usize>(setup); }
export function paramsPtr(): usize { return changetype<usize>(params); }
export function observablesPtr(): usize { return changetype<usize>(obs); }
export function fieldPtr(k: i32): usize {
  if (k == 0) return changetype<usize>(elapsed);
  if (k == 1) return changetype<usize>(correlation);
  if (k == 2) return changetype<usize>(response);
  return changetype<usize>(integrated);
}
