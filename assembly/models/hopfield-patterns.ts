/**
 * Patterns of N signs for a Hopfield network, ν = 0, 1, …; each is a function of the seed and of ν (and of D) alone, so
 * that those which are taken away come back the same.
 *
 *   independent:  ξ^ν_i = ±1 with probability 1/2                                               (1)
 *   features:     ξ^ν_i = sign(Σ_{k<D} c^ν_k f^k_i),  f^k_i = ±1 with probability 1/2,           (2)
 *                 c^ν_k ~ N(0, 1), or ±1 with probability 1/2; D is odd, so that (2) has no ties
 *   pictures:     ξ^0, …, ξ^7 are those of `models/pictures`, the others (1)                    (3)
 *
 * c^ν_k does not depend on D: more features are added to the sum.
 *
 * Source: Negri, Lauditi, Perugini, Lucibello, Malatesta, Phys. Rev. Lett. 131 (2023) 257301, for (2).
 */
import { normal } from '../lib/normal';
import { next, Random, splitMix, stream } from '../lib/random';
import { paddedLength } from '../lib/sign-gram';
import { setTerm, SignTable, weightedSum } from '../lib/sign-sums';
import { drawPicture, PICTURES } from './pictures';
import { Stream } from './streams';

export enum Patterns { independent, gaussianFeatures, binaryFeatures, pictures }

const GOLDEN: u64 = 0x9e3779b97f4a7c15;

export class PatternSource {
  readonly patternKey: u64;
  readonly featureKey: u64;
  readonly table: SignTable; // the features of (2)
  readonly coefficients: StaticArray<f32>; // [most]
  readonly sums: StaticArray<f32>; // [stride of the table]
  readonly feature: StaticArray<i16>; // [padded] one of them
  readonly random: Random = new Random();

  /** @param mostFeatures the largest D of (2). */
  constructor(seed: u32, readonly N: i32, readonly kind: Patterns, mostFeatures: i32) {
    this.patternKey = next(stream(seed, Stream.patterns));
    this.featureKey = next(stream(seed, Stream.features));
    this.feature = new StaticArray<i16>(paddedLength(N));
    const most = madeOfFeatures(kind) ? mostFeatures : 0;
    const table = new SignTable(N, most);
    this.table = table;
    this.coefficients = new StaticArray<f32>(most);
    this.sums = new StaticArray<f32>(table.stride);
    for (let k = 0; k < most; ++k) {
      drawFeature(this, k, this.feature);
      setTerm(table, k, this.feature);
    }
  }
}

/** Whether patterns depend on D. */
export function madeOfFeatures(kind: Patterns): bool {
  return kind == Patterns.gaussianFeatures || kind == Patterns.binaryFeatures;
}

/** out [padded] ← ξ^ν of D features. */
export function drawPattern(source: PatternSource, nu: i32, D: i32, out: StaticArray<i16>): void {
  const key = splitMix(source.patternKey + <u64>(nu + 1) * GOLDEN);
  if (madeOfFeatures(source.kind)) combine(source, key, D, out);
  else if (source.kind == Patterns.pictures && nu < PICTURES) drawPicture(nu, source.N, out);
  else drawSigns(key, source.N, out);
}

/** out [padded] ← f^k */
export function drawFeature(source: PatternSource, k: i32, out: StaticArray<i16>): void {
  drawSigns(splitMix(source.featureKey + <u64>(k + 1) * GOLDEN), source.N, out);
}

/** out [padded] ← sign(f^k + … + f^(k + n − 1)), n odd. */
export function drawMixture(source: PatternSource, k: i32, n: i32, out: StaticArray<i16>): void {
  out.fill(0);
  for (let l = k; l < k + n; ++l) {
    drawFeature(source, l, source.feature);
    for (let i = 0; i < source.N; ++i) out[i] += source.feature[i];
  }
  for (let i = 0; i < source.N; ++i) out[i] = out[i] > 0 ? 1 : -1;
}

/** N bits of SplitMix64 from `key` on, as signs; 0 beyond. */
function drawSigns(key: u64, N: i32, out: StaticArray<i16>): void {
  let bits: u64 = 0;
  for (let i = 0; i < N; ++i) {
    if ((i & 63) == 0) bits = splitMix((key += GOLDEN));
    out[i] = bits & 1 ? 1 : -1;
    bits >>= 1;
  }
}

/** (2) */
function combine(source: PatternSource, key: u64, D: i32, out: StaticArray<i16>): void {
  const random = source.random, c = source.coefficients, sums = source.sums;
  random.s0 = splitMix((key += GOLDEN));
  random.s1 = splitMix((key += GOLDEN));
  random.s2 = splitMix((key += GOLDEN));
  random.s3 = splitMix((key += GOLDEN));
  if (source.kind == Patterns.gaussianFeatures) for (let k = 0; k < D; ++k) c[k] = <f32>normal(random);
  else for (let k = 0; k < D; ++k) c[k] = next(random) >> 63 ? 1 : -1;
  weightedSum(source.table, c, D, sums);
  for (let i = 0, N = source.N; i < N; ++i) out[i] = sums[i] >= 0 ? 1 : -1;
}
