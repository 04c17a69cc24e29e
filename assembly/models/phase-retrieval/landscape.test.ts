import { beforeAll, describe, expect, test } from 'vitest';
import { load as loadLibrary } from '../../lib/probe/load.mts';
import { gamma } from '../../lib/probe/rounding.mts';
import { dot, load, type Models, pair, put, values, write } from '../probe/load.mts';

let models: Models;
beforeAll(async () => {
  models = await load();
});

const sum = (terms: readonly number[]) => terms.reduce((total, term) => total + term, 0);
const norm = (x: ArrayLike<number>) => Math.sqrt(dot(x, x));
const combine = (x: Float64Array, h: number, y: Float64Array) => x.map((value, i) => value + h * (y[i] ?? 0));

/** An instance, its samples as f64 rows, and its landscape. */
function instance(seed: number, N: number, M: number, a: number) {
  const model = models.drawRetrieval(seed, N, M);
  const X = Array.from({ length: M }, (_, mu) =>
    Float64Array.from({ length: N }, (_, i) => models.retrievalEntry(model, mu, i)),
  );
  const y = X.map((_, mu) => models.retrievalOutput(model, mu));
  const c = y.map((output) => (a > 0 ? 1 / (a + output) : 1));
  const landscape = models.landscape(model, a);
  const signal = values(models, models.retrievalSignal(model), N);
  const [at, out] = [models.vector(N), models.vector(N)];
  const survey = (w: Float64Array, b = 1) => {
    write(models, at, w);
    models.survey(landscape, at, b, out);
    const [loss, radial] = [models.retrievalLoss(landscape), models.retrievalRadial(landscape)];
    return { loss, radial, F: values(models, out, N) };
  };
  const project = (v: ArrayLike<number>) => X.map((row) => dot(row, v) / Math.sqrt(N));
  return { model, landscape, X, y, c, signal, at, survey, project };
}

test('samples are standard normal, outputs squares of their projections, and fewer samples are the first of more', () => {
  const [N, M] = [40, 150];
  const { X, y, signal } = instance(5, N, M, 0);
  expect(Math.abs(dot(signal, signal) / N - 1)).toBeLessThan(1e-14);
  const entries = X.flatMap((row) => [...row]);
  // n numbers: the mean scatters by 1/√n, the mean square by √(2/n); 4 sigma
  expect(Math.abs(sum(entries) / (N * M))).toBeLessThan(4 / Math.sqrt(N * M));
  expect(Math.abs(sum(entries.map((x) => x * x)) / (N * M) - 1)).toBeLessThan(4 * Math.sqrt(2 / (N * M)));
  X.forEach((row, mu) => {
    expect(Math.abs((y[mu] ?? 0) - dot(row, signal) ** 2 / N)).toBeLessThan(1e-12);
  });
  expect(instance(5, N, 61, 0).X).toEqual(X.slice(0, 61));
});

describe.each([
  ['quartic', 0],
  ['normalised', 0.7],
])('the %s loss', (_, a) => {
  const [N, M] = [30, 71];
  const [w, across] = pair(N, 0);

  /** What f32 can do at `at`: to H/N, and to the length of the force with weights `s`, where roundings all go one way. */
  function rounding({ X, y, c }: ReturnType<typeof instance>, at: Float64Array, s: ArrayLike<number> = c.map(() => 1)) {
    let loss = 0;
    const force = new Float64Array(N);
    X.forEach((row, mu) => {
      const [p, size] = [dot(row, at), dot(row.map(Math.abs), at.map(Math.abs))].map((sum) => sum / Math.sqrt(N));
      const [h = 0, most = 0, weight = 0, output = 0] = [p, size, c[mu], y[mu]];
      // N/4 + 5 roundings on the way to ŷ, M/4 + 6 on that of the slope to the sum
      const slope = weight * Math.abs(h * h - output) * Math.abs(h);
      loss += (slope * gamma(N / 4 + 5) * most) / M;
      const wrong = weight * (3 * h * h + output) * gamma(N / 4 + 5) * most + slope * gamma(M / 4 + 6);
      for (let i = 0; i < N; ++i) {
        force[i] = (force[i] ?? 0) + ((s[mu] ?? 0) * wrong * Math.sqrt(N) * Math.abs(row[i] ?? 0)) / M;
      }
    });
    return { loss, force: norm(force) };
  }

  test('its force is −∇H: central differences differ by h² times a third derivative that is known', () => {
    const drawn = instance(7, N, M, a);
    const { c, survey, project } = drawn;
    const { F, radial } = survey(w);
    const [p, q] = [project(w), project(across)];
    // of c (p + hq)² − y squared over 4, the coefficient of h³ is c p q³
    const cubic = sum(p.map((value, mu) => (c[mu] ?? 0) * value * (q[mu] ?? 0) ** 3)) / M;
    const atPoint = rounding(drawn, w).force / Math.sqrt(N);
    for (const h of [0.5, 0.25, 0.125]) {
      const [ahead, behind] = [combine(w, h, across), combine(w, -h, across)];
      const error = (survey(ahead).loss - survey(behind).loss) / (2 * h) + dot(F, across) / N - h * h * cubic;
      const between = (rounding(drawn, ahead).loss + rounding(drawn, behind).loss) / (2 * h);
      expect(Math.abs(error)).toBeLessThan(between + atPoint);
    }
    // of the h² law that is far more than what the bounds leave
    expect(Math.abs(cubic) * 0.5 ** 2).toBeGreaterThan(20 * atPoint);
    expect(Math.abs(radial - dot(F, w) / N)).toBeLessThan(2 * atPoint);
  });

  test('its value is the mean over the samples, and zero at ±w*', () => {
    const drawn = instance(8, N, M, a);
    const { y, c, signal, survey, project } = drawn;
    const exact = sum(project(w).map((p, mu) => ((c[mu] ?? 0) * (p * p - (y[mu] ?? 0)) ** 2) / 4)) / M;
    expect(Math.abs(survey(w).loss - exact)).toBeLessThan(rounding(drawn, w).loss);
    // there the loss is quadratic in the rounding of ŷ, which is below N/4 + 5 of 2⁻²⁴ times |ŷ| + √N at most
    const floor = Math.max(...y) * (gamma(N / 4 + 5) * (Math.sqrt(Math.max(...y)) + Math.sqrt(N))) ** 2;
    for (const sign of [1, -1]) expect(survey(signal.map((value) => sign * value)).loss).toBeLessThan(floor);
  });

  test('samples that are not seen do not move w, and count for the loss all the same', () => {
    const drawn = instance(9, N, M, a);
    const { X, y, c, landscape, survey, project } = drawn;
    const all = survey(w);
    const seen = Float64Array.from({ length: M }, (_, mu) => (mu % 3 === 0 ? 1 : 0));
    write(models, models.samplesSeen(landscape), seen);
    const some = survey(w, 1 / 3);
    expect([some.loss, some.radial]).toEqual([all.loss, all.radial]);
    const slopes = project(w).map((p, mu) => (c[mu] ?? 0) * (p * p - (y[mu] ?? 0)) * p * (seen[mu] ?? 0));
    const exact = Float64Array.from(
      { length: N },
      (_, i) => (-3 * Math.sqrt(N) * sum(slopes.map((slope, mu) => slope * (X[mu]?.[i] ?? 0)))) / M,
    );
    expect(norm(combine(some.F, -1, exact))).toBeLessThan(3 * rounding(drawn, w, seen).force);
  });

  test('its Hessian on the sphere is the derivative of the force', () => {
    const drawn = instance(10, N, M, a);
    const { X, c, landscape, at, survey, project } = drawn;
    const raw = (h: number) => survey(combine(w, h, across)).F;
    const h = 1 / 8;
    const [plus, minus] = [raw(h), raw(-h)];
    const { radial } = survey(w);
    const hessian = models.retrievalHessian(landscape, at);
    const out = models.vector(N);
    models.applyRetrievalHessian(hessian, put(models, across), out);
    const product = values(models, out, N);
    // the force is cubic: of c [(p + hq)³ − y (p + hq)] the coefficient of h³ is c q³
    const cubes = project(across).map((q, mu) => (c[mu] ?? 0) * q ** 3);
    const raised = plus.map((value, i) => {
      const third = (-Math.sqrt(N) / M) * sum(cubes.map((cube, mu) => cube * (X[mu]?.[i] ?? 0)));
      return -(value - (minus[i] ?? 0)) / (2 * h) + h * h * third;
    });
    const along = dot(raised, w) / N;
    const expected = raised.map((value, i) => value - along * (w[i] ?? 0) + radial * (across[i] ?? 0));
    // the difference of two forces, and a product that has no more roundings than each of them and is no larger
    const most = [h, -h].map((shift) => rounding(drawn, combine(w, shift, across)).force);
    const between = sum(most) / (2 * h);
    expect(norm(combine(expected, -1, product))).toBeLessThan(2 * between);
  });

  test.each([
    [30, 71, 'a point between', 0],
    [200, 1600, 'the signal', 1],
  ])('of %d dimensions and %d samples at %s, the lowest eigenvalue is that of the whole matrix', async (N, M, _, m) => {
    const { X, y, c, landscape, signal, at, survey, project } = instance(11, N, M, a);
    const w = m === 1 ? signal : pair(N, 0)[0];
    const { radial } = survey(w);
    const T = project(w).map((p, mu) => (c[mu] ?? 0) * (3 * p * p - (y[mu] ?? 0)));
    const library = await loadLibrary('release');
    const dense = library.denseMatrix(N);
    for (let i = 0; i < N; ++i) {
      for (let j = 0; j <= i; ++j) {
        let entry = i === j ? radial : 0;
        for (let mu = 0; mu < M; ++mu) entry += ((T[mu] ?? 0) * (X[mu]?.[i] ?? 0) * (X[mu]?.[j] ?? 0)) / M;
        library.setDense(dense, i, j, entry);
      }
    }
    const [mirror, diagonal, side] = [library.vector(N), library.vector(N), library.vector(N)];
    new Float64Array(library.memory.buffer, mirror, N).set(w);
    library.turn(dense, N, mirror);
    library.tridiagonalise(dense, N - 1, diagonal, side);
    library.eigenvalues(N - 1, diagonal, side);
    const hessian = models.retrievalHessian(landscape, at);
    const lowest = models.lowestOfRetrieval(hessian);
    // to 1e-5 of |A|
    const spectrum = new Float64Array(library.memory.buffer, diagonal, N - 1);
    const size = Math.max(...spectrum.map(Math.abs));
    expect(Math.abs(lowest - (spectrum[0] ?? 0))).toBeLessThan(1e-5 * size);
    const v = values(models, models.lowestOfRetrievalVector(hessian), N);
    expect(Math.abs(dot(v, v) - 1)).toBeLessThan(1e-12);
    if (m === 1) return;
    const towards = combine(signal, -dot(signal, w) / N, w);
    const share = (dot(v, towards) / norm(towards)) ** 2;
    expect(Math.abs(models.lowestOfRetrievalOverlap(hessian) - share)).toBeLessThan(1e-12);
  });
});
