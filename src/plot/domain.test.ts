import { describe, expect, test } from 'vitest';
import { growDomain } from './domain.ts';
import { widen } from './mark.ts';
import { createScale } from './scale.ts';

/** Whether a domain had to grow, and what became of it. */
function grown(domain: [number, number], low: number, high: number, type: 'linear' | 'log' = 'linear') {
  const scale = createScale('x', type, domain);
  return [growDomain(scale, low, high), scale.domain()];
}

describe('growDomain', () => {
  test('leaves the domain alone while the data stay inside, or where there are none', () => {
    expect(grown([0, 10], 0, 10)).toEqual([false, [0, 10]]);
    expect(grown([0, 10], Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY)).toEqual([false, [0, 10]]);
  });

  test('ends on a round value beyond the data, and keeps the end that they did not pass', () => {
    expect(grown([0, 10], 1, 11)).toEqual([true, [0, 15]]);
    expect(grown([0, 10], 1, 130)).toEqual([true, [0, 150]]);
    expect(grown([0.3, 10], 1, 11)).toEqual([true, [0.3, 15]]);
    expect(grown([-1, 0], -1.31, -0.5)).toEqual([true, [-1.5, 0]]);
  });

  test('ends on decades on a log axis', () => {
    expect(grown([1, 100], 2, 101, 'log')).toEqual([true, [1, 1000]]);
    expect(grown([1, 100], 0.03, 50, 'log')).toEqual([true, [0.01, 100]]);
  });

  test('hears of finite data only, and on a log axis of positive ones', () => {
    const data = [-5, 0, 2, Number.NaN, 50, Number.POSITIVE_INFINITY];
    const extent = (type: 'linear' | 'log') => {
      const range: [number, number] = [3, 3];
      widen(range, data, data.length, createScale('x', type, [1, 10]));
      return range;
    };
    expect(extent('linear')).toEqual([-5, 50]);
    expect(extent('log')).toEqual([2, 50]);
  });

  test('keeps the direction of an axis that runs backwards', () => {
    expect(grown([10, 0], 1, 11)).toEqual([true, [15, 0]]);
  });
});
