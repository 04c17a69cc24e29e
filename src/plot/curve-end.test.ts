import { describe, expect, test } from 'vitest';
import { type CurveEnd, findEnd } from './curve-end.ts';
import { createScale } from './scale.ts';

const frame = { width: 100, height: 100, x: createScale('x', 'linear', [0, 1]), y: createScale('y', 'linear', [0, 1]) };
frame.x.range([0, 100]);
frame.y.range([100, 0]);

function endOf(xs: number[], ys: number[]): CurveEnd {
  const end: CurveEnd = { x: 0, y: 0, inside: false, lean: 0 };
  findEnd(frame, xs, ys, xs.length, end);
  return end;
}

describe('the end of a curve', () => {
  test('is its last point that is a number', () => {
    expect(endOf([0, 0.5, 0.7], [0, 0.25, Number.NaN])).toMatchObject({ x: 50, y: 75, inside: true });
  });

  test('is where it leaves the plot area', () => {
    const upwards = endOf([0, 0.5, 1], [0, 0.5, 1.5]);
    expect(upwards).toMatchObject({ x: 75, inside: false });
    expect(upwards.y).toBeCloseTo(0, 10);
    const downwards = endOf([0, 0.5, 1], [0, 0.5, -0.5]);
    expect(downwards.x).toBeCloseTo(75, 10);
    expect(downwards.y).toBeCloseTo(100, 10);
    expect(endOf([0, 0.5, 2], [0, 0.5, 0.5])).toMatchObject({ x: 100, y: 50, inside: false });
  });

  test('is nowhere when no part is inside', () => {
    expect(endOf([2, 3], [0, 0]).x).toBeNaN();
    expect(endOf([], []).x).toBeNaN();
  });

  test('has room above when the curve is flat or falls, below when it climbs', () => {
    expect(endOf([0, 0.5, 0.6], [0.5, 0.5, 0.5]).lean).toBe(-1);
    expect(endOf([0, 0.5, 0.6], [1, 1, 0]).lean).toBe(-1);
    expect(endOf([0, 0.5, 0.6], [0, 0.1, 1]).lean).toBe(1);
  });
});
