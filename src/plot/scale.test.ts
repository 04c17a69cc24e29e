import { expect, test } from 'vitest';
import { createScale, fitScale, position, valueAt } from './scale.ts';

test('valueAt is the inverse of position', () => {
  for (const [type, domain] of [
    ['linear', [-2, 7]],
    ['log', [1e-3, 1e2]],
    ['linear', [1, 0]],
  ] as const) {
    const scale = createScale('x', type, domain);
    fitScale(scale, 300, 0);
    // Two roundings each way, of numbers below 300
    expect(valueAt(scale, position(scale, 0.37))).toBeCloseTo(0.37, 12);
    expect(position(scale, domain[0])).toBeCloseTo(300, 10);
    expect(position(scale, domain[1])).toBeCloseTo(0, 10);
  }
});

test('a domain without extent, or not positive on a log axis, is refused by name', () => {
  expect(() => createScale('x', 'linear', [1, 1])).toThrow(
    'chart: domain of the x axis is [1, 1], expected two different finite numbers',
  );
  expect(() => createScale('y', 'log', [0, 1])).toThrow(
    'chart: domain of the y axis is [0, 1], expected two different positive numbers',
  );
});
