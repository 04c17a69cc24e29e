/** The samples, the signal and the start that the kernel draws from a seed, as plain arrays for all racers. */
import { load, values } from '../../../assembly/models/probe/load.mts';

/** In the order in which a process reads them. */
export interface Instance {
  /** Learning rate. */
  readonly params: Float64Array;
  /** [N] each */
  readonly start: Float64Array;
  readonly signal: Float64Array;
  /** [M] */
  readonly y: Float64Array;
  /** [M, N] row by row; numbers of f32. */
  readonly X: Float64Array;
}

export const seed = 1;

/** @param start where the kernel starts. */
export async function instanceOf(start: Float64Array, alpha: number, eta: number): Promise<Instance> {
  const models = await load('release');
  const N = start.length;
  const M = Math.round(alpha * N);
  const model = models.drawRetrieval(seed, N, M);
  return {
    params: Float64Array.of(eta),
    start,
    signal: values(models, models.retrievalSignal(model), N),
    y: Float64Array.from({ length: M }, (_, mu) => models.retrievalOutput(model, mu)),
    X: Float64Array.from({ length: M * N }, (_, k) => models.retrievalEntry(model, Math.floor(k / N), k % N)),
  };
}
