import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Spreadable, spread } from './spread.ts';

const item = (want: number, size = 20, from = 0, to = 1): Spreadable => ({ want, size, from, to, at: Number.NaN });

function overlaps(a: Spreadable, b: Spreadable): boolean {
  const across = a.from < b.to && b.from < a.to;
  // Rounding of a few sums of numbers below 1e4
  return across && Math.abs(a.at - b.at) < (a.size + b.size) / 2 - 1e-9;
}

describe('spread', () => {
  test('leaves alone what has room', () => {
    const items = [item(50), item(100), item(10)];
    spread(items, 0, 200);
    expect(items.map(({ at }) => at)).toEqual([10, 50, 100]);
  });

  test('pushes equal wishes apart evenly', () => {
    const items = [item(100), item(100), item(100)];
    spread(items, 0, 200);
    expect(items.map(({ at }) => at)).toEqual([80, 100, 120]);
  });

  test('keeps everything between the ends', () => {
    const items = [item(199), item(200), item(3)];
    spread(items, 0, 200);
    expect(items.map(({ at }) => at)).toEqual([10, 170, 190]);
  });

  test('lets labels that do not meet across the line share a place on it', () => {
    const items = [item(100, 20, 0, 50), item(100, 20, 50, 90)];
    spread(items, 0, 200);
    expect(items.map(({ at }) => at)).toEqual([100, 100]);
  });

  test('never lets two labels overlap, and keeps all inside when there is room', () => {
    const label = fc.record({
      want: fc.double({ min: -50, max: 450, noNaN: true }),
      size: fc.double({ min: 5, max: 40, noNaN: true }),
      from: fc.double({ min: 0, max: 100, noNaN: true }),
      width: fc.double({ min: 1, max: 100, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(label, { maxLength: 8 }), (labels) => {
        const items = labels.map(({ want, size, from, width }) => item(want, size, from, from + width));
        // Eight labels of at most 40 px fit into 400 px.
        spread(items, 0, 400);
        for (const [i, a] of items.entries()) {
          expect(a.at - a.size / 2).toBeGreaterThanOrEqual(-1e-9);
          expect(a.at + a.size / 2).toBeLessThanOrEqual(400 + 1e-9);
          for (const b of items.slice(i + 1)) expect(overlaps(a, b)).toBe(false);
        }
      }),
      { seed: 7 },
    );
  });

  test('sorts by wish at first and is slow to change its mind later', () => {
    const [a, b] = [item(104), item(100)];
    const items = [a, b];
    spread(items, 0, 200);
    expect(b.at).toBeLessThan(a.at);
    a.want = 97;
    spread(items, 0, 200);
    expect(b.at).toBeLessThan(a.at);
    a.want = 93;
    spread(items, 0, 200);
    expect(a.at).toBeLessThan(b.at);
  });
});
