/**
 * What a mean-field dynamics remembers of the times before t′, for every node t′ of the mesh of t:
 *
 *   ∫₀^t′ [Σ(t,s) C(t′,s) + D(t,s) R(t′,s)] ds                                                  (1)
 *
 * by Gregory's rule on the mesh of t′, which resolves both factors: C(t′,·) and R(t′,·) are dense at its ends, and
 * Σ(t,·) and D(t,·) vary most near t ≥ t′. The former are interpolated between the rows, the latter among six nodes of
 * the present row. All but the present row's share is put together once, in `prepare`.
 */
import { gregory } from '../lib/gregory';
import { firstNeighbour, NEIGHBOURS, uniformWeights } from '../lib/lagrange';
import { AgeingHistory } from './ageing-history';
import { AgeingMesh } from './ageing-mesh';

export class Older {
  private readonly rule: StaticArray<f64>; // [points] quadrature
  private readonly inner: AgeingMesh; // of t′
  private readonly C: StaticArray<f64>; // [points, points] past rows' share of C(t′,s), times the weight of s
  private readonly R: StaticArray<f64>; // [points, points] the same of R(t′,s)
  private readonly own: StaticArray<f64>; // [points, points] weight of the present row's C and R at the same node
  private readonly first: StaticArray<i32>; // [points, points] first neighbour of s on the present row
  private readonly near: StaticArray<f64>; // [points, points, NEIGHBOURS] weights of the neighbours

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
  }

  /** For the mesh of the present row. */
  prepare(mesh: AgeingMesh, history: AgeingHistory): void {
    const points = this.points;
    const inner = this.inner;
    for (let k = 0; k < points; ++k) {
      const own = history.between(mesh.nodes[k]);
      inner.place(mesh.nodes[k]);
      for (let j = 0; j < points; ++j) {
        const at = k * points + j;
        const s = inner.nodes[j];
        const weight = this.rule[j] * inner.density[j] * inner.spacing;
        this.C[at] = weight * history.sum(history.C, j);
        this.R[at] = weight * history.sum(history.R, j);
        this.own[at] = weight * own;
        const index = mesh.indexOf(Math.log(s + mesh.a), Math.log(mesh.t - s + mesh.a));
        const first = firstNeighbour(index, points);
        this.first[at] = first;
        uniformWeights(index - first, this.near, at * NEIGHBOURS);
      }
    }
  }

  /** out [points] += (1), from the present row of C, R, Σ and D. */
  add(
    C: StaticArray<f64>, R: StaticArray<f64>, sigma: StaticArray<f64>, D: StaticArray<f64>, out: StaticArray<f64>,
  ): void {
    const points = this.points;
    const near = this.near;
    for (let k = 0; k < points; ++k) {
      let total: f64 = 0;
      for (let j = 0; j < points; ++j) {
        const at = k * points + j;
        const i = this.first[at];
        const w = at * NEIGHBOURS;
        const kernelC =
          near[w] * sigma[i] + near[w + 1] * sigma[i + 1] + near[w + 2] * sigma[i + 2] +
          near[w + 3] * sigma[i + 3] + near[w + 4] * sigma[i + 4] + near[w + 5] * sigma[i + 5];
        const kernelR =
          near[w] * D[i] + near[w + 1] * D[i + 1] + near[w + 2] * D[i + 2] +
          near[w + 3] * D[i + 3] + near[w + 4] * D[i + 4] + near[w + 5] * D[i + 5];
        const own = this.own[at];
        total += kernelC * (this.C[at] + own * C[j]) + kernelR * (this.R[at] + own * R[j]);
      }
      out[k] += total;
    }
  }

  /** How much (1) at the node k changes with D(t, t′ₖ). */
  diagonal(k: i32, R: StaticArray<f64>): f64 {
    let total: f64 = 0;
    for (let j = 0; j < this.points; ++j) {
      const at = k * this.points + j;
      const i = k - this.first[at];
      if (i >= 0 && i < NEIGHBOURS) total += this.near[at * NEIGHBOURS + i] * (this.R[at] + this.own[at] * R[j]);
    }
    return total;
  }
}
