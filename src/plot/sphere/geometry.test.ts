import { describe, expect, test } from 'vitest';
import { linePaths, meridian, parallel, pointPaths, project, type Seen } from './geometry.ts';

const tilt = (20 * Math.PI) / 180;
const globe = { x: 100, y: 100, radius: 100 };
const paths = (xyz: ArrayLike<number>) => {
  const sides = { front: '', back: '' };
  linePaths(xyz, 0, xyz.length / 3 - 1, globe, sides);
  return sides;
};
const points = (path: string) =>
  [...path.matchAll(/([\d.]+),([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
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
    expect(discs).toEqual({ front: 'M100,6h0', back: 'M100,194h0' });
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
    expect(Math.max(...heights(front))).toBeCloseTo(100 + 100 * Math.sin(tilt), 1);
  });

  test('hides no part of a parallel near the north pole and all of one near the south pole', () => {
    expect(paths(parallel(0.97)).back).toBe('');
    expect(paths(parallel(-0.97)).front).toBe('');
  });

  test('joins two points by the great circle, split on the outline', () => {
    // Along the equator from the nearest point, b = -1, over the outline at a = 1 to b = 0.8.
    const { front, back } = paths([0, -1, 0, 0.6, 0.8, 0]);
    expect(front).toMatch(/^M100,134\.2L[^M]*L200,100$/);
    expect(back).toMatch(/^M200,100L[^M]*L160,72\.6$/);
    for (const [x, y] of [...points(front), ...points(back)]) {
      // On the ellipse of half-axes 100 and 100 sin(20 degrees), up to rounding to tenths: 0.05 sqrt(2) / 34.2.
      expect(Math.abs(Math.hypot((x - 100) / 100, (y - 100) / (100 * Math.sin(tilt))) - 1)).toBeLessThan(0.0021);
    }
    // The angle, pi - atan(0.6 / 0.8), in steps of at most 0.05, and the crossing, which both sides have.
    expect(points(front).length + points(back).length).toBe(Math.ceil(2.498 / 0.05) + 1 + 2);
  });

  test('draws a chord where it is as good as the arc', () => {
    const [a, b] = [Math.sin(0.049), -Math.cos(0.049)];
    expect(paths([0, -1, 0, a, b, 0]).front).toBe('M100,134.2L104.9,134.2');
  });

  test('breaks a line between antipodes, and goes on from the second', () => {
    const { front, back } = paths([0, -1, 0, 0, 1, 0, 0.01, Math.sqrt(1 - 1e-4), 0]);
    expect(front).toBe('M100,134.2');
    expect(back).toBe('M100,65.8L101,65.8');
  });

  test('breaks a line at what is not a number', () => {
    const { front } = paths([0, -1, 0, Number.NaN, 0, 0, 0.6, -0.8, 0]);
    expect(front.match(/M/g)).toHaveLength(2);
  });

  test('has meridians through both poles', () => {
    // In the plane of the reader and the poles a meridian covers the whole height of the picture, on x = 100.
    const { front, back } = paths(meridian(Math.PI / 2));
    const all = [...points(front), ...points(back)];
    expect(all.every(([x]) => x === 100)).toBe(true);
    // Where it turns, at 0 and 200, steps below 0.6 px are left out.
    expect(Math.min(...all.map(([, y]) => y))).toBeLessThan(0.6);
    expect(Math.max(...all.map(([, y]) => y))).toBeGreaterThan(199.4);
    // North (100, 6) is in front, south (100, 194) behind.
    expect(points(front)).toContainEqual([100, 6]);
    expect(points(back)).toContainEqual([100, 194]);
  });
});
