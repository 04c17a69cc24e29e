/**
 * One time t of the mean-field dynamics in a landscape of covariance f with a signal of the same f, on the mesh of t:
 *
 *   dC(t,t′ₖ)/dt − (∂t′ₖ/∂t) ∂_t′C = −μC + ∫₀ᵗ Σ(t,s) C(s,t′) ds + ∫₀^t′ D(t,s) R(t′,s) ds + f′(m) m(t′)   (1)
 *   dR(t,t′ₖ)/dt − (∂t′ₖ/∂t) ∂_t′R = −μR + ∫_t′^t Σ(t,s) R(s,t′) ds                              (2)
 *   dm/dt = −μm + f′(m) + ∫₀ᵗ Σ(t,s) m(s) ds                                                   (3)
 *   μ = T + ∫₀ᵗ [D R + Σ C](t,s) ds + f′(m) m,   E = −∫₀ᵗ [D R](t,s) ds − f(m)                   (4)
 *   Σ = f″(C) R,   D = f′(C),   C(t,t) = R(t,t) = 1
 *
 * The left sides are ∂ₜ at fixed t′. d/dt is a backward difference over five rows, ∂_t′ a difference over seven nodes,
 * four of them after t′, or near the diagonal over five, three of them after t′ where there are as many: C(t,t) is where
 * (1) begins, and differences that lean the other way are unstable. The row is implicit: with κ, the diagonal of the
 * right side, on the left, (1) and (2) are a band matrix, and what is left is iterated, accelerated, to a residual of
 * 10⁻³ tolerance.
 */
import { Anderson } from '../lib/anderson';
import { solveBanded } from '../lib/banded';
import { gregory } from '../lib/gregory';
import { slopeTable } from '../lib/lagrange';
import { AgeingHistory } from './ageing-history';
import { AgeingMesh } from './ageing-mesh';
import { Older } from './ageing-older';
import { Younger } from './ageing-younger';
import { f, fPrime, fSecond } from './mixed-covariance';

const MOST_ITERATIONS: i32 = 60;
const DEPTH: i32 = 10;
const BAND: i32 = 6;

export class AgeingRow {
  readonly mesh: AgeingMesh;
  readonly C: StaticArray<f64>; // [points] present row
  readonly R: StaticArray<f64>; // [points]
  readonly sigma: StaticArray<f64>; // [points] Σ(t,·)
  m: f64 = 0;
  mu: f64 = 0;
  energy: f64 = 0;
  private readonly D: StaticArray<f64>; // [points] D(t,·)
  private readonly older: Older;
  private readonly younger: Younger;
  private readonly rule: StaticArray<f64>; // [points]
  private readonly pastOverlap: StaticArray<f64>; // [points] past rows' share of m(t′)
  private readonly ownOverlap: StaticArray<f64>; // [points] weight of the present m in m(t′)
  private readonly pastC: StaticArray<f64>; // [points] past rows' share of dC/dt
  private readonly pastR: StaticArray<f64>; // [points] past rows' share of dR/dt
  private readonly kappa: StaticArray<f64>; // [points]
  private readonly memoryC: StaticArray<f64>; // [points] right side of (1), then its solution
  private readonly memoryR: StaticArray<f64>; // [points] the same of (2)
  private readonly band: StaticArray<f64>; // [points, 2 BAND + 1]
  private readonly slopes5: StaticArray<f64>; // [5, 5]
  private readonly slopes7: StaticArray<f64>; // [7, 7]
  private readonly z: StaticArray<f64>; // [2 points + 1] C, R times the density of the mesh, m over its scale
  private readonly image: StaticArray<f64>; // [2 points + 1] z after an iteration
  private readonly anderson: Anderson;
  private slope: f64 = 0; // weight of the present row in d/dt
  private pastM: f64 = 0; // past rows' share of dm/dt

  constructor(
    readonly points: i32,
    readonly p: i32,
    readonly delta2: f64,
    readonly deltap: f64,
    readonly T: f64,
    a: f64,
  ) {
    this.mesh = new AgeingMesh(points, a);
    this.C = new StaticArray<f64>(points);
    this.R = new StaticArray<f64>(points);
    this.sigma = new StaticArray<f64>(points);
    this.D = new StaticArray<f64>(points);
    this.older = new Older(points, a);
    this.younger = new Younger(points, a);
    this.rule = gregory(points);
    this.pastOverlap = new StaticArray<f64>(points);
    this.ownOverlap = new StaticArray<f64>(points);
    this.pastC = new StaticArray<f64>(points);
    this.pastR = new StaticArray<f64>(points);
    this.kappa = new StaticArray<f64>(points);
    this.memoryC = new StaticArray<f64>(points);
    this.memoryR = new StaticArray<f64>(points);
    this.band = new StaticArray<f64>(points * (2 * BAND + 1));
    this.slopes5 = slopeTable(5);
    this.slopes7 = slopeTable(7);
    this.z = new StaticArray<f64>(2 * points + 1);
    this.image = new StaticArray<f64>(2 * points + 1);
    this.anderson = new Anderson(2 * points + 1, DEPTH);
  }

  /** C, R and m of the present row of the history from their guesses; `scale` is of m. */
  solve(history: AgeingHistory, scale: f64, tolerance: f64): void {
    const points = this.points;
    this.prepare(history);
    for (let k = 0; k < points; ++k) {
      this.z[k] = this.C[k];
      this.z[points + k] = this.R[k] * this.mesh.density[k];
    }
    this.z[2 * points] = this.m / scale;
    this.anderson.restart();
    for (let n = 0; n < MOST_ITERATIONS; ++n) {
      if (n > 0) this.anderson.advance(this.z, this.image);
      for (let k = 0; k < points; ++k) {
        this.C[k] = this.z[k];
        this.R[k] = this.z[points + k] / this.mesh.density[k];
      }
      this.m = this.z[2 * points] * scale;
      if (this.iterate(n == 0, scale) < 1e-3 * tolerance) break;
    }
  }

  /** What does not change from iteration to iteration. */
  private prepare(history: AgeingHistory): void {
    for (let k = 0; k < this.points; ++k) {
      this.ownOverlap[k] = history.between(this.mesh.nodes[k]);
      this.pastOverlap[k] = history.sumOverlap();
    }
    this.older.prepare(this.mesh, history);
    this.younger.prepare(this.mesh, history);
    this.slope = history.derivative();
    this.pastM = history.sumOverlap();
    for (let k = 0; k < this.points; ++k) {
      this.pastC[k] = history.sum(history.C, k);
      this.pastR[k] = history.sum(history.R, k);
    }
  }

  /** One iteration, from C, R and m to the image. Returns the largest change. */
  private iterate(isFirst: bool, scale: f64): f64 {
    const points = this.points;
    const signal = this.close();
    let drive = signal - this.pastM;
    for (let k = 0; k < points; ++k) {
      const overlap = this.pastOverlap[k] + this.ownOverlap[k] * this.m;
      drive += this.rule[k] * this.mesh.spacing * this.mesh.density[k] * this.sigma[k] * overlap;
      this.memoryC[k] = signal * overlap - this.pastC[k];
      this.memoryR[k] = -this.pastR[k];
    }
    this.older.add(this.C, this.R, this.sigma, this.D, this.memoryC);
    this.younger.add(this.C, this.R, this.sigma, this.memoryC, this.memoryR);
    if (isFirst) this.precondition();
    for (let k = 0; k < points; ++k) {
      this.memoryC[k] -= this.kappa[k] * this.C[k];
      this.memoryR[k] -= this.kappa[k] * this.R[k];
    }
    this.fillBand();
    solveBanded(this.band, BAND, this.memoryC, this.memoryR);
    this.image[2 * points] = drive / (this.slope + this.mu) / scale;
    let change = Math.abs(this.image[2 * points] - this.z[2 * points]);
    for (let k = 0; k < points; ++k) {
      this.image[k] = this.memoryC[k];
      this.image[points + k] = this.memoryR[k] * this.mesh.density[k];
      change = Math.max(change, Math.abs(this.image[k] - this.z[k]));
      change = Math.max(change, Math.abs(this.image[points + k] - this.z[points + k]));
    }
    return change;
  }

  /** Σ, D and (4) from C, R and m. Returns f′(m). */
  close(): f64 {
    const p = this.p;
    const signal = fPrime(this.m, p, this.delta2, this.deltap);
    let work: f64 = 0;
    let memory: f64 = 0;
    for (let k = 0; k < this.points; ++k) {
      this.D[k] = fPrime(this.C[k], p, this.delta2, this.deltap);
      this.sigma[k] = fSecond(this.C[k], p, this.delta2, this.deltap) * this.R[k];
      const weight = this.rule[k] * this.mesh.spacing * this.mesh.density[k];
      work += weight * this.D[k] * this.R[k];
      memory += weight * this.sigma[k] * this.C[k];
    }
    this.mu = this.T + work + memory + signal * this.m;
    this.energy = -work - f(this.m, p, this.delta2, this.deltap);
    return signal;
  }

  /** κ: what the right sides of (1) and (2) at a node have of C and R at the same node, and less than the left sides. */
  private precondition(): void {
    for (let k = 0; k < this.points; ++k) {
      const curvature = fSecond(this.C[k], this.p, this.delta2, this.deltap);
      const own = curvature * this.older.diagonal(k, this.R) + this.younger.diagonal(k, this.sigma);
      this.kappa[k] = Math.min(own, 0.999 * (this.slope + this.mu));
    }
  }

  /** The left sides of (1) and (2) with −μ and κ, and C = R = 1 at t′ = t. */
  private fillBand(): void {
    const last = this.points - 1;
    const stride = 2 * BAND + 1;
    for (let i = 0; i < this.band.length; ++i) this.band[i] = 0;
    for (let k = 0; k < last; ++k) {
      const isInner = k <= last - 4;
      const count = isInner ? 7 : 5;
      const table = isInner ? this.slopes7 : this.slopes5;
      const first = isInner ? max(k - 2, 0) : min(k - 1, last - 4);
      const speed = this.mesh.drift[k] / (this.mesh.density[k] * this.mesh.spacing);
      const diagonal = k * stride + BAND;
      for (let i = 0; i < count; ++i) {
        this.band[diagonal + first + i - k] = -speed * table[(k - first) * count + i];
      }
      this.band[diagonal] += this.slope + this.mu - this.kappa[k];
    }
    this.band[last * stride + BAND] = 1;
    this.memoryC[last] = this.memoryR[last] = 1;
  }
}
