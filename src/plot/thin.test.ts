import { describe, expect, test } from 'vitest';
import { thin } from './thin.ts';

function thinned(xs: number[], ...heights: number[][]): number[][] {
  const x = Float64Array.from(xs);
  const lines = heights.map((ys) => Float64Array.from(ys));
  const length = thin(x, lines, xs.length);
  return [x, ...lines].map((numbers) => [...numbers.subarray(0, length)]);
}

describe('thin', () => {
  test('keeps the first, the extremes and the last point of a column, in their order', () => {
    const xs = [100, 100.1, 100.2, 100.3, 100.4, 100.5];
    expect(thinned(xs, [100, 180, 110, 20, 90, 80])).toEqual([
      [100, 100.1, 100.3, 100.5],
      [100, 180, 20, 80],
    ]);
  });

  test('keeps the extremes of each of the lines that share their columns', () => {
    expect(thinned([0, 0.1, 0.2, 0.3, 0.4, 0.5], [1, 1, 5, 1, 1, 1], [2, 2, 2, 2, -7, 2])).toEqual([
      [0, 0.2, 0.4, 0.5],
      [1, 5, 1, 1],
      [2, 2, -7, 2],
    ]);
  });

  test('leaves points alone that have columns of their own, also where the line goes back', () => {
    const [xs, ys] = [
      [-0.5, 0.5, 1, 2, 1],
      [3, 1, 4, 1, 5],
    ];
    expect(thinned(xs as number[], ys as number[])).toEqual([xs, ys]);
  });

  test('joins nothing across a gap', () => {
    expect(thinned([0, 0.1, 0.2, Number.NaN, 0.3, 0.4, 0.5], [0, 0, 0, 9, 0, 0, 0])[0]).toEqual([
      0,
      0.2,
      Number.NaN,
      0.3,
      0.5,
    ]);
  });
});
