import { describe, expect, test } from 'vitest';
import { areaPath, linePath } from './path.ts';
import { createScale } from './scale.ts';

/** A plot area of 400 x 200 px. */
function frame(x: readonly [number, number], y: readonly [number, number], type: 'linear' | 'log' = 'linear') {
  const scales = { x: createScale('x', type, x), y: createScale('y', type, y) };
  scales.x.range([0, 400]);
  scales.y.range([200, 0]);
  return { width: 400, height: 200, ...scales };
}

const numbers = (path: string) => (path.match(/-?[\d.]+/g) ?? []).map(Number);

describe('linePath', () => {
  test('maps the domain to the plot area, upwards on the y axis', () => {
    expect(linePath(frame([0, 10], [-1, 1]), [0, 2.5, 10], [-1, 0.5, 1], 3)).toBe('M0,200L100,50L400,0');
  });

  test('takes equal ratios for equal lengths on log axes', () => {
    expect(linePath(frame([1, 1e4], [1e-2, 1], 'log'), [1, 10, 1e4], [1e-2, 1e-1, 1], 3)).toBe('M0,200L100,100L400,0');
  });

  test('may run backwards', () => {
    expect(linePath(frame([1, 0], [0, 1]), [1, 0.75], [0, 1], 2)).toBe('M0,200L100,0');
  });

  test('looks at the first `length` points only', () => {
    expect(linePath(frame([0, 10], [0, 1]), [0, 5, 10], [0, 0, 0], 2)).toBe('M0,200L200,200');
    expect(linePath(frame([0, 10], [0, 1]), [0, 5, 10], [0, 0, 0], 0)).toBe('');
  });

  test('breaks at what is not a number, and shows a single point as a dot', () => {
    const ys = [0, 0, Number.NaN, 1, Number.POSITIVE_INFINITY, 0, 0];
    const path = linePath(frame([0, 6], [0, 1]), [0, 1, 2, 3, 4, 5, 6], ys, 7);
    expect(path).toBe('M0,200L66.7,200M200,0ZM333.3,200L400,200');
  });

  test('breaks where a log axis has no place', () => {
    const path = linePath(frame([1, 100], [1, 100], 'log'), [1, 10, 50, 100], [1, 10, 0, -3], 4);
    expect(path).toBe('M0,200L200,100');
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
    expect(linePath(frame([0, 1], [0, 1]), [0, 0.5], [0, 1e12], 2)).toBe('M0,200L200,-10000');
    expect(linePath(frame([0, 1], [0, 1]), [0, 1e12], [0, 0.5], 2)).toBe('M0,200L10000,100');
  });
});

describe('areaPath', () => {
  test('goes along the highs and back along the lows', () => {
    const path = areaPath(frame([0, 4], [0, 1]), [0, 2, 4], [0, 0.25, 0], [0.5, 1, 0.5], 3);
    expect(path).toBe('M0,100L200,0L400,100L400,200L200,150L0,200Z');
  });

  test('leaves a gap at what is not a number', () => {
    const xs = [0, 1, 2, 3, 4];
    const path = areaPath(frame([0, 4], [0, 1]), xs, [0, 0, 0, 0, 0], [1, 1, Number.NaN, 1, 1], 5);
    expect(path).toBe('M0,0L100,0L100,200L0,200ZM300,0L400,0L400,200L300,200Z');
  });

  test('reaches down to the lower edge where a log axis has no place for the low', () => {
    const path = areaPath(frame([1, 100], [1, 100], 'log'), [1, 100], [-1, 0], [10, 10], 2);
    expect(path).toBe('M0,100L400,100L400,200L0,200Z');
  });

  test('keeps the extremes of both edges of a long run', () => {
    const n = 10_000;
    const xs = Float64Array.from({ length: n }, (_, i) => i / n);
    const lows = Float64Array.from({ length: n }, (_, i) => (i === 7_003 ? -1 : -0.2));
    const highs = Float64Array.from({ length: n }, (_, i) => (i === 2_011 ? 1 : 0.2));
    const heights = numbers(areaPath(frame([0, 1], [-1, 1]), xs, lows, highs, n)).filter((_, i) => i % 2 === 1);
    expect(heights.filter((height) => height === 0)).toHaveLength(1);
    expect(heights.filter((height) => height === 200)).toHaveLength(1);
    // The first and the last point of each of 400 columns, and two that stand out, on both edges.
    expect(heights).toHaveLength(2 * (2 * 400 + 2));
  });
});
