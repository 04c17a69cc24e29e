/**
 * The spherical p-spin model on |x|² = N, for p = 2 and p = 3, as a landscape that is drawn once.
 *
 *   H(x) = −c W(x, …, x),   c² = N^(1−p)/2                                                      (1)
 *   Cov[H(x), H(y)] = N f(q),   f(q) = qᵖ/2,   q = x · y/N                                      (2)
 *   F(x) = −∇H = p c W(x, …, ·),   H = −F · x/p                                                 (3)
 *   ∇²H = −p (p − 1) c W(x, ·, ·)   (p = 3),   −2c W   (p = 2)                                  (4)
 *
 * W is a symmetrised array of independent standard normal numbers, repeated indices included, so (2) is exact at every N.
 * For p = 3 it is the noise of `spiked-tensor.ts`: the same landscape for the same seed. On the sphere the Hessian is
 * P_x (μ + ∇²H) P_x with μ = F · x/N = −pE; where the entries of (4) do not know x otherwise, a semicircle of radius 2σ
 * round μ, σ² = f″(1). p = 2 has no glass but 2N stationary points, and its dynamics is that of the eigenvectors of W.
 *
 * Errors: W is an array of f32 numbers, contracted in f32.
 *
 * Sources: Crisanti, Sommers, Z. Phys. B 87 (1992) 341; Kurchan, Laloux, J. Phys. A 29 (1996) 1929, for the Hessian.
 */
import { stream } from '../lib/random';
import { apply, gaussian, SymmetricMatrix } from '../lib/symmetric-matrix';
import { contractOnce } from '../lib/symmetric-tensor-matrix';
import { scale } from '../lib/vector';
import { draw as drawTensor, forceWeight, noise, SpikedTensor } from './spiked-tensor';
import { Stream } from './streams';

export abstract class PSpin {
  constructor(
    readonly N: i32,
    readonly hessianWeight: f64, // −p (p − 1) c of (4)
  ) {}

  /** out [N] = F(x), another array than x; returns H/N. */
  abstract force(x: StaticArray<f64>, out: StaticArray<f64>): f64;

  /** The matrix of (4) without its weight; `room` [N, N] is for one that depends on x. */
  abstract hessian(x: StaticArray<f64>, room: SymmetricMatrix): SymmetricMatrix;
}

class TensorSpins extends PSpin {
  constructor(readonly model: SpikedTensor) {
    super(model.N, -2 * forceWeight(model.N));
  }

  force(x: StaticArray<f64>, out: StaticArray<f64>): f64 {
    return noise(this.model, x, out);
  }

  hessian(x: StaticArray<f64>, room: SymmetricMatrix): SymmetricMatrix {
    contractOnce(this.model.W, x, room);
    return room;
  }
}

class MatrixSpins extends PSpin {
  constructor(readonly W: SymmetricMatrix) {
    super(W.N, -Math.sqrt(2 / <f64>W.N));
  }

  force(x: StaticArray<f64>, out: StaticArray<f64>): f64 {
    const form = apply(this.W, x, out);
    scale(out, -this.hessianWeight);
    return (0.5 * this.hessianWeight * form) / <f64>this.N;
  }

  hessian(_x: StaticArray<f64>, _room: SymmetricMatrix): SymmetricMatrix {
    return this.W;
  }
}

/** The landscape of a seed. */
export function draw(seed: u32, p: i32, N: i32): PSpin {
  if (p == 2) return new MatrixSpins(gaussian(stream(seed, Stream.matrixNoise), N));
  return new TensorSpins(drawTensor(seed, N));
}

/** σ of the semicircle, √f″(1). */
export function bulkDeviation(p: f64): f64 {
  return Math.sqrt((p * (p - 1)) / 2);
}
