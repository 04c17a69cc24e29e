import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import digits from './digits.mts';

const require = createRequire(import.meta.url);
const bytes = digits();
const count = bytes.length / 99;
const digit = (k: number) => bytes.subarray(99 * k, 99 * (k + 1));
const pixels = (k: number) =>
  Array.from({ length: 196 }, (_, i) => ((digit(k)[1 + (i >> 1)] ?? 0) >> (4 * (i & 1))) & 15);

test('2,500 digits, all different, and one of each class in every ten', () => {
  expect(count).toBe(2500);
  expect(new Set(Array.from({ length: count }, (_, k) => digit(k).join())).size).toBe(count);
  for (let k = 0; k < count; k += 10) {
    const labels = Array.from({ length: 10 }, (_, j) => digit(k + j)[0]);
    expect(labels.sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  }
});

test('a digit is one of its class in the package, four pixels taken together', () => {
  for (const k of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]) {
    const { data } = require(`mnist/src/digits/${digit(k)[0]}.json`) as { data: number[] };
    // A pixel is at most half a level of 15 away from the mean.
    const isSame = (from: number) =>
      pixels(k).every((level, i) => {
        const at = from + 56 * Math.floor(i / 14) + 2 * (i % 14);
        const mean = [0, 1, 28, 29].reduce((sum, step) => sum + (data[at + step] ?? 0), 0) / 4;
        return Math.abs(level / 15 - mean) <= 1 / 30 + 1e-12;
      });
    const matches = Array.from({ length: data.length / 784 }, (_, n) => 784 * n).filter(isSame);
    expect(matches).toHaveLength(1);
  }
});

test('the same bytes on every call', () => {
  expect(Buffer.compare(digits(), bytes)).toBe(0);
});
