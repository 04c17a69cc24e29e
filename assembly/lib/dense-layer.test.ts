import { beforeAll, describe, expect, test } from 'vitest';
import { type Library, load, normalVector } from './probe/load.mts';

let library: Library;
beforeAll(async () => {
  library = await load('release');
});

type Matrix = number[][];
const matrix = (rows: number, columns: number, seed: number): Matrix => {
  const numbers = normalVector(library, seed, rows * columns);
  return Array.from({ length: rows }, (_, r) => Array.from(numbers.slice(r * columns, (r + 1) * columns)));
};
const times = (a: Matrix, b: Matrix): Matrix =>
  a.map((row) => (b[0] ?? []).map((_, j) => row.reduce((sum, value, k) => sum + value * (b[k]?.[j] ?? 0), 0)));
const transpose = (a: Matrix): Matrix => (a[0] ?? []).map((_, j) => a.map((row) => row[j] ?? 0));
const close = (a: Matrix, b: Matrix) => {
  expect(a.length).toBe(b.length);
  // sums of up to 60 products of normal numbers, in another order
  a.forEach((row, r) => {
    row.forEach((value, c) => {
      expect(Math.abs(value - (b[r]?.[c] ?? Number.NaN))).toBeLessThan(1e-13);
    });
  });
};

function putBatch(values: Matrix) {
  const batch = library.batch(values[0]?.length ?? 0, values.length);
  values.forEach((row, b) => {
    row.forEach((value, i) => {
      library.setBatchValue(batch, b, i, value);
    });
  });
  return batch;
}
const readBatch = (batch: number, samples: number, n: number): Matrix =>
  Array.from({ length: samples }, (_, b) => Array.from({ length: n }, (_, i) => library.batchValue(batch, b, i)));

/** A layer with the weights W [outputs, inputs] and the biases c [1, outputs]. */
function putLayer(W: Matrix, c: Matrix) {
  const layer = library.denseLayer(W[0]?.length ?? 0, W.length);
  const weights = library.weightsOf(layer);
  W.forEach((row, o) => {
    [c[0]?.[o] ?? 0, ...row].forEach((value, i) => {
      library.setWeight(layer, weights, o, i - 1, value);
    });
  });
  const read = (): [Matrix, Matrix] => [
    W.map((row, o) => row.map((_, i) => library.weight(layer, weights, o, i))),
    [W.map((_, o) => library.weight(layer, weights, o, -1))],
  ];
  return { layer, weights, read };
}

describe.each([
  [1, 1, 1],
  [3, 2, 5],
  [4, 8, 4],
  [13, 7, 9],
  [60, 10, 32],
])('a layer of %d inputs and %d outputs, with %d samples', (inputs, outputs, samples) => {
  const draw = () => ({
    W: matrix(outputs, inputs, 1),
    c: matrix(1, outputs, 2),
    x: matrix(samples, inputs, 3),
    delta: matrix(samples, outputs, 4),
  });

  test('is the affine map, and backwards its transpose', () => {
    const { W, c, x, delta } = draw();
    const { layer, weights } = putLayer(W, c);
    const [y, g] = [library.batch(outputs, samples), library.batch(inputs, samples)];
    library.forward(layer, weights, putBatch(x), y);
    const expected = times(x, transpose(W)).map((row) => row.map((value, o) => value + (c[0]?.[o] ?? 0)));
    close(readBatch(y, samples, outputs), expected);
    library.backward(layer, weights, putBatch(delta), g);
    close(readBatch(g, samples, inputs), times(delta, W));
  });

  test('descends by the sum of outer products, and tells their squared length', () => {
    const { W, c, x, delta } = draw();
    const { layer, weights, read } = putLayer(W, c);
    const gradient = times(transpose(delta), x);
    const ones = times(
      transpose(delta),
      Array.from({ length: samples }, () => [1]),
    );
    const square = library.descend(layer, weights, putBatch(x), putBatch(delta), 0.25);
    const expected = [...gradient.flat(), ...ones.flat()].reduce((sum, value) => sum + value * value, 0);
    expect(Math.abs(square / expected - 1)).toBeLessThan(1e-13);
    const [after, biases] = read();
    close(
      after,
      W.map((row, o) => row.map((value, i) => value - 0.25 * (gradient[o]?.[i] ?? 0))),
    );
    close(biases, [(c[0] ?? []).map((value, o) => value - 0.25 * (ones[o]?.[0] ?? 0))]);
  });
});

test('a batch rectifies, masks and has norms', () => {
  const [x, y] = [matrix(6, 3, 5), matrix(6, 3, 6)];
  const [X, Y] = [putBatch(x), putBatch(y)];
  library.rectify(Y);
  close(
    readBatch(Y, 6, 3),
    y.map((row) => row.map((value) => Math.max(0, value))),
  );
  library.mask(X, Y);
  const masked = x.map((row, b) => row.map((value, i) => ((y[b]?.[i] ?? 0) > 0 ? value : 0)));
  close(readBatch(X, 6, 3), masked);
  masked.forEach((row, b) => {
    expect(Math.abs(library.squaredNorm(X, b) - row.reduce((sum, value) => sum + value * value, 0))).toBeLessThan(
      1e-13,
    );
  });
});
