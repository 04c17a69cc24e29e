import { beforeAll, describe, expect, test } from 'vitest';
import { type Library, load, normalVector, put, view } from './probe/load.mts';

let library: Library;
beforeAll(async () => {
  library = await load('release');
});

const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

/** A matrix of these eigenvalues: (1 − 2nnᵀ) D (1 − 2nnᵀ) for a unit vector n. Eigenvector k is column k of the reflection. */
function matrix(eigenvalues: number[]) {
  const N = eigenvalues.length;
  const raw = Array.from({ length: N }, (_, i) => 1 + Math.sin(3 * i));
  const n = raw.map((value) => value / Math.sqrt(dot(raw, raw)));
  const reflection = (i: number, k: number) => (i === k ? 1 : 0) - 2 * (n[i] ?? 0) * (n[k] ?? 0);
  const W = library.matrix(N);
  for (let i = 0; i < N; ++i) {
    for (let j = 0; j <= i; ++j) {
      const terms = eigenvalues.map((value, k) => reflection(i, k) * value * reflection(j, k));
      library.set(
        W,
        i,
        j,
        terms.reduce((sum, term) => sum + term),
      );
    }
  }
  return { W, N, vector: (k: number) => Array.from({ length: N }, (_, i) => reflection(i, k)) };
}

function climb(W: number, N: number, steps: number) {
  const [u, values, residuals] = [
    put(library, normalVector(library, 5, N)),
    library.vector(steps),
    library.vector(steps),
  ];
  library.climbMatrix(W, u, values, residuals);
  return {
    u: view(library, u, N).slice(),
    values: view(library, values, steps).slice(),
    residuals: view(library, residuals, steps).slice(),
  };
}

describe.each([
  ['well apart', 40, (k: number) => (k === 0 ? 2 : 1 - k / 40)],
  ['of both signs', 40, (k: number) => (k === 0 ? 1 : -1.5 + k / 20)],
  ['close together', 60, (k: number) => 1 - k / 60],
  ['equal, but for one', 12, (k: number) => (k === 0 ? 2 : 1)],
] as const)('where the eigenvalues are %s', (_, N, eigenvalue) => {
  const eigenvalues = Array.from({ length: N }, (__, k) => eigenvalue(k));
  const sorted = [...eigenvalues].sort((a, b) => b - a);
  const [top = 0, second = 0] = sorted;

  test('the largest is found, with its vector, and never left', () => {
    const { W, vector } = matrix(eigenvalues);
    const { u, values, residuals } = climb(W, N, 120);
    // products are good to (N/4 + 8) 2^-24 of |W| ≤ 2 and W itself to 2^-24: 3e-6 at most. That much λ may be off, and fall
    // in a step
    const rounding = 3e-6;
    values.forEach((value, t) => {
      if (t > 0) expect(value).toBeGreaterThan((values[t - 1] ?? 0) - rounding);
      const nearest = Math.min(...eigenvalues.map((exact) => Math.abs(value - exact)));
      expect(nearest).toBeLessThan((residuals[t] ?? 0) + rounding);
    });
    expect(Math.abs((values.at(-1) ?? 0) - top)).toBeLessThan(rounding);
    expect(residuals.at(-1)).toBeLessThan(rounding);
    // the angle is at most (residual + rounding)/gap
    const cosine = Math.abs(dot(u, vector(eigenvalues.indexOf(top))));
    expect(1 - cosine).toBeLessThan(((2 * rounding) / (top - second)) ** 2 + 1e-12);
    expect(Math.abs(dot(u, u) - 1)).toBeLessThan(1e-12);
  });
});

test('it takes as few steps as a polynomial in the matrix can, up to a factor of two', () => {
  const N = 60;
  const { W, vector } = matrix(Array.from({ length: N }, (_, k) => 1 - k / 60));
  const start = normalVector(library, 5, N);
  const along = Math.abs(dot(start, vector(0))) / Math.sqrt(dot(start, start));
  // Krylov bound: the tangent of the angle falls like 1/T_t(1 + 2g), T_t > e^(rate t)/2, g = gap/spread = 1/58. The climb
  // keeps one way instead of all. Power iteration needs log(1/tangent)/log(60/59) steps
  const g = 1 / 58;
  const rate = Math.log(1 + 2 * g + 2 * Math.sqrt(g * (1 + g)));
  const steps = Math.ceil((2 * Math.log(2 / (along * 1e-5))) / rate);
  expect(Math.min(...climb(W, N, steps).residuals)).toBeLessThan(1e-5);
  expect(steps).toBeLessThan(Math.log(1 / (along * 1e-5)) / (1 / 60));
});

test('in a plane one step is all, and an eigenvector stays', () => {
  const W = library.matrix(2);
  library.set(W, 0, 0, 2);
  library.set(W, 1, 1, 1);
  library.set(W, 1, 0, 0.5);
  const { values } = climb(W, 2, 4);
  const exact = 1.5 + Math.SQRT1_2;
  for (const value of values.slice(1)) expect(Math.abs(value - exact)).toBeLessThan(1e-6);
  const identity = library.matrix(3);
  for (let i = 0; i < 3; ++i) library.set(identity, i, i, 1);
  expect(Array.from(climb(identity, 3, 5).values).every((value) => Math.abs(value - 1) < 1e-6)).toBe(true);
});
