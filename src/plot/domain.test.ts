import { describe, expect, test } from 'vitest';
import { grownDomain } from './domain.ts';

describe('grownDomain', () => {
  test('is the same object while the data stay inside', () => {
    const domain = [0, 10] as const;
    expect(grownDomain(domain, 0, 10, false)).toBe(domain);
    expect(grownDomain(domain, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, false)).toBe(domain);
  });

  test('ends on a round value beyond the data, and keeps the end that they did not pass', () => {
    expect(grownDomain([0, 10], 1, 11, false)).toEqual([0, 15]);
    expect(grownDomain([0, 10], 1, 130, false)).toEqual([0, 150]);
    expect(grownDomain([0.3, 10], 1, 11, false)).toEqual([0.3, 15]);
    expect(grownDomain([-1, 0], -1.31, -0.5, false)).toEqual([-1.5, 0]);
  });

  test('ends on decades on a log axis, where only positive data have a say', () => {
    expect(grownDomain([1, 100], 2, 101, true)).toEqual([1, 1000]);
    expect(grownDomain([1, 100], 0.03, 50, true)).toEqual([0.01, 100]);
    const domain = [1, 100] as const;
    expect(grownDomain(domain, -5, 50, true)).toBe(domain);
  });

  test('keeps the direction of an axis that runs backwards', () => {
    expect(grownDomain([10, 0], 1, 11, false)).toEqual([15, 0]);
  });
});
