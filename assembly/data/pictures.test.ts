import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import pictures from './pictures.mts';

const bytes = pictures();
const pixels = 60 * 60;
const picture = (k: number) =>
  Array.from({ length: pixels }, (_, i) => (((bytes[(k * pixels + i) >> 3] ?? 0) >> (i & 7)) & 1 ? 1 : -1));

test('eight pictures, half of each ink', () => {
  expect(bytes.length).toBe((8 * pixels) / 8);
  for (let k = 0; k < 8; k++) expect(picture(k).reduce((sum, pixel) => sum + pixel, 0)).toBe(0);
});

test('any two are nearly uncorrelated', () => {
  for (let a = 0; a < 8; a++) {
    for (let b = 0; b < a; b++) {
      const [first, second] = [picture(a), picture(b)];
      const overlap = first.reduce((sum, pixel, i) => sum + pixel * (second[i] ?? 0), 0) / pixels;
      expect(Math.abs(overlap), `${a} ${b}`).toBeLessThan(0.15);
    }
  }
});

test('the mountains are where they were drawn: snow, a dark slope, and the sky above them', () => {
  const mountains = picture(1);
  const rows = [12, 40].map((row) => mountains.slice(60 * row, 60 * (row + 1)));
  expect(rows[0]?.slice(19, 24).every((pixel) => pixel === -1)).toBe(true);
  expect(rows[1]?.slice(22, 40).every((pixel) => pixel === 1)).toBe(true);
});

test('the same bytes on every machine', () => {
  expect(createHash('sha256').update(bytes).digest('hex').slice(0, 16)).toBe('3cabc48d2a734d10');
});
