import { splitMix } from '../lib/random';

/**
 * Which random stream of a seed draws what: the same in every kernel, so that two kernels of one seed see the same
 * instance, the same start and the same picture.
 */
export enum Stream {
  signal,
  tensorNoise,
  matrixNoise,
  start,
  replicas,
  dynamics,
  globe,
  samples,
  teacher,
  batches,
  increments,
  patterns,
  features,
}

/** The seed of the k-th of several systems that are averaged: that of the first is the seed itself. */
export function sampleSeed(seed: u32, k: i32): u32 {
  return k == 0 ? seed : <u32>splitMix((<u64>k << 32) | <u64>seed);
}
