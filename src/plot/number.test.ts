import { describe, expect, test } from 'vitest';
import { fixed, power, scientific } from './number.ts';

describe('numbers for readers', () => {
  test('have a true minus sign, and none on a zero', () => {
    expect(fixed(-1.2345, 2)).toBe('\u22121.23');
    expect(fixed(-0.001, 2)).toBe('0.00');
    expect(fixed(0.996, 2)).toBe('1.00');
  });

  test('are a dash where there is no number', () => {
    expect(fixed(Number.NaN, 3)).toBe('\u2013');
    expect(scientific(Number.POSITIVE_INFINITY, 3)).toBe('\u2013');
  });

  test('are powers of ten with a superscript', () => {
    expect([0, 1, 2, -3].map(power)).toEqual(['1', '10', '10<sup>2</sup>', '10<sup>\u22123</sup>']);
    expect(scientific(-0.00123, 1)).toBe('\u22121.2\u202f\u00d7\u202f10<sup>\u22123</sup>');
  });
});
