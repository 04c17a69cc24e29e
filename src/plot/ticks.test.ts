import { describe, expect, test } from 'vitest';
import { linearTicks, logTicks, plainLabels } from './ticks.ts';

describe('linearTicks', () => {
  test('are round and labelled with equal decimals and a true minus sign', () => {
    const { major, labels } = linearTicks(-1, 1, 5);
    expect(major).toEqual([-1, -0.5, 0, 0.5, 1]);
    expect(labels).toEqual(['\u22121.0', '\u22120.5', '0.0', '0.5', '1.0']);
  });

  test('are not more than asked for', () => {
    for (const count of [2, 3, 4, 5, 6]) expect(linearTicks(0, 0.4, count).major.length).toBeLessThanOrEqual(count);
  });
});

describe('logTicks', () => {
  test('are the powers of ten, with the multiples between them unlabelled', () => {
    const { major, minor, labels } = logTicks(0.1, 1000, 6);
    expect(major).toEqual([0.1, 1, 10, 100, 1000]);
    expect(labels).toEqual(['10<sup>\u22121</sup>', '1', '10', '10<sup>2</sup>', '10<sup>3</sup>']);
    expect(minor).toHaveLength(4 * 8);
    expect(minor.slice(0, 2)).toEqual([0.2, 0.3]);
  });

  test('stand on ends that rounding moved inwards', () => {
    expect(logTicks(0.1 * (1 + 1e-12), 1000 * (1 - 1e-12), 6).major).toEqual([0.1, 1, 10, 100, 1000]);
  });

  test('leave powers out when there are too many, and mark them without words', () => {
    const { major, minor } = logTicks(1e-6, 1e6, 5);
    expect(major).toEqual([1e-6, 1e-3, 1, 1e3, 1e6]);
    expect(minor).toContain(10);
    expect(minor).not.toContain(20);
  });

  test('are 1, 2 and 5 times a power of ten on a short axis', () => {
    const { major, minor, labels } = logTicks(0.5, 20, 7);
    expect(major).toEqual([0.5, 1, 2, 5, 10, 20]);
    expect(labels).toEqual(['0.5', '1', '2', '5', '10', '20']);
    expect(minor).toContain(0.7);
  });

  test('are two at least, also within less than a factor of two', () => {
    expect(logTicks(1.1, 1.8, 5).major).toEqual([1.2, 1.4, 1.6, 1.8]);
    expect(logTicks(130, 168, 5).major).toEqual([130, 140, 150, 160]);
    expect(logTicks(3, 9, 3).major).toEqual([4, 6, 8]);
    expect(logTicks(0.5, 50, 2).major).toEqual([1, 10]);
    expect(logTicks(1.5, 60, 3).major).toEqual([2, 5, 10, 20, 50]);
  });
});

test('long numbers are labelled with a power of ten', () => {
  expect(plainLabels([0, 100_000, 250_000])).toEqual([
    '0',
    '1.0\u202f\u00d7\u202f10<sup>5</sup>',
    '2.5\u202f\u00d7\u202f10<sup>5</sup>',
  ]);
});
