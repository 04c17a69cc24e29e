import { expect, test } from 'vitest';
import { countDensity } from './density.ts';

test('a density integrates to the part of the numbers that is shown; gaps do not count', () => {
  const heights = new Float64Array(2).fill(7);
  countDensity([0.1, 0.2, 0.3, 0.7, 5, Number.NaN], Float64Array.of(0, 0.5, 1), heights);
  expect([...heights]).toEqual([3 / (5 * 0.5), 1 / (5 * 0.5)]);
});

test('a number on an edge belongs to the bin above it', () => {
  const heights = new Float64Array(2);
  countDensity([0.5, 1, -0.1, 0], Float64Array.of(0, 0.5, 1), heights);
  expect([...heights]).toEqual([0.5, 0.5]);
});
