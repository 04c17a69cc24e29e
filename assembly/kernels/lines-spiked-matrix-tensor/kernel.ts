/**
 * Phase diagram of the spiked matrix-tensor model of order p: the lines of `models/transition-lines` in the plane of Δₚ
 * and s = 1/Δ₂, at one Δₚ and as a whole.
 *
 *   lines: (1) ML-AMP, (2) gradient flow, (3) trivialisation, (4) Langevin, (6) spinodal, (7) information-theoretic, by
 *       their equations there
 *   Δₚ,k of a line = a (e/a)^(k/128),   k = 0 … 128,   from its start or a = 0.05 to its end or e = 10
 *
 * Errors: see there.
 */
import {
  at, endOfJump, endOfLangevin, gradientFlow, informationTheoretic, langevin, mlAmp, spinodal, startOfSpinodal,
  startOfThreshold, trivialisation,
} from '../../models/transition-lines';

@unmanaged class Setup { p: f64; }
@unmanaged class Params { deltap: f64; }
@unmanaged class Observables {
  mlAmp: f64; gradientFlow: f64; trivialisation: f64; langevin: f64; spinodal: f64; informationTheoretic: f64;
}

const setup = changetype<Setup>(memory.data(offsetof<Setup>(), 8));
const params = changetype<Params>(memory.data(offsetof<Params>(), 8));
const obs = changetype<Observables>(memory.data(offsetof<Observables>(), 8));

const lines: i32 = 6;
const points: i32 = 129;
const first: f64 = 0.05; // the smallest Δₚ
const last: f64 = 10; // the largest Δₚ

let p: i32 = 3;
let deltapGrid!: StaticArray<f64>; // [6, 129] Δₚ,k of each line
let ratios!: StaticArray<f64>; // [6, 129] s there

/** Computes all lines: they know no disorder, so the seed changes nothing. */
export function init(_seed: u32): void {
  p = <i32>setup.p;
  deltapGrid = new StaticArray<f64>(lines * points);
  ratios = new StaticArray<f64>(lines * points);
  for (let line = 0; line < lines; ++line) {
    const start = Math.max(first, startOf(line));
    const end = Math.min(last, endOf(line));
    for (let k = 0; k < points; ++k) {
      const deltap = k == points - 1 ? end : start * Math.pow(end / start, <f64>k / <f64>(points - 1));
      deltapGrid[line * points + k] = deltap;
      ratios[line * points + k] = ratio(line, deltap);
    }
  }
  measure();
}

/** The Δₚ at which a line begins. */
function startOf(line: i32): f64 {
  if (line == 4) return startOfSpinodal(p);
  return line == 5 ? startOfThreshold(p) : 0;
}

/** The Δₚ at which a line ends. */
function endOf(line: i32): f64 {
  if (line == 3) return endOfLangevin(p);
  return line > 3 ? endOfJump(p) : Infinity;
}

/** s of a line at Δₚ; NaN beyond its end. */
function ratio(line: i32, deltap: f64): f64 {
  at(p, deltap);
  switch (line) {
    case 0: return mlAmp();
    case 1: return gradientFlow();
    case 2: return trivialisation();
    case 3: return langevin();
    case 4: return spinodal();
    default: return informationTheoretic();
  }
}

/** The lines at the present Δₚ. */
export function step(): void {
  measure();
}

function measure(): void {
  obs.mlAmp = ratio(0, params.deltap);
  obs.gradientFlow = ratio(1, params.deltap);
  obs.trivialisation = ratio(2, params.deltap);
  obs.langevin = ratio(3, params.deltap);
  obs.spinodal = ratio(4, params.deltap);
  obs.informationTheoretic = ratio(5, params.deltap);
}

export function setupPtr(): usize { return changetype<usize>(setup); }
export function paramsPtr(): usize { return changetype<usize>(params); }
export function observablesPtr(): usize { return changetype<usize>(obs); }
export function fieldPtr(k: i32): usize {
  if (k == 0) return changetype<usize>(deltapGrid);
  return changetype<usize>(ratios);
}
