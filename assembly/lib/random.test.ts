import { beforeAll, describe, expect, test } from 'vitest';
import { type Library, load, view } from './probe/load.mts';
import reference from './reference/random.json' with { type: 'json' };

let library: Library;
beforeAll(async () => {
  library = await load('release');
});

const unsigned = (bits: bigint) => BigInt.asUintN(64, bits).toString();
const draws = (random: number, n: number) => Array.from({ length: n }, () => unsigned(library.next(random)));
const fromState = (words: readonly string[]) => {
  const [s0 = 0n, s1 = 0n, s2 = 0n, s3 = 0n] = words.map(BigInt);
  return library.fromState(s0, s1, s2, s3);
};
const state = (random: number) => Array.from(new BigUint64Array(library.memory.buffer, random, 4), String);

describe('xoshiro256++', () => {
  test('gives the published numbers from the state 1, 2, 3, 4', () => {
    const published = [
      '41943041',
      '58720359',
      '3588806011781223',
      '3591011842654386',
      '9228616714210784205',
      '9973669472204895162',
      '14011001112246962877',
      '12406186145184390807',
      '15849039046786891736',
      '10450023813501588000',
    ];
    expect(draws(fromState(['1', '2', '3', '4']), 10)).toEqual(published);
    expect(reference.xoshiro).toEqual(published);
  });

  test('is seeded by SplitMix64, which gives its published numbers from the seed 1234567', () => {
    const published = [
      '6457827717110365317',
      '3203168211198807973',
      '9817491932198370423',
      '4593380528125082431',
      '16408922859458223821',
    ];
    const step = 0x9e3779b97f4a7c15n;
    expect(published.map((_, n) => unsigned(library.splitMix(1234567n + BigInt(n + 1) * step)))).toEqual(published);
    expect(reference.splitMix).toEqual(published);
  });

  test('jumps by the 2^128-th power of its transition matrix', () => {
    for (const { from, to } of reference.jump) {
      const random = fromState(from);
      library.jump(random);
      expect(state(random)).toEqual(to);
    }
  });
});

describe('the streams of a seed', () => {
  test('start 2^128 draws apart, so that they never meet', () => {
    reference.streams.forEach((first, index) => {
      expect(draws(library.stream(reference.seed, index), first.length)).toEqual(first);
    });
  });

  test('are uncorrelated with each other and with those of the next seed, at every lag up to 8', () => {
    const n = 1 << 17;
    const fill = (seed: number, index: number) => {
      const out = library.vector(n);
      library.fillUniform(library.stream(seed, index), out);
      return view(library, out, n).map((u) => Math.sqrt(12) * (u - 0.5));
    };
    const streams = [fill(1, 0), fill(1, 1), fill(1, 2), fill(1, 5), fill(2, 0), fill(2, 1)];
    // a mean of n - lag products of independent numbers of variance 1 is normal (CLT) of variance 1 / (n - lag). There
    // are 6 autocorrelations at 8 lags and 30 ordered pairs at 9: 318 numbers, all within 5 sigma but once in 5500.
    for (const a of streams) {
      for (const b of streams) {
        for (let lag = a === b ? 1 : 0; lag <= 8; ++lag) {
          let sum = 0;
          for (let t = lag; t < n; ++t) sum += (a[t] ?? 0) * (b[t - lag] ?? 0);
          expect(Math.abs(sum) / Math.sqrt(n - lag)).toBeLessThan(5);
        }
      }
    }
  });
});

test('uniform numbers are the upper 53 bits, lie in [0, 1) and have the moments 1/(k + 1)', () => {
  const first = BigInt(draws(library.stream(3, 1), 1)[0] ?? 0);
  expect(library.uniform(library.stream(3, 1))).toBe(Number(first >> 11n) / 2 ** 53);
  expect(library.uniform(library.fromState(0n, 0n, 0n, -1n))).toBeLessThan(1);

  const n = 1 << 20;
  const out = library.vector(n);
  library.fillUniform(library.stream(3, 0), out);
  const values = view(library, out, n);
  expect(Math.min(...[0, 1, 2, 3].map((k) => values[k] ?? -1))).toBeGreaterThanOrEqual(0);
  for (let k = 1; k <= 4; ++k) {
    const mean = values.reduce((sum, u) => sum + u ** k, 0) / n;
    // Var u^k = 1/(2k + 1) - 1/(k + 1)²; 5 sigma
    expect(Math.abs(mean - 1 / (k + 1))).toBeLessThan(5 * Math.sqrt((1 / (2 * k + 1) - 1 / (k + 1) ** 2) / n));
  }
});

test('debug and release builds draw the same bits', async () => {
  const n = 1000;
  const bits = (build: Library) => {
    const out = build.vector(n);
    build.fillUniform(build.stream(7, 3), out);
    return new BigUint64Array(build.memory.buffer.slice(out, out + 8 * n));
  };
  expect(bits(await load('debug'))).toEqual(bits(await load('release')));
});
