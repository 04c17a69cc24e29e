import { beforeAll, expect, test } from 'vitest';
import { type Library, load, view } from './probe/load.mts';

let library: Library;
beforeAll(async () => {
  library = await load();
});

const rule = (n: number) => {
  const both = Array.from(view(library, library.gaussLegendre(n), 2 * n));
  return { nodes: both.slice(0, n), weights: both.slice(n) };
};

test.each([1, 2, 5, 16, 40])('%d nodes integrate the powers up to 2n − 1, and not the next', (n) => {
  const { nodes, weights } = rule(n);
  const error = (degree: number) =>
    nodes.reduce((sum, x, k) => sum + (weights[k] ?? 0) * x ** degree, 0) * (degree + 1) - 1;
  for (let degree = 0; degree < 2 * n; ++degree) {
    // a sum of terms of one sign, each to some roundings, times the degree from the rounding of x
    expect(Math.abs(error(degree))).toBeLessThan((16 + degree) * 2 ** -53 * 4);
  }
  // the square of the monic Legendre polynomial has the integral (n!)⁴/[(2n + 1) (2n)!²], which 5 nodes show clearly
  if (n <= 5) {
    const factorial = (k: number): number => (k > 1 ? k * factorial(k - 1) : 1);
    const missing = (factorial(n) ** 4 / factorial(2 * n) ** 2) * -1;
    expect(error(2 * n) / missing).toBeCloseTo(1, 5);
  }
});

test('nodes rise, and mirror each other', () => {
  const { nodes, weights } = rule(16);
  expect(nodes).toEqual([...nodes].sort((a, b) => a - b));
  nodes.forEach((x, k) => {
    expect(x + (nodes[15 - k] ?? 0)).toBeCloseTo(1, 15);
    expect(weights[k]).toBeCloseTo(weights[15 - k] ?? 0, 15);
  });
});
