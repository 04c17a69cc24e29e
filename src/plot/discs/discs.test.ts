import { expect, test } from 'vitest';
import { paintDiscs } from './raster.ts';
import { shadesOf } from './shades.ts';

const shades = Uint32Array.of(0x0000aa, 0x00bb00, 0xcc0000);

/** A picture of 20 x 20 pixels of a square of side 10. */
function picture(centres: number[], radii: number[], values: number[]) {
  const width = 20;
  const pixels = new Uint32Array(width * width);
  paintDiscs({ width, pixels }, { centres, radii, values, side: 10 }, shades, [0, 1]);
  return {
    colour: (x: number, y: number) => (pixels[y * width + x] as number) & 0xffffff,
    /** Pixels that are covered, the part of each counted. */
    area: pixels.reduce((sum, pixel) => sum + (pixel >>> 24) / 255, 0),
    pixels,
  };
}

test('particles have their true places, and the shade of their value', () => {
  const { colour } = picture([2, 5, 5, 2, 8, 5, 5, 8], [1, 1, 1, 1], [0.2, 0.6, 7, Number.NaN]);
  expect([colour(4, 10), colour(10, 4), colour(16, 10), colour(10, 16)]).toEqual([0xaa, 0xbb00, 0xcc0000, 0xaa]);
  expect(colour(10, 10)).toBe(0);
});

// A rim that fades over a pixel has the area pi (r² + 1/12) on average over places; single ones lie within a pixel of it.
test.each([
  [5, 5],
  [5.13, 4.71],
  [0, 5],
  [4.9, 9.9],
  [0.1, 9.9],
])('a disc at (%d, %d) has its true area, across the edges too', (x, y) => {
  expect(Math.abs(picture([x, y], [2], [0]).area - Math.PI * (4 ** 2 + 1 / 12))).toBeLessThan(1);
});

test('what leaves through an edge comes in at the opposite one, from any period', () => {
  const atCorner = picture([0, 0], [1], [1]);
  for (const [x, y] of [
    [0, 0],
    [19, 0],
    [0, 19],
    [19, 19],
  ] as const)
    expect(atCorner.colour(x, y)).toBe(0xcc0000);
  expect(picture([-17, 25], [1], [1]).pixels).toEqual(picture([3, 5], [1], [1]).pixels);
});

test('where discs touch, a pixel belongs to the one that covers it most', () => {
  const { colour } = picture([3.9, 5, 6.1, 5], [1.2, 1.2], [0, 1]);
  expect([colour(9, 10), colour(10, 10)]).toEqual([0xaa, 0xcc0000]);
});

test('shades go from a trace of ink over the hue to ink', () => {
  const first = 'color-mix(in oklab, ink 16.0%, paper)';
  expect(shadesOf('langevin', 3, (name) => name.slice(2))).toEqual([
    `color-mix(in oklab, hue-langevin 0.0%, ${first})`,
    `color-mix(in oklab, hue-langevin 100.0%, ${first})`,
    'color-mix(in oklab, ink 100.0%, hue-langevin)',
  ]);
});
