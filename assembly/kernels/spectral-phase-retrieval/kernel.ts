/**
 * The spectrum of the Hessian of phase retrieval at a random start as samples are added, for large N: its bulk, and the
 * eigenvalue that points at the signal.
 *
 *   H = (1/M) Σ_μ T_μ x_μ x_μᵀ on the tangent space,   T = (3ŷ² − y)/(a + y),   α = M/N          (1)
 *   λ₋, λ₀, (v₀ · ŵ*)², α_BBP        (1) to (4) of `models/phase-retrieval/outlier`             (2)
 *   ρ(λ)                             (1) of `models/phase-retrieval/resolvent`                  (3)
 *   λ̄ = E[T]: on the sphere the radial force adds −λ̄ to all eigenvalues, as E[ŷ ∂ℓ/∂ŷ] = E[∂²ℓ/∂ŷ²]   (4)
 *
 * α begins at one and a step adds δα, up to the α of the setup. Nodes of the density are λ₋ + ¼ (λ̄ − λ₋) (u/(1 − u))²,
 * u = k/257: quadratic at the edge, where ρ is a square root.
 *
 * Sources: Bonnaire, Biroli, Cammarota, arXiv:2403.02418; Sarao Mannelli, Biroli, Cammarota, Krzakala, Urbani, Zdeborová,
 * NeurIPS 33 (2020) 3265; those of the models.
 */
import { grown } from '../../models/phase-retrieval/growth';
import { Outlier } from '../../models/phase-retrieval/outlier';
import { Resolvent } from '../../models/phase-retrieval/resolvent';

const NODES = 257; // of the density
const POINTS = 129; // of curves over α
const LARGEST: f64 = 12; // α of their ends

@unmanaged class Setup { alpha: f64; a: f64; }
@unmanaged class Params { growth: f64; }
@unmanaged class Observables {
  ratio: f64; transition: f64; mean: f64; edge: f64; outlier: f64; outlierOverlap: f64;
}

const setup = changetype<Setup>(memory.data(offsetof<Setup>(), 8));
const params = changetype<Params>(memory.data(offsetof<Params>(), 8));
const obs = changetype<Observables>(memory.data(offsetof<Observables>(), 8));

let outlier!: Outlier;
let resolvent!: Resolvent;
let density!: StaticArray<f64>; // [NODES, 2] λ, ρ
let edges!: StaticArray<f64>; // [POINTS, 2] α, λ₋
let outliers!: StaticArray<f64>; // [POINTS, 3] α, λ₀, its overlap

/** The mean of all instances: the seed changes nothing. */
export function init(_seed: u32): void {
  outlier = new Outlier(setup.a);
  resolvent = new Resolvent(outlier.law);
  density = new StaticArray<f64>(2 * NODES);
  edges = new StaticArray<f64>(2 * POINTS);
  outliers = new StaticArray<f64>(3 * POINTS);
  obs.transition = outlier.transition;
  obs.mean = outlier.mean;
  trace();
  obs.ratio = 1;
  measure();
}

/** Adds samples. */
export function step(): void {
  if (obs.ratio == setup.alpha) return;
  obs.ratio = grown(obs.ratio, params.growth, setup.alpha);
  measure();
}

/** The curves over α: even steps for the edge, wider and wider ones from the transition on. */
function trace(): void {
  for (let k = 0; k < POINTS; ++k) {
    const part = <f64>k / <f64>(POINTS - 1);
    const alpha = 1 + part * (LARGEST - 1);
    outlier.locate(alpha);
    edges[2 * k] = alpha;
    edges[2 * k + 1] = outlier.edge;
    const beyond = outlier.transition + (part * part) * (LARGEST - outlier.transition);
    outlier.locate(beyond);
    outliers[3 * k] = beyond;
    outliers[3 * k + 1] = outlier.value;
    outliers[3 * k + 2] = outlier.overlap;
  }
}

/** (2) and (3) at the present α. */
function measure(): void {
  outlier.locate(obs.ratio);
  obs.edge = outlier.edge;
  obs.outlier = outlier.value;
  obs.outlierOverlap = outlier.overlap;
  resolvent.begin(obs.ratio, 0.5 * outlier.edgeGamma);
  const unit = 0.25 * (obs.mean - obs.edge);
  let isOver = false;
  for (let k = 0; k < NODES; ++k) {
    const v = <f64>k / <f64>(NODES - k);
    const lambda = obs.edge + unit * v * v;
    density[2 * k] = lambda;
    density[2 * k + 1] = k == 0 || isOver ? 0 : resolvent.densityAt(lambda);
    isOver = isOver || (lambda > obs.mean && resolvent.isFaint());
  }
}

export function setupPtr(): usize { return changetype<usize>(setup); }
export function paramsPtr(): usize { return changetype<usize>(params); }
export function observablesPtr(): usize { return changetype<usize>(obs); }
export function fieldPtr(k: i32): usize {
  if (k == 0) return changetype<usize>(density);
  if (k == 1) return changetype<usize>(edges);
  return changetype<usize>(outliers);
}
