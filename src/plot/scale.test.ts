import { expect, test } from 'vitest';
import { createScale, setDomain } from './scale.ts';

test('a scale goes to pixels and back', () => {
  for (const [type, domain] of [
    ['linear', [-2, 7]],
    ['log', [1e-3, 1e2]],
    ['linear', [1, 0]],
  ] as const) {
    const scale = createScale('x', type, domain);
    scale.range([300, 0]);
    // Some four roundings each way, of numbers below 300 and of logarithms below 7: below 1e-12
    expect(scale.invert(scale(0.37))).toBeCloseTo(0.37, 12);
    expect(scale(domain[0])).toBeCloseTo(300, 10);
    expect(scale(domain[1])).toBeCloseTo(0, 10);
  }
});

test('a scale has no finite place for what is no number, nor a log scale for what is not positive', () => {
  const linear = createScale('x', 'linear', [0, 1]).range([0, 100]);
  const log = createScale('x', 'log', [1, 10]).range([100, 0]);
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) expect(linear(value)).toBeNaN();
  for (const value of [Number.NaN, -1]) expect(log(value)).toBeNaN();
  expect(log(0)).not.toSatisfy(Number.isFinite);
});

test('a domain without extent, or not positive on a log axis, is refused by name', () => {
  expect(() => createScale('x', 'linear', [1, 1])).toThrow(
    'chart: domain of the x axis is [1, 1], expected two different finite numbers',
  );
  expect(() => createScale('y', 'log', [0, 1])).toThrow(
    'chart: domain of the y axis is [0, 1], expected two different positive numbers',
  );
  const scale = createScale('x', 'linear', [0, 1]);
  expect(() => setDomain('x', scale, [0, Number.POSITIVE_INFINITY])).toThrow('different finite numbers');
  expect(scale.domain()).toEqual([0, 1]);
});
