/** Phase retrieval, as the tests of the models call it. */
import { getEntry } from '../../lib/row-panels';
import { Hessian, lowest, signalOverlap } from '../phase-retrieval/hessian';
import { draw, PhaseRetrieval } from '../phase-retrieval/instance';
import { Landscape } from '../phase-retrieval/landscape';

export { survey } from '../phase-retrieval/landscape';
export { drawBatch, renewal, renewBatch } from '../phase-retrieval/mini-batch';

export function drawRetrieval(seed: u32, N: i32, M: i32): PhaseRetrieval {
  return draw(seed, N, M);
}

export function retrievalSignal(model: PhaseRetrieval): StaticArray<f64> {
  return model.signal;
}

/** Entry i of sample x_μ. */
export function retrievalEntry(model: PhaseRetrieval, mu: i32, i: i32): f64 {
  return getEntry(model.X, mu, i);
}

/** y_μ */
export function retrievalOutput(model: PhaseRetrieval, mu: i32): f64 {
  return model.y[mu];
}

export function landscape(model: PhaseRetrieval, a: f64): Landscape {
  return new Landscape(model, a);
}

/** H/N where the landscape was surveyed last. */
export function retrievalLoss(landscape: Landscape): f64 {
  return landscape.loss;
}

export function retrievalRadial(landscape: Landscape): f64 {
  return landscape.radial;
}

export function samplesSeen(landscape: Landscape): StaticArray<f64> {
  return landscape.seen;
}

export function retrievalHessian(landscape: Landscape, w: StaticArray<f64>): Hessian {
  return new Hessian(landscape, w);
}

export function applyRetrievalHessian(hessian: Hessian, v: StaticArray<f64>, out: StaticArray<f64>): void {
  hessian.apply(v, out);
}

export function lowestOfRetrieval(hessian: Hessian): f64 {
  return lowest(hessian);
}

export function lowestOfRetrievalOverlap(hessian: Hessian): f64 {
  return signalOverlap(hessian);
}

export function lowestOfRetrievalVector(hessian: Hessian): StaticArray<f64> {
  return hessian.lanczos.vector;
}
