/**
 * The spectra of the Hessians of p-spin systems on the sphere.
 *
 *   A = P_x (μ + ∇²H) P_x on the tangent space, μ = F · x/N, ∇²H of `p-spin.ts`                  (1)
 *   theory: a semicircle of radius 2σ round μ, σ² = f″(1)                                       (2)
 *
 * Whole spectra by Householder, not lowest eigenvalues by Lanczos: (2) is about all of them, and a spectrum costs no more
 * than a dozen forces at N = 200, eight at N = 400: little, if it is taken at times that grow geometrically.
 */
import { DenseSymmetric, setDense } from '../lib/dense-symmetric';
import { traceSemicircle } from '../lib/semicircle';
import { get, SymmetricMatrix } from '../lib/symmetric-matrix';
import { tangentSpectrum } from '../lib/tangent-spectrum';
import { bulkDeviation } from './p-spin';
import { Sample, Samples } from './p-spin-samples';

const POINTS = 65; // of the semicircle

export class Hessians {
  readonly spectrum: StaticArray<f64>; // [samples, N] eigenvalues of (1) in ascending order, then NaN
  readonly semicircle: StaticArray<f64>; // [POINTS, 2] λ and its density, by (2)
  readonly room: SymmetricMatrix; // [N, N] scratch
  readonly dense: DenseSymmetric; // [N, N] matrix of (1), then its reduction
  readonly row: StaticArray<f64>; // [N] scratch
  readonly side: StaticArray<f64>; // [N] scratch
  lowest: f64 = 0; // mean over the systems of the smallest eigenvalue
  edge: f64 = 0; // lower edge of (2)

  constructor(readonly N: i32, count: i32) {
    this.spectrum = new StaticArray<f64>(count * N);
    this.semicircle = new StaticArray<f64>(2 * POINTS);
    this.room = new SymmetricMatrix(N);
    this.dense = new DenseSymmetric(N);
    this.row = new StaticArray<f64>(N);
    this.side = new StaticArray<f64>(N);
  }
}

/** Takes (1) of all systems, and (2) at their mean μ. */
export function takeHessians(hessians: Hessians, samples: Samples, p: f64): void {
  const N = hessians.N, count = samples.all.length;
  let lowest: f64 = 0, mu: f64 = 0;
  for (let k = 0; k < count; ++k) {
    fill(hessians, samples.all[k]);
    tangentSpectrum(hessians.dense, samples.all[k].x, hessians.row, hessians.side);
    for (let i = 0; i < N; ++i) hessians.spectrum[k * N + i] = hessians.row[i];
    lowest += hessians.row[0];
    mu += samples.all[k].radial;
  }
  const centre = mu / <f64>count, deviation = bulkDeviation(p);
  hessians.lowest = lowest / <f64>count;
  hessians.edge = centre - 2 * deviation;
  traceSemicircle(centre, deviation, hessians.semicircle);
}

/** The matrix μ + ∇²H. */
function fill(hessians: Hessians, sample: Sample): void {
  const matrix = sample.model.hessian(sample.x, hessians.room);
  const weight = sample.model.hessianWeight;
  for (let i = 0; i < hessians.N; ++i) {
    for (let j = 0; j < i; ++j) setDense(hessians.dense, i, j, weight * get(matrix, i, j));
    setDense(hessians.dense, i, i, weight * get(matrix, i, i) + sample.radial);
  }
}
