import { beforeAll, expect, test } from 'vitest';
import { type Library, load, put, view } from './probe/load.mts';

let library: Library;
beforeAll(async () => {
  library = await load();
});

/** 1 + 2z − z² + … of degree n, and its derivative. */
const polynomial = (n: number, z: number) =>
  Array.from({ length: n + 1 }, (_, k) => (-1) ** (k >> 1) * z ** k).reduce((a, b) => a + b);
const derivative = (n: number, z: number) =>
  Array.from({ length: n }, (_, k) => (-1) ** ((k + 1) >> 1) * (k + 1) * z ** k).reduce((a, b) => a + b);
const total = (w: ArrayLike<number>, g: (i: number) => number) =>
  Array.from(w).reduce((sum, weight, i) => sum + weight * g(i), 0);

test('six uniform nodes interpolate polynomials of degree five and no more', () => {
  const w = library.vector(8);
  for (const z of [0, 0.3, 2.5, 4.9, 5]) {
    library.uniformWeights(z, w, 2);
    const weights = view(library, w, 8).slice(2);
    // 6 terms of at most 5^5 with weights below 2
    expect(Math.abs(total(weights, (i) => polynomial(5, i)) - polynomial(5, z))).toBeLessThan(1e-11);
    const sixth = total(weights, (i) => i ** 6) - z ** 6;
    // the remainder is the product of the distances from the nodes
    expect(Math.abs(sixth + [0, 1, 2, 3, 4, 5].reduce((product, i) => product * (z - i), 1))).toBeLessThan(1e-10);
  }
});

test('the six nodes lie round the position, inside the mesh', () => {
  const firsts = [0, 1.9, 2.1, 3.5, 6.2, 7, 9].map((z) => library.firstNeighbour(z, 10));
  expect(firsts).toEqual([0, 0, 0, 1, 4, 4, 4]);
});

test('nodes anywhere interpolate polynomials and give their derivatives', () => {
  const nodes = put(library, [-9, 0.1, 0.3, 0.35, 1, 1.7]);
  const w = library.vector(5);
  for (const z of [0.1, 0.2, 1.5, 2]) {
    library.weights(z, nodes, 1, 5, w);
    const at = [0.1, 0.3, 0.35, 1, 1.7];
    // weights below 4e2 in size at z = 2, numbers below 20
    expect(Math.abs(total(view(library, w, 5), (i) => polynomial(4, at[i] ?? 0)) - polynomial(4, z))).toBeLessThan(
      1e-11,
    );
  }
  for (const [i, z] of [0.1, 0.3, 0.35, 1, 1.7].entries()) {
    library.slopes(nodes, 1, 5, i, w);
    const at = [0.1, 0.3, 0.35, 1, 1.7];
    const slope = total(view(library, w, 5), (k) => polynomial(4, at[k] ?? 0));
    expect(Math.abs(slope - derivative(4, z))).toBeLessThan(1e-11);
  }
});

test('a table of slopes has the derivative at each node in its row', () => {
  const table = view(library, library.slopeTable(5), 25).slice();
  for (const at of [0, 1, 2, 3, 4]) {
    const slope = total(table.subarray(5 * at, 5 * at + 5), (i) => polynomial(4, i));
    expect(Math.abs(slope - derivative(4, at))).toBeLessThan(1e-10);
  }
});
