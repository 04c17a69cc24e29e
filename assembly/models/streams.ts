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
}
