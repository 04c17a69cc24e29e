import { describe, expect, test } from 'vitest';
import { linePaths, meridian, parallel, pointPaths, project, type Seen } from './geometry.ts';

const globe = { x: 100, y: 100, radius: 100 };
const paths = (xyz: ArrayLike<number>) => {
  const sides = { front: '', back: '' };
  linePaths(xyz, 0, xyz.length / 3 - 1, globe, sides);
  return sides;
};
const seen = (a: number, b: number, c: number): Seen => {
  const place = { x: 0, up: 0, depth: 0 };
  project(a, b, c, place);
  return place;
};

describe('the sphere', () => {
  test('shows its north pole near the top and hides its south pole near the bottom', () => {
    const north = seen(0, 0, 1);
    expect(north.up).toBeGreaterThan(0.9);
    expect(north.depth).toBeGreaterThan(0);
    const south = seen(0, 0, -1);
    expect(south.up).toBeLessThan(-0.9);
    expect(south.depth).toBeLessThan(0);
    const discs = { front: '', back: '' };
    pointPaths([0, 0, 1, 0, 0, -1], 0, 1, globe, discs);
    expect(discs).toEqual({ front: 'M100 6h0', back: 'M100 194h0' });
  });

  test('is seen from above: the near side of the equator lies below its centre', () => {
    expect(seen(0, -1, 0)).toMatchObject({ x: 0 });
    expect(seen(0, -1, 0).depth).toBeGreaterThan(0);
    expect(seen(0, -1, 0).up).toBeLessThan(0);
  });

  test('keeps lengths: the picture and the depth of a unit vector make a unit vector', () => {
    const { x, up, depth } = seen(2 / 3, -1 / 3, 2 / 3);
    expect(x * x + up * up + depth * depth).toBeCloseTo(1, 12);
  });

  test('shows the equator half in front and half behind', () => {
    const { front, back } = paths(parallel(0));
    const heights = (path: string) => (path.match(/[\d.]+/g) ?? []).map(Number).filter((_, i) => i % 2 === 1);
    expect(Math.min(...heights(front))).toBeGreaterThanOrEqual(100);
    expect(Math.max(...heights(back))).toBeLessThanOrEqual(100);
    expect(Math.max(...heights(front))).toBeCloseTo(100 + 100 * Math.sin((20 * Math.PI) / 180), 1);
  });

  test('hides no part of a parallel near the north pole and all of one near the south pole', () => {
    expect(paths(parallel(0.97)).back).toBe('');
    expect(paths(parallel(-0.97)).front).toBe('');
  });

  test('joins both sides of a line on the outline', () => {
    // Along the equator from the nearest point, b = -1, to b = 0.8: the outline is at b = 0, 5/9 of the way to a = 0.6.
    const { front, back } = paths([0, -1, 0, 0.6, 0.8, 0]);
    expect(front).toBe('M100 134.2 133.3 100');
    expect(back).toBe('M133.3 100 160 72.6');
  });

  test('breaks a line at what is not a number', () => {
    const { front } = paths([0, -1, 0, Number.NaN, 0, 0, 0.6, -0.8, 0]);
    expect(front.match(/M/g)).toHaveLength(2);
  });

  test('has meridians through both poles', () => {
    const xyz = meridian(0.3, 5);
    expect([...xyz.subarray(0, 3)]).toEqual([0, 0, 1]);
    expect(xyz[8]).toBeCloseTo(-1, 12);
  });
});
