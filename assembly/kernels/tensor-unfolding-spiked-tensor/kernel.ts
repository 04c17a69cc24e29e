/**
 * Tensor unfolding on the spiked tensor: the top left singular vector of the tensor read as a matrix of N rows and N²
 * columns, and gradient descent from there.
 *
 *   A_i(jk) = T_ijk,   F(x) = T(x,x,·) the force of `models/spiked-tensor`                       (1)
 *   phase 0: one step of the climb of `lib/climb` to the top eigenvector u of A Aᵀ, from the random start of gradient
 *       flow; x = ±√N u, the sign that has the lower energy (the energy is odd)                  (2)
 *   singular value √λ,  λ = |Aᵀu|²;   residual |A Aᵀu − λu|/λ                                    (3)
 *   phase 0 ends before the step at which the residual is below 10⁻⁵, or after 400 steps        (4)
 *   phase 1: x ← √N y/|y|,   y = x + dt (F − (F · x/N) x)                                        (5)
 *
 * A Aᵀ is that of `models/unfolding`, (5) that of `models/tensor-descent`; time goes on by dt at every step of either.
 * A change of r in phase 0 is a new A: the climb begins again from where it is.
 *
 * Source: Richard, Montanari, NeurIPS 27 (2014) 2897.
 */
import { ascend, begin, Climb, flip } from '../../lib/climb';
import { stream } from '../../lib/random';
import { randomPoint, renormalise } from '../../lib/sphere';
import { copy, scale } from '../../lib/vector';
import { draw } from '../../models/spiked-tensor';
import { Stream } from '../../models/streams';
import { descend, Descent, look, prepare } from '../../models/tensor-descent';
import { gram, Unfolding } from '../../models/unfolding';

@unmanaged class Setup { N: f64; }
@unmanaged class Params { r: f64; dt: f64; }
@unmanaged class Observables {
  t: f64; overlap: f64; energy: f64; phase: f64; singularValue: f64; residual: f64;
}

const setup = changetype<Setup>(memory.data(offsetof<Setup>(), 8));
const params = changetype<Params>(memory.data(offsetof<Params>(), 8));
const obs = changetype<Observables>(memory.data(offsetof<Observables>(), 8));

const settled: f64 = 1e-5; // the residual in (4)
const most: i32 = 400; // steps in (4)

let descent!: Descent;
let unfolding!: Unfolding;
let climb!: Climb; // to the top eigenvector of A Aᵀ
let unfolded: f64 = 0; // the r of A
let climbing: bool = true; // phase 0
let steps: i32 = 0; // of phase 0

/** Draws the instance and a start anywhere on the sphere. */
export function init(seed: u32): void {
  const N = <i32>setup.N;
  descent = prepare(seed, draw(seed, N));
  unfolding = new Unfolding(descent.model);
  climb = new Climb(N);
  climbing = true;
  steps = 0;
  randomPoint(stream(seed, Stream.start), climb.u);
  scale(climb.u, 1 / Math.sqrt(setup.N));
  unfold();
  place();
  obs.t = 0;
  measure();
}

/** One step of (2), or of (5) once (4) has ended the climb. */
export function step(): void {
  if (climbing && params.r != unfolded) unfold();
  if (climbing && hasSettled()) climbing = false;
  if (climbing) iterate();
  else descend(descent, params.r, params.dt);
  obs.t += params.dt;
  measure();
}

/** Begins the climb at u for the present r. */
function unfold(): void {
  unfolded = params.r;
  gram(unfolding, unfolded, climb.u, climb.Gu);
  begin(climb);
}

/** (4) */
function hasSettled(): bool {
  return climb.residual < settled * climb.value || steps >= most;
}

/** (2) */
function iterate(): void {
  gram(unfolding, unfolded, climb.w, climb.Gw);
  ascend(climb);
  ++steps;
  place();
}

/** Puts x at the better one of ±√N u. */
function place(): void {
  copy(climb.u, descent.x);
  renormalise(descent.x);
  look(descent, params.r);
  if (descent.energy <= 0) return;
  flip(climb);
  scale(descent.x, -1);
  look(descent, params.r);
}

function measure(): void {
  obs.overlap = descent.overlap;
  obs.energy = descent.energy;
  obs.phase = climbing ? 0 : 1;
  obs.singularValue = Math.sqrt(climb.value);
  obs.residual = climb.residual / climb.value;
}

export function setupPtr(): usize { return changetype<usize>(setup); }
export function paramsPtr(): usize { return changetype<usize>(params); }
export function observablesPtr(): usize { return changetype<usize>(obs); }
export function fieldPtr(k: i32): usize {
  if (k == 0) return changetype<usize>(descent.x);
  if (k == 1) return changetype<usize>(descent.model.signal);
  return changetype<usize>(descent.position);
}
