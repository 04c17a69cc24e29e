import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NumberSpec } from '../kernel/manifest.ts';
import { integersText, parseList } from './list.ts';

const real: NumberSpec = { symbol: '', meaning: '', min: 0, max: 100, default: 1 };
const whole: NumberSpec = { ...real, max: 5e6, integer: true };

describe('a list', () => {
  test.each([
    ['4', real, [4]],
    ['50,100,0.5', real, [50, 100, 0.5]],
    ['2:8:13', real, [2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5, 6, 6.5, 7, 7.5, 8]],
    ['0.1:0.5:5', real, [0.1, 0.2, 0.3, 0.4, 0.5]],
    ['8:2:3,20', real, [8, 5, 2, 20]],
    ['0.001:100:6:log', real, [0.001, 0.01, 0.1, 1, 10, 100]],
    ['1:4', whole, [1, 2, 3, 4]],
    ['7:7', whole, [7]],
    ['50:200:4', whole, [50, 100, 150, 200]],
    ['10:100:4:log', whole, [10, 22, 46, 100]],
  ])('%s', (text, spec, values) => {
    expect(parseList('here', 'r', text, spec)).toEqual(values);
  });

  test.each([
    ['2,', real, 'here: r="" is not a number, expected one in [0, 100]'],
    ['2,200', real, 'here: r="200" is outside [0, 100]'],
    ['0:200:3', real, 'here: r="200" is outside [0, 100]'],
    ['1.5', whole, 'here: r="1.5" is not an integer in [0, 5000000]'],
    ['2:8', real, 'here: r="2:8" lacks its count, expected FROM:TO of integers, FROM:TO:COUNT or FROM:TO:COUNT:log'],
    ['8:2', whole, 'here: r="8:2" runs backwards, expected the smaller number first'],
    ['1:5000000', whole, 'here: r="1:5000000" has too many values, expected at most 1000000'],
    ['2:8:1', real, 'here: r="2:8:1": COUNT="1" is outside [2, 1000000]'],
    ['0:8:3:log', real, 'here: r="0:8:3:log" has no logarithm, expected numbers above 0'],
    [
      '2:8:3:lin',
      real,
      'here: r="2:8:3:lin" is no list, expected FROM:TO of integers, FROM:TO:COUNT or FROM:TO:COUNT:log',
    ],
  ])('%s is refused', (text, spec, message) => {
    expect(() => parseList('here', 'r', text, spec)).toThrow(new Error(message));
  });

  test('of spaced numbers has its ends, as many as it says, and stays between', () => {
    const number = fc.double({ min: 1e-3, max: 100, noNaN: true });
    fc.assert(
      fc.property(number, number, fc.integer({ min: 2, max: 30 }), fc.constantFrom('', ':log'), (a, b, count, log) => {
        const values = parseList('here', 'r', `${a}:${b}:${count}${log}`, real);
        expect(values).toHaveLength(count);
        expect([values[0], values.at(-1)]).toEqual([a, b]);
        // twelve digits: half a unit of the twelfth
        const margin = 5e-12 * Math.max(a, b);
        for (const value of values) {
          expect(value).toBeGreaterThanOrEqual(Math.min(a, b) - margin);
          expect(value).toBeLessThanOrEqual(Math.max(a, b) + margin);
        }
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});

test('integers are written so that they are read back, runs in short', () => {
  expect(integersText([1, 2, 3, 4])).toBe('1:4');
  expect(integersText([3, 5, 6, 7, 2])).toBe('3,5:7,2');
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1 }), (values) => {
      expect(parseList('here', 'seed', integersText(values), whole)).toEqual(values);
    }),
    { seed: 8, numRuns: 200 },
  );
});
