/**
 * Gradient descent of the spiked tensor from its vector of partial traces, the start of the homotopy method.
 *
 *   v_i = Σ_j T_ijj = 3/(N√2) Σ_j W_ijj + (r/N) x*_i,   F(x) = T(x,x,·) the force of `models/spiked-tensor`    (1)
 *   x(0) = √N v/|v|                                                                             (2)
 *   x ← √N y/|y|,   y = x + dt (F − (F · x/N) x)                                                (3)
 *   m(0) = (ρ + z₁)/√((ρ + z₁)² + z₂² + … + z_N²),   ρ = r √(2N/(3(N + 2))),   z standard normal    (4)
 *
 * v is the force averaged over the whole sphere, in the limit of a landscape smoothed until nothing else is left of it.
 * (4) is exact at every N: the components of the noise in (1) are independent, of variance 3(N + 2)/(2N²). So m(0) is
 * about r/√(r² + 3(N + 2)/2), which is N^¼ times that of a random start at the r of order N^¼ where descent from it
 * begins to succeed. r is read at the start for (2), and at every step for (3), which is that of
 * `models/tensor-descent`. The repeated indices of W matter: a tensor without diagonals has no trace.
 *
 * Source: Anandkumar, Deng, Ge, Mobahi, COLT (2017) 79.
 */
import { renormalise } from '../../lib/sphere';
import { addSignal, draw, traceNoise } from '../../models/spiked-tensor';
import { descend, Descent, look, prepare } from '../../models/tensor-descent';

@unmanaged class Setup { N: f64; }
@unmanaged class Params { r: f64; dt: f64; }
@unmanaged class Observables { t: f64; overlap: f64; energy: f64; gradientNorm: f64; }

const setup = changetype<Setup>(memory.data(offsetof<Setup>(), 8));
const params = changetype<Params>(memory.data(offsetof<Params>(), 8));
const obs = changetype<Observables>(memory.data(offsetof<Observables>(), 8));

let descent!: Descent;

/** Draws the instance and takes the start (2). */
export function init(seed: u32): void {
  descent = prepare(seed, draw(seed, <i32>setup.N));
  traceNoise(descent.model, descent.x);
  addSignal(descent.model, params.r, 1 / setup.N, descent.x);
  renormalise(descent.x);
  look(descent, params.r);
  obs.t = 0;
  measure();
}

/** One step of (3). */
export function step(): void {
  descend(descent, params.r, params.dt);
  obs.t += params.dt;
  measure();
}

function measure(): void {
  obs.overlap = descent.overlap;
  obs.energy = descent.energy;
  obs.gradientNorm = descent.gradientNorm;
}

export function setupPtr(): usize { return changetype<usize>(setup); }
export function paramsPtr(): usize { return changetype<usize>(params); }
export function observablesPtr(): usize { return changetype<usize>(obs); }
export function fieldPtr(k: i32): usize {
  if (k == 0) return changetype<usize>(descent.x);
  if (k == 1) return changetype<usize>(descent.model.signal);
  return changetype<usize>(descent.position);
}
