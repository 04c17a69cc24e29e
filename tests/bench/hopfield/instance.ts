/** The patterns, the start and the random numbers that the kernel draws from a seed, as plain arrays for all racers. */
import { load } from '../../../assembly/lib/probe/load.mts';

/** In the order in which a process reads them. */
export interface Instance {
  /** N, P, T. */
  readonly sizes: Float64Array;
  /** [8] state of the generator of the dynamics, four numbers of 64 bits: the lower half, then the upper half of each. */
  readonly state: Float64Array;
  /** [P, N] */
  readonly patterns: Float64Array;
}

export const seed = 1;
/** Streams of a seed, as in `assembly/models/streams.ts`, and what SplitMix64 adds. */
const [dynamicsStream, patternStream] = [5, 11];
const golden = 0x9e3779b97f4a7c15n;

export async function instanceOf(N: number, P: number, T: number): Promise<Instance> {
  const library = await load('release');
  const splitMix = (z: bigint) => BigInt.asUintN(64, library.splitMix(BigInt.asUintN(64, z)));
  const key = library.next(library.stream(seed, patternStream));
  const patterns = new Float64Array(P * N);
  for (let nu = 0; nu < P; ++nu) {
    const own = splitMix(key + BigInt(nu + 1) * golden);
    for (let i = 0, bits = 0n; i < N; ++i, bits >>= 1n) {
      if (i % 64 === 0) bits = splitMix(own + BigInt(i / 64 + 1) * golden);
      patterns[nu * N + i] = bits & 1n ? 1 : -1;
    }
  }
  const halves = new Uint32Array(library.memory.buffer, library.stream(seed, dynamicsStream), 8);
  return { sizes: Float64Array.of(N, P, T), state: Float64Array.from(halves), patterns };
}
