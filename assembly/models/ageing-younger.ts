/**
 * What a mean-field dynamics remembers of the times after t′, for every node t′ of the mesh of t:
 *
 *   ∫_t′^t Σ(t,s) C(s,t′) ds,   ∫_t′^t Σ(t,s) R(s,t′) ds                                        (1)
 *
 * by Gregory's rule on a mesh from t′ to t that is dense at both ends: at s = t, where Σ(t,s) is short-lived, and at
 * s = t′, where C(s,t′) and R(s,t′) are. Σ is interpolated among six nodes of the present row; C and R among six nodes
 * at the same place of the mesh in each of five rows. All but the present row's share is put together once.
 */
import { gregory } from '../lib/gregory';
import { firstNeighbour, NEIGHBOURS, uniformWeights } from '../lib/lagrange';
import { AgeingHistory } from './ageing-history';
import { AgeingMesh, indexOf } from './ageing-mesh';

export class Younger {
  private readonly rule: StaticArray<f64>; // [points] quadrature
  private readonly inner: AgeingMesh; // of t − t′
  private readonly C: StaticArray<f64>; // [points, points] past rows' share of C(s,t′), times the weight of s
  private readonly R: StaticArray<f64>; // [points, points] the same of R(s,t′)
  private readonly own: StaticArray<f64>; // [points, points] weight of the present row's share
  private readonly first: StaticArray<i32>; // [points, points] first neighbour of s on the present row
  private readonly near: StaticArray<f64>; // [points, points, NEIGHBOURS] weights of the neighbours of s
  private readonly firstSource: StaticArray<i32>; // [points, points] first neighbour of t′ on the row of s
  private readonly nearSource: StaticArray<f64>; // [points, points, NEIGHBOURS] weights of the neighbours of t′

  constructor(
    readonly points: i32,
    a: f64,
  ) {
    this.rule = gregory(points);
    this.inner = new AgeingMesh(points, a);
    this.C = new StaticArray<f64>(points * points);
    this.R = new StaticArray<f64>(points * points);
    this.own = new StaticArray<f64>(points * points);
    this.first = new StaticArray<i32>(points * points);
    this.near = new StaticArray<f64>(points * points * NEIGHBOURS);
    this.firstSource = new StaticArray<i32>(points * points);
    this.nearSource = new StaticArray<f64>(points * points * NEIGHBOURS);
  }

  /** For the mesh of the present row. */
  prepare(mesh: AgeingMesh, history: AgeingHistory): void {
    const points = this.points;
    const inner = this.inner;
    const a = mesh.a;
    for (let k = 0; k < points; ++k) {
      const source = mesh.nodes[k];
      const logSource = Math.log(source + a);
      inner.place(mesh.elapsed[k]);
      for (let j = 0; j < points; ++j) {
        const at = k * points + j;
        const s = source + inner.nodes[j];
        const logTime = Math.log(s + a);
        const index = mesh.indexOf(logTime, Math.log(inner.elapsed[j] + a));
        const first = firstNeighbour(index, points);
        this.first[at] = first;
        uniformWeights(index - first, this.near, at * NEIGHBOURS);

        const place = indexOf(logSource, Math.log(inner.nodes[j] + a), Math.log1p(s / a), points);
        const firstSource = firstNeighbour(place, points);
        this.firstSource[at] = firstSource;
        uniformWeights(place - firstSource, this.nearSource, at * NEIGHBOURS);

        const weight = this.rule[j] * inner.density[j] * inner.spacing;
        this.own[at] = weight * history.between(s);
        this.gather(at, weight, history);
      }
    }
  }

  /** Past rows' share of C and R, by the stencil of the history in time and the neighbours of t′ on each of its rows. */
  private gather(at: i32, weight: f64, history: AgeingHistory): void {
    const near = this.nearSource;
    const w = at * NEIGHBOURS;
    let totalC: f64 = 0;
    let totalR: f64 = 0;
    for (let q = 0; q < history.past; ++q) {
      const row = (history.first + q) * this.points + this.firstSource[at];
      let sumC: f64 = 0;
      let sumR: f64 = 0;
      for (let i = 0; i < NEIGHBOURS; ++i) {
        sumC += near[w + i] * history.C[row + i];
        sumR += near[w + i] * history.R[row + i];
      }
      totalC += history.weight[q] * sumC;
      totalR += history.weight[q] * sumR;
    }
    this.C[at] = weight * totalC;
    this.R[at] = weight * totalR;
  }

  /** outC and outR [points] += the two integrals (1), from the present row of C, R and Σ. */
  add(
    C: StaticArray<f64>, R: StaticArray<f64>, sigma: StaticArray<f64>, outC: StaticArray<f64>, outR: StaticArray<f64>,
  ): void {
    const points = this.points;
    const near = this.nearSource;
    for (let k = 0; k < points; ++k) {
      let totalC: f64 = 0;
      let totalR: f64 = 0;
      for (let j = 0; j < points; ++j) {
        const at = k * points + j;
        const own = this.own[at];
        let c = this.C[at];
        let r = this.R[at];
        if (own != 0) {
          const i = this.firstSource[at];
          const w = at * NEIGHBOURS;
          c += own * (near[w] * C[i] + near[w + 1] * C[i + 1] + near[w + 2] * C[i + 2] +
            near[w + 3] * C[i + 3] + near[w + 4] * C[i + 4] + near[w + 5] * C[i + 5]);
          r += own * (near[w] * R[i] + near[w + 1] * R[i + 1] + near[w + 2] * R[i + 2] +
            near[w + 3] * R[i + 3] + near[w + 4] * R[i + 4] + near[w + 5] * R[i + 5]);
        }
        const kernel = this.kernel(at, sigma);
        totalC += kernel * c;
        totalR += kernel * r;
      }
      outC[k] += totalC;
      outR[k] += totalR;
    }
  }

  /** Σ(t,s). */
  private kernel(at: i32, sigma: StaticArray<f64>): f64 {
    const near = this.near;
    const i = this.first[at];
    const w = at * NEIGHBOURS;
    return (
      near[w] * sigma[i] + near[w + 1] * sigma[i + 1] + near[w + 2] * sigma[i + 2] +
      near[w + 3] * sigma[i + 3] + near[w + 4] * sigma[i + 4] + near[w + 5] * sigma[i + 5]
    );
  }

  /** How much either integral (1) at the node k changes with C or R there. */
  diagonal(k: i32, sigma: StaticArray<f64>): f64 {
    let total: f64 = 0;
    for (let j = 0; j < this.points; ++j) {
      const at = k * this.points + j;
      const i = k - this.firstSource[at];
      if (i < 0 || i >= NEIGHBOURS || this.own[at] == 0) continue;
      total += this.own[at] * this.nearSource[at * NEIGHBOURS + i] * this.kernel(at, sigma);
    }
    return total;
  }
}
