import { describe, expect, test } from 'vitest';
import { areaPath, linePath } from './path.ts';
import { createScale, fitScale } from './scale.ts';

/** A plot area of 400 x 200 px. */
function frame(x: readonly [number, number], y: readonly [number, number], type: 'linear' | 'log' = 'linear') {
  const scales = { x: createScale('x', type, x), y: createScale('y', type, y) };
  fitScale(scales.x, 0, 400);
  fitScale(scales.y, 200, 0);
  return { width: 400, height: 200, ...scales };
}

const numbers = (path: string) => (path.match(/-?[\d.]+/g) ?? []).map(Number);

describe('linePath', () => {
  test('maps the domain to the plot area, upwards on the y axis', () => {
    expect(linePath(frame([0, 10], [-1, 1]), [0, 2.5, 10], [-1, 0.5, 1], 3)).toBe('M0 200 100 50 400 0');
  });

  test('takes equal ratios for equal lengths on log axes', () => {
    expect(linePath(frame([1, 1e4], [1e-2, 1], 'log'), [1, 10, 1e4], [1e-2, 1e-1, 1], 3)).toBe('M0 200 100 100 400 0');
  });

  test('may run backwards', () => {
    expect(linePath(frame([1, 0], [0, 1]), [1, 0.75], [0, 1], 2)).toBe('M0 200 100 0');
  });

  test('looks at the first `length` points only', () => {
    expect(linePath(frame([0, 10], [0, 1]), [0, 5, 10], [0, 0, 0], 2)).toBe('M0 200 200 200');
    expect(linePath(frame([0, 10], [0, 1]), [0, 5, 10], [0, 0, 0], 0)).toBe('');
  });

  test('breaks at what is not a number, and shows a single point as a dot', () => {
    const ys = [0, 0, Number.NaN, 1, Number.POSITIVE_INFINITY, 0, 0];
    const path = linePath(frame([0, 6], [0, 1]), [0, 1, 2, 3, 4, 5, 6], ys, 7);
    expect(path).toBe('M0 200 66.7 200M200 0h0M333.3 200 400 200');
  });

  test('breaks where a log axis has no place', () => {
    const path = linePath(frame([1, 100], [1, 100], 'log'), [1, 10, 50, 100], [1, 10, 0, -3], 4);
    expect(path).toBe('M0 200 200 100');
  });

  test('keeps the extremes of every column of pixels, their order and its last point', () => {
    // All six points fall into the column from 100 to 101 px.
    const xs = [100, 100.1, 100.2, 100.3, 100.4, 100.5];
    const path = linePath(frame([0, 400], [0, 200]), xs, [100, 20, 90, 180, 110, 120], 6);
    expect(path).toBe('M100 100 100.1 180 100.3 20 100.5 80');
  });

  test('keeps a lone spike of a long run and leaves most of its points out', () => {
    const n = 40_000;
    const xs = Float64Array.from({ length: n }, (_, i) => i / n);
    const ys = Float64Array.from({ length: n }, (_, i) => (i === 12_345 ? 1 : i === 31_007 ? -1 : 0.1 * Math.sin(i)));
    const path = numbers(linePath(frame([0, 1], [-1, 1]), xs, ys, n));
    const heights = path.filter((_, i) => i % 2 === 1);
    expect(Math.min(...heights)).toBe(0);
    expect(Math.max(...heights)).toBe(200);
    // At most four points for each of 400 columns.
    expect(heights.length).toBeLessThanOrEqual(1600);
    expect(path.at(-2)).toBe(400);
  });

  test('stays where renderers are precise', () => {
    expect(linePath(frame([0, 1], [0, 1]), [0, 0.5], [0, 1e12], 2)).toBe('M0 200 200 -10000');
    expect(linePath(frame([0, 1], [0, 1]), [0, 1e12], [0, 0.5], 2)).toBe('M0 200 10000 100');
  });
});

describe('areaPath', () => {
  test('goes along the highs and back along the lows', () => {
    const path = areaPath(frame([0, 4], [0, 1]), [0, 2, 4], [0, 0.25, 0], [0.5, 1, 0.5], 3);
    expect(path).toBe('M0 100 200 0 400 100 400 200 200 150 0 200Z');
  });

  test('leaves a gap at what is not a number', () => {
    const xs = [0, 1, 2, 3, 4];
    const path = areaPath(frame([0, 4], [0, 1]), xs, [0, 0, 0, 0, 0], [1, 1, Number.NaN, 1, 1], 5);
    expect(path).toBe('M0 0 100 0 100 200 0 200ZM300 0 400 0 400 200 300 200Z');
  });

  test('reaches down to the lower edge where a log axis has no place for the low', () => {
    const path = areaPath(frame([1, 100], [1, 100], 'log'), [1, 100], [-1, 0], [10, 10], 2);
    expect(path).toBe('M0 100 400 100 400 200 0 200Z');
  });

  test('spans everything in a column of pixels', () => {
    const path = areaPath(frame([0, 400], [0, 200]), [10, 10.2, 10.4, 50], [90, 20, 80, 90], [110, 180, 120, 110], 4);
    expect(path).toBe('M10 20 50 90 50 110 10 180Z');
  });
});
