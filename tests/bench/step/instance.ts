/** One instance of a model as plain arrays, for all racers the same; what an algorithm does not need is empty. */
import { type Library, load, view } from '../../../assembly/lib/probe/load.mts';
import type { Kernel } from '../../../src/kernel/instance.ts';
import type { Values } from '../../../src/kernel/manifest.ts';
import { coefficients, elements } from '../tensor/input.ts';

/** In the order in which the processes read them. */
export interface Instance {
  /** The kernel's parameters in manifest order; behind them its time step where that is a number of its setup. */
  readonly params: Float64Array;
  /** [N] where the algorithm starts; of state evolution, its overlap. */
  readonly start: Float64Array;
  /** [N] the signal; empty where there is none. */
  readonly star: Float64Array;
  /** The coefficients c_ijk of the tensor noise, i ≥ j ≥ k, row by row. */
  readonly tensor: Float64Array;
  /** [N, N] the matrix noise */
  readonly matrix: Float64Array;
  /** [N] each: the axes of the globe beside its pole, the signal. */
  readonly e1: Float64Array;
  readonly e2: Float64Array;
  /** [R, N] */
  readonly directions: Float64Array;
}

export const seed = 1;

/** Streams of a seed, as in `assembly/models/streams.ts`. */
const tensorNoise = 1;
const matrixNoise = 2;
const globe = 6;

/** What a kernel has drawn from `seed`, drawn again where it does not show it; `setup` has the numbers it was given. */
export async function instanceOf(kernel: Kernel, setup: Values): Promise<Instance> {
  const { fields, observables } = kernel.manifest;
  const field = (name: string) => (name in fields ? Float64Array.from(kernel.field(name)) : new Float64Array());
  const star = field('signal');
  const point = field('x' in fields ? 'x' : 'xhat');
  const N = point.length;
  const library = await load('release');
  const [e1, e2] = star.length > 0 ? axes(library, star) : [new Float64Array(), new Float64Array()];
  const overlap = kernel.observables[Object.keys(observables).indexOf('overlap')] ?? Number.NaN;
  return {
    params: Float64Array.of(...kernel.params, ...(setup.dt === undefined ? [] : [setup.dt])),
    start: N > 0 ? point : Float64Array.of(overlap),
    star,
    tensor: coefficients(library, library.gaussianTensor(library.stream(seed, tensorNoise), N), N),
    matrix: elements(library, library.gaussianMatrix(library.stream(seed, matrixNoise), N), N),
    e1,
    e2,
    directions: field('directions'),
  };
}

/** e₁ and e₂ of the globe, as `assembly/models/globe.ts` draws them. */
function axes(library: Library, star: Float64Array): [Float64Array, Float64Array] {
  const N = star.length;
  const random = library.stream(seed, globe);
  const [pole, e1, e2] = [library.vector(N), library.vector(N), library.vector(N)];
  view(library, pole, N).set(star);
  for (const axis of [e1, e2]) {
    library.fillNormal(random, axis);
    library.tangent(pole, axis);
    if (axis === e2) library.addScaled(e2, -library.dot(e1, e2), e1);
    library.scale(axis, 1 / library.norm(axis));
  }
  return [view(library, e1, N).slice(), view(library, e2, N).slice()];
}
