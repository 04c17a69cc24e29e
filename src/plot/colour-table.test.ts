import { expect, test } from 'vitest';
import { colourPixels } from './colour-table.ts';

test('values take their colours from the table, ends beyond the range, and nothing for no number', () => {
  const table = Uint8ClampedArray.from({ length: 1024 }, (_, i) => (i % 4 === 3 ? 255 : Math.floor(i / 4)));
  const pixels = new Uint8ClampedArray(4 * 5);
  colourPixels(table, [-1, 1, 0.5, 7, Number.NaN], -1, 1, pixels);
  const shade = (i: number) => [...pixels.subarray(4 * i, 4 * i + 4)];
  expect(shade(0)).toEqual([0, 0, 0, 255]);
  expect(shade(1)).toEqual([255, 255, 255, 255]);
  expect(shade(2)).toEqual([191, 191, 191, 255]);
  expect(shade(3)).toEqual([255, 255, 255, 255]);
  expect(shade(4)[3]).toBe(0);
});
