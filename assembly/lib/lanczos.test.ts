import { beforeAll, expect, test } from 'vitest';
import { type Library, load, normalVector, put, view } from './probe/load.mts';
import reference from './reference/symmetric_eigenvalues.json' with { type: 'json' };

let library: Library;
beforeAll(async () => {
  library = await load('release');
});

type Entry = (i: number, j: number) => number;
/** The matrix of the reference: whole numbers over 101. */
const entry: Entry = (i, j) => (((17 * (i + j) ** 2 + 5 * i * j + 3 * i * j * (i + j)) % 101) - 50) / 101;
const diagonal =
  (values: number[]): Entry =>
  (i, j) =>
    i === j ? (values[i] ?? 0) : 0;
const random = (N: number) => normalVector(library, 1, N);

function smallest(N: number, value: Entry, start: ArrayLike<number>, tolerance: number, most = N) {
  const A = library.denseMatrix(N);
  for (let i = 0; i < N; ++i) for (let j = 0; j <= i; ++j) library.setDense(A, i, j, value(i, j));
  const lanczos = library.lanczos(N, most);
  const theta = library.smallestPair(lanczos, library.operator(A), put(library, start), tolerance);
  const v = view(library, library.lanczosVector(lanczos), N).slice();
  const rest = v.map((vi, i) => v.reduce((sum, vj, j) => sum + value(i, j) * vj, 0) - theta * vi);
  return {
    theta,
    v,
    residual: Math.hypot(...rest),
    promised: library.lanczosResidual(lanczos),
    steps: library.lanczosSteps(lanczos),
  };
}

test.each(Object.entries(reference))('has the smallest eigenvalue of LAPACK after all steps, N = %s', (size, exact) => {
  const N = Number(size);
  const { theta, v, residual, steps } = smallest(N, entry, random(N), 0);
  const rounding = 8 * N * 2 ** -53 * Math.max(...exact.map(Math.abs));
  expect(steps).toBe(N);
  expect(Math.abs(theta - (exact[0] ?? 0))).toBeLessThanOrEqual(rounding);
  expect(residual).toBeLessThan(8 * rounding);
  expect(Math.abs(Math.hypot(...v) - 1)).toBeLessThan(1e-13);
});

test('stops when the residual, which it knows, is small enough: an error of the value of its square over the gap', () => {
  const exact = reference['101'];
  const gap = (exact[1] ?? 0) - (exact[0] ?? 0);
  for (const tolerance of [1e-2, 1e-3, 1e-5, 1e-7]) {
    const { theta, residual, promised, steps } = smallest(101, entry, random(101), tolerance);
    expect(steps).toBeLessThan(101);
    // T has at most twice the norm of the matrix in its rows
    expect(residual).toBeLessThan(2 * tolerance * Math.max(...exact.map(Math.abs)));
    expect(Math.abs(residual - promised)).toBeLessThan(1e-12);
    const error = theta - (exact[0] ?? 0);
    expect(error).toBeGreaterThan(-1e-13);
    if (residual < gap / 2) expect(error).toBeLessThan((2 * residual ** 2) / gap + 1e-13);
  }
});

test('finds what the start has, and ends when the start has no more', () => {
  const values = [5, -7, 2, 4, -1, 3];
  const one = smallest(6, diagonal(values), [0, 0, 1, 0, 0, 0], 1e-10);
  expect([one.theta, one.steps]).toEqual([expect.closeTo(2, 13), 1]);
  const three = smallest(6, diagonal(values), [1, 0, 1, 0, 1, 0], 1e-10);
  expect([three.theta, three.steps]).toEqual([expect.closeTo(-1, 13), 3]);
  expect(Math.abs(three.v[4] ?? 0)).toBeCloseTo(1, 9);
});

test('in a space of fewer dimensions that the operator keeps', () => {
  const values = [-9, 4, 3, 2, 1];
  const { theta, steps } = smallest(5, diagonal(values), [0, 1, 1, 1, 1], 0, 4);
  expect([theta, steps]).toEqual([expect.closeTo(1, 13), 4]);
});

test('of equal eigenvalues, and of zero', () => {
  const same = smallest(8, diagonal(Array.from({ length: 8 }, () => -3)), random(8), 1e-10);
  expect(same.theta).toBeCloseTo(-3, 13);
  const none = smallest(4, () => 0, random(4), 1e-10);
  expect(none.theta).toBeCloseTo(0, 50);
  expect(none.steps).toBe(1);
});

test('keeps the directions apart over many steps: large eigenvalues that converge first do not come back', () => {
  // without the cleaning, copies of the two outer eigenvalues take steps away and all N are not enough
  const N = 60;
  const values = Array.from({ length: N }, (_, i) => (i < 2 ? 1e6 * (i + 1) : 1 + i / N));
  const { theta } = smallest(N, diagonal(values), random(N), 0);
  expect(Math.abs(theta - (1 + 2 / N))).toBeLessThan(8 * N * 2 ** -53 * 2e6);
});

test('keeps them apart where next to nothing is left of a step: a start that is almost in a space that A keeps', () => {
  // uncleaned, what is left at 1e-11 is mixed with rounding, 1e-16 / 1e-11 of it
  const N = 30;
  const start = Array.from({ length: N }, (_, i) => (i < 3 ? 1 : 1e-11 * (1 + i / N)));
  const { theta, residual, steps } = smallest(N, diagonal(Array.from({ length: N }, (_, i) => 5 - i / N)), start, 0);
  expect(steps).toBe(N);
  expect(Math.abs(theta - (5 - (N - 1) / N))).toBeLessThan(8 * N * 2 ** -53 * 5);
  expect(residual).toBeLessThan(64 * N * 2 ** -53 * 5);
});
