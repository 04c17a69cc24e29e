/** What the tests of the models and kernels call, as one module. */
import { AgeingMesh } from '../ageing-mesh';
import { rankTwo, SymmetricMatrix } from '../../lib/symmetric-matrix';
import { draw as drawMatrixTensor, noise as noiseMatrixTensor, SpikedMatrixTensor } from '../spiked-matrix-tensor';
import { draw as drawPSpin, PSpin } from '../p-spin';
import { Walker } from '../projected-dynamics';
import { draw as drawTensor, noise as noiseTensor, SpikedTensor } from '../spiked-tensor';
import { TangentHessian } from '../tangent-hessian';

export { drawGlobe, project } from '../globe';
export { stream } from '../../lib/random';
export * from './kob-andersen';
export * from './networks';
export * from './phase-retrieval';
export { randomPoint } from '../../lib/sphere';
export { f, fPrime, fSecond } from '../spiked-matrix-tensor';
export { addSignal, meanNoise, noiseVariance, signalEnergy } from '../spiked-tensor';
export { energy as walkerEnergy, look, pull } from '../projected-dynamics';
export { move, shake } from '../projected-step';
export { lowest, signalOverlap, spectrum, takeHessian } from '../tangent-hessian';
export { sampleSeed } from '../streams';
export { drawMatrixTensor, drawPSpin, drawTensor, noiseMatrixTensor, noiseTensor };

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

export function walker(model: SpikedMatrixTensor): Walker {
  return new Walker(model);
}

export function walkerPoint(walker: Walker): StaticArray<f64> {
  return walker.x;
}

export function walkerForce(walker: Walker): StaticArray<f64> {
  return walker.force;
}

export function walkerRadial(walker: Walker): f64 {
  return walker.radial;
}

export function tangentHessian(model: SpikedMatrixTensor): TangentHessian {
  return new TangentHessian(model);
}

export function applyHessian(hessian: TangentHessian, v: StaticArray<f64>, out: StaticArray<f64>): void {
  hessian.apply(v, out);
}

export function lowestVector(hessian: TangentHessian): StaticArray<f64> {
  return hessian.lanczos.vector;
}

export function ageingMesh(points: i32, a: f64): AgeingMesh {
  return new AgeingMesh(points, a);
}

/** The mesh of t; out [4, points] = its nodes, the times since them, and its densities and drifts. */
export function placeMesh(mesh: AgeingMesh, t: f64, out: StaticArray<f64>): f64 {
  mesh.place(t);
  for (let k = 0; k < mesh.points; ++k) {
    out[k] = mesh.nodes[k];
    out[mesh.points + k] = mesh.elapsed[k];
    out[2 * mesh.points + k] = mesh.density[k];
    out[3 * mesh.points + k] = mesh.drift[k];
  }
  return mesh.spacing;
}

/** Where t′ lies among the nodes of the mesh. */
export function meshIndex(mesh: AgeingMesh, node: f64): f64 {
  return mesh.indexOf(Math.log(node + mesh.a), Math.log(mesh.t - node + mesh.a));
}

export function pSpinForce(model: PSpin, x: StaticArray<f64>, out: StaticArray<f64>): f64 {
  return model.force(x, out);
}
