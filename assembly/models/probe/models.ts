/** What the tests of the models and kernels call, as one module. */
import { rankTwo, SymmetricMatrix } from '../../lib/symmetric-matrix';
import { draw as drawMatrixTensor, noise as noiseMatrixTensor, SpikedMatrixTensor } from '../spiked-matrix-tensor';
import { draw as drawTensor, noise as noiseTensor, SpikedTensor } from '../spiked-tensor';

export { drawGlobe, project } from '../globe';
export { stream } from '../../lib/random';
export { randomPoint } from '../../lib/sphere';
export { f, fPrime, fSecond } from '../spiked-matrix-tensor';
export { addSignal, meanNoise, noiseVariance, signalEnergy } from '../spiked-tensor';
export { drawMatrixTensor, drawTensor, noiseMatrixTensor, noiseTensor };

export function vector(N: i32): StaticArray<f64> {
  return new StaticArray<f64>(N);
}

export function matrix(N: i32): SymmetricMatrix {
  return new SymmetricMatrix(N);
}

/** M += weight x xᵀ, with `scratch` [N]. */
export function addSquare(M: SymmetricMatrix, weight: f64, x: StaticArray<f64>, scratch: StaticArray<f64>): void {
  for (let i = 0; i < x.length; ++i) scratch[i] = (weight * x[i]) / 2;
  rankTwo(M, 1, x, scratch, M);
}

export function tensorSignal(model: SpikedTensor): StaticArray<f64> {
  return model.signal;
}

export function matrixTensorSignal(model: SpikedMatrixTensor): StaticArray<f64> {
  return model.signal;
}
