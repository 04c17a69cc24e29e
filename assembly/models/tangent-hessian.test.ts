import { beforeAll, describe, expect, test } from 'vitest';
import { dot, load, type Models, pair, put, values, write } from './probe/load.mts';
import { extrapolate, mean, sem } from './probe/statistics.mts';

let models: Models;
beforeAll(async () => {
  models = await load('release');
});

/** A point of the instance of a seed with overlap exactly m, and the Hessian there; μ = F · x/N unless given. */
function take(seed: number, N: number, m: number, delta2: number, delta3: number, mu?: number) {
  const model = models.drawMatrixTensor(seed, N);
  const signal = values(models, models.matrixTensorSignal(model), N);
  const raw = pair(N, 0)[1];
  const across = raw.map((value, i) => value - (dot(raw, signal) / N) * (signal[i] ?? 0));
  const length = Math.sqrt(dot(across, across) / N);
  const x = across.map((value, i) => m * (signal[i] ?? 0) + (Math.sqrt(1 - m * m) * value) / length);
  const walker = models.walker(model);
  const at = (point: ArrayLike<number>) => {
    write(models, models.walkerPoint(walker), point);
    models.look(walker);
    models.pull(walker, delta2, delta3, delta3);
    const radial = models.walkerRadial(walker);
    const force = values(models, models.walkerForce(walker), N);
    return {
      energy: N * models.walkerEnergy(walker, delta2, delta3, delta3),
      radial,
      force: force.map((value, i) => value + radial * (point[i] ?? 0)),
    };
  };
  const used = mu ?? at(x).radial;
  const hessian = models.tangentHessian(model);
  models.takeHessian(hessian, put(models, x), used, delta2, delta3);
  const times = (v: Float64Array) => {
    const out = models.vector(N);
    models.applyHessian(hessian, put(models, v), out);
    return values(models, out, N);
  };
  const eigenvalues = () => {
    const out = models.vector(N);
    models.spectrum(hessian, out);
    return values(models, out, N);
  };
  return { signal, x, at, mu: used, hessian, times, eigenvalues };
}
const project = (x: Float64Array, v: Float64Array) => {
  const along = dot(x, v) / x.length;
  return v.map((value, i) => value - along * (x[i] ?? 0));
};

describe('the Hessian on the sphere', () => {
  const [N, delta2, delta3] = [30, 0.4, 0.7];

  test('is minus the tangential derivative of the force, and μ', () => {
    const { x, at, mu, times } = take(3, N, 0.4, delta2, delta3);
    for (const raw of [pair(N, 0.2)[1], pair(N, -0.7)[1]]) {
      const v = project(x, raw);
      const shifted = (s: number) => at(x.map((value, i) => value + s * (v[i] ?? 0))).force;
      const [forward, backward] = [shifted(0.5), shifted(-0.5)];
      // F is quadratic, so its central difference is exact at every h
      const slope = project(
        x,
        forward.map((value, i) => value - (backward[i] ?? 0)),
      );
      // f32 gives F to 2e-7 of its norm, below 10 √N; two of them, and the product itself
      times(v).forEach((value, i) => {
        expect(Math.abs(value - mu * (v[i] ?? 0) + (slope[i] ?? 0))).toBeLessThan(3 * 2e-6);
      });
    }
  });

  test('is the second derivative of the energy along great circles, up to h²', () => {
    const { x, at, times } = take(4, N, 0.3, delta2, delta3);
    const raw = project(x, pair(N, 0.5)[1]);
    const v = raw.map((value) => value * Math.sqrt(N / dot(raw, raw)));
    const curvature = (h: number) => {
      const [cosine, sine] = [Math.cos(h), Math.sin(h)];
      const on = (s: number) => at(x.map((value, i) => cosine * value + s * sine * (v[i] ?? 0))).energy;
      return (on(1) + on(-1) - 2 * at(x).energy) / h ** 2;
    };
    const exact = dot(v, times(v));
    const error = (h: number) => (curvature(h) - exact) / N;
    // E is a sum of cosines and sines of 1, 2 and 3 h, so the term of h⁴ is below 81 · 3/360 = 0.7 times its amplitudes,
    // below 3; f32 gives E to 2e-7 · 3, four of them over h²
    const bound = (h: number) => 2 * h ** 4 + (4 * 2e-7 * 3) / h ** 2;
    const square = error(0.2) / 0.2 ** 2;
    for (const h of [0.1, 0.05]) expect(Math.abs(error(h) - square * h ** 2)).toBeLessThan(bound(0.2) / 4 + bound(h));
    expect(Math.abs(square)).toBeGreaterThan(0.1);
  });

  test('has the radial direction as an eigenvector of its own, of the eigenvalue μ', () => {
    const { x, mu, times } = take(5, N, 0.2, delta2, delta3);
    times(x).forEach((value, i) => {
      expect(Math.abs(value - mu * (x[i] ?? 0))).toBeLessThan(1e-12);
    });
    expect(Math.abs(dot(x, times(project(x, pair(N, 0.1)[1]))))).toBeLessThan(1e-11);
  });

  test('has a spectrum of N − 1 eigenvalues, ascending, with the moments of its products', () => {
    for (const size of [8, 31, 60]) {
      const { mu, times, hessian, eigenvalues } = take(6, size, 0.2, delta2, delta3);
      const all = eigenvalues();
      expect(all.at(-1)).toBeNaN();
      const spectrum = all.slice(0, -1);
      expect([...spectrum]).toEqual([...spectrum].sort((a, b) => a - b));
      let [trace, squares] = [-mu, -(mu ** 2)]; // without the radial direction
      for (let i = 0; i < size; ++i) {
        const column = times(Float64Array.from({ length: size }, (_, j) => (i === j ? 1 : 0)));
        trace += column[i] ?? 0;
        squares += dot(column, column);
      }
      // f32 products: 2e-7 of a norm below 20, N of them
      expect(Math.abs(spectrum.reduce((sum, value) => sum + value, 0) - trace)).toBeLessThan(4e-6 * size);
      expect(Math.abs(dot(spectrum, spectrum) - squares)).toBeLessThan(8e-5 * size);
      const lowest = models.lowest(hessian);
      expect(Math.abs(lowest - (spectrum[0] ?? 0))).toBeLessThan(1e-5);
      const v = values(models, models.lowestVector(hessian), size);
      const rest = times(v).map((value, i) => value - lowest * (v[i] ?? 0));
      expect(Math.sqrt(dot(rest, rest))).toBeLessThan(1e-5 * 30);
    }
  });

  test('measures how much of its lowest vector points to the signal', () => {
    const { x, signal, hessian } = take(7, N, 0.5, delta2, delta3);
    models.lowest(hessian);
    const v = values(models, models.lowestVector(hessian), N);
    const direction = project(x, signal);
    expect(models.signalOverlap(hessian)).toBeCloseTo(dot(v, direction) ** 2 / dot(direction, direction), 10);
  });
});

describe('its spectrum at a point that does not know the noise', () => {
  const [delta2, delta3] = [0.3, 1];
  const variance = 1 / delta2 + 2 / delta3; // f″(1)
  const spike = 1 / delta2; // f″(0)

  test('has the moments of a Gaussian matrix of variance f″(1)/N less the signal, exact at every N', () => {
    const [N, instances] = [40, 400];
    const moments = (power: number) => (spectrum: Float64Array) =>
      spectrum.slice(0, -1).reduce((sum, value) => sum + (value - 1) ** power, 0);
    const spectra = Array.from({ length: instances }, (_, seed) => take(seed, N, 0, delta2, delta3, 1).eigenvalues());
    // with n = N - 1, v = variance/N: ⟨tr G²⟩ = v n (n + 1), ⟨tr G⁴⟩ = v² (2n³ + 5n² + 5n), ⟨(G²)_ii⟩ = v (n + 1),
    // ⟨G_ii²⟩ = 2v; odd powers of G vanish in tr (G - s e eᵀ)ᵏ
    const [n, v, s] = [N - 1, variance / N, spike];
    const exact: [number, number][] = [
      [1, -s],
      [2, v * n * (n + 1) + s ** 2],
      [4, v ** 2 * (2 * n ** 3 + 5 * n ** 2 + 5 * n) + 4 * s ** 2 * v * (n + 1) + 2 * s ** 2 * 2 * v + s ** 4],
    ];
    for (const [power, expected] of exact) {
      const measured = spectra.map(moments(power));
      expect(Math.abs(mean(measured) - expected)).toBeLessThan(4 * sem(measured));
      if (power > 1) expect(sem(measured)).toBeLessThan(0.01 * expected);
    }
  });

  /** λ₀ = μ − s − σ²/s and 1 − σ²/s², at the edge's own μ = 2σ. */
  const outlier = 2 * Math.sqrt(variance) - spike - variance / spike;
  const share = 1 - variance / spike ** 2;
  const lowest = (seed: number, N: number) => {
    const { hessian } = take(seed, N, 0, delta2, delta3, 2 * Math.sqrt(variance));
    return { value: models.lowest(hessian), overlap: models.signalOverlap(hessian), hessian };
  };

  test('has the outlier of Baik, Ben Arous and Péché, and its overlap with the signal', () => {
    expect([outlier, share]).toEqual([expect.closeTo(-0.314531, 6), expect.closeTo(0.52, 12)]);
    const sample = (N: number) => Array.from({ length: 400 }, (_, seed) => lowest(seed, N));
    const [small, large] = [sample(50), sample(100)];
    // doubling N removes the bias of order 1/N (measured: 1.7/N and -0.6/N)
    for (const [name, expected] of [['value', outlier] as const, ['overlap', share] as const]) {
      const [a, b] = [small, large].map((all) => all.map((one) => one[name])) as [number[], number[]];
      const { value: limit, error } = extrapolate(a, b);
      const tolerance = 3 * error;
      expect(tolerance).toBeLessThan(0.09);
      expect(Math.abs(limit - expected)).toBeLessThan(tolerance);
    }
  });

  test('has it at N = 800 too, where Lanczos and the whole spectrum agree', async () => {
    models = await load('release');
    const N = 800;
    const { value, overlap, hessian } = lowest(1, N);
    const out = models.vector(N);
    models.spectrum(hessian, out);
    // a residual of 1e-5 |A| over a gap of 0.2: nothing; f32 products, 2e-7 of |A| = 10
    expect(Math.abs(value - (values(models, out, N)[0] ?? 0))).toBeLessThan(2e-6);
    // one instance fluctuates by √(2σ²(1 - σ²/s²)/N) = 0.083; 3 sigma, as of its overlap with 12 measured at 0.035
    expect(Math.abs(value - outlier)).toBeLessThan(3 * Math.sqrt((2 * variance * share) / N));
    expect(Math.abs(overlap - share)).toBeLessThan(3 * 0.035);
  });
});
