/**
 * The spiked tensor unfolded: a matrix A of N rows and N² columns, A_i(jk) = T_ijk, where F(x) = T(x,x,·) is the force
 * of `spiked-tensor.ts`.
 *
 *   T_ijk = 3/(N√2) W_ijk + (r/N²) x*_i x*_j x*_k                                                (1)
 *   Aᵀu = 3/(N√2) W(u,·,·) + (r m/N) x* x*ᵀ,   m = u · x* / N                                     (2)
 *   A Aᵀu = 9/(2N²) W : W(u,·,·) + (r m/N) s + r (s · u + r N m)/N² x*,   s = 3/(N√2) W(x*,x*,·)    (3)
 *
 * (3) is two passes over the packed W and holds N² numbers at a time: neither A nor the N × N matrix A Aᵀ is ever
 * written down. Without a signal A Aᵀ is about 3/4, and its eigenvalues a semicircle of half-width 3/√(2N) round that;
 * a signal adds r²/N along x*. So for large N the top eigenvector sees the signal where r² > 3 √(N/8), r > 1.03 N^¼.
 *
 * Errors: two f32 contractions, 4·10⁻⁷ of |A Aᵀu|.
 *
 * Source: Richard, Montanari, NeurIPS 27 (2014) 2897.
 */
import { gradient } from '../lib/symmetric-tensor';
import { contractOnce } from '../lib/symmetric-tensor-matrix';
import { SymmetricMatrix } from '../lib/symmetric-matrix';
import { addScaled, dot, scale } from '../lib/vector';
import { forceWeight, meanNoise, SpikedTensor } from './spiked-tensor';

export class Unfolding {
  readonly M: SymmetricMatrix; // [N, N] W(u,·,·)
  readonly s: StaticArray<f64>; // [N] of (3)

  constructor(readonly model: SpikedTensor) {
    this.M = new SymmetricMatrix(model.N);
    this.s = new StaticArray<f64>(model.N);
    gradient(model.W, model.signal, this.s);
    scale(this.s, forceWeight(model.N));
  }
}

/** out [N] = A Aᵀu (3), another array than u. */
export function gram(unfolding: Unfolding, r: f64, u: StaticArray<f64>, out: StaticArray<f64>): void {
  const model = unfolding.model;
  const N = <f64>model.N;
  const m = dot(u, model.signal) / N;
  contractOnce(model.W, u, unfolding.M);
  meanNoise(model, unfolding.M, out);
  scale(out, forceWeight(N));
  addScaled(out, (r * m) / N, unfolding.s);
  addScaled(out, (r * (dot(unfolding.s, u) + r * N * m)) / (N * N), model.signal);
}
