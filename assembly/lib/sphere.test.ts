import { beforeAll, describe, expect, test } from 'vitest';
import { type Library, load, put, view } from './probe/load.mts';

let library: Library;
beforeAll(async () => {
  library = await load();
});

const N = 50;
const EXACT = 1e-12; // a sum of N products of f64 numbers of order 1, divided by N: below N 2^-53 = 6e-15

function randomPoint(seed: number, dimension = N): number {
  const out = library.vector(dimension);
  library.randomPoint(library.stream(seed, 0), out);
  return out;
}

describe('vectors', () => {
  test('dot and norm are Euclidean', () => {
    const a = put(library, [1, -2, 3]);
    const b = put(library, [4, 5, -6]);
    expect(library.dot(a, b)).toBe(-24);
    expect(library.norm(put(library, [2, -3, 6]))).toBe(7);
  });

  test('scale, addScaled and copy change their target only', () => {
    const a = put(library, [1, -2, 3]);
    const b = put(library, [4, 5, -6]);
    library.addScaled(a, -2, b);
    expect([...view(library, a, 3)]).toEqual([-7, -12, 15]);
    library.scale(a, 0.5);
    expect([...view(library, a, 3)]).toEqual([-3.5, -6, 7.5]);
    library.copy(b, a);
    expect([...view(library, a, 3)]).toEqual([4, 5, -6]);
    expect([...view(library, b, 3)]).toEqual([4, 5, -6]);
  });
});

describe('the sphere |x|² = N', () => {
  test.each([1, 2, 3, 50, 1001])('holds a random point of dimension %i', (dimension) => {
    const x = randomPoint(5, dimension);
    expect(Math.abs(library.dot(x, x) / dimension - 1)).toBeLessThan(EXACT);
    expect(Math.abs(library.overlap(x, x) - 1)).toBeLessThan(EXACT);
  });

  test('is reached from anywhere along the ray', () => {
    const x = randomPoint(6);
    const before = view(library, x, N).slice();
    library.scale(x, 0.3);
    library.renormalise(x);
    view(library, x, N).forEach((value, i) => {
      expect(Math.abs(value - (before[i] ?? 0))).toBeLessThan(EXACT);
    });
  });

  test('has tangents orthogonal to the point, and the projection leaves them as they are', () => {
    const x = randomPoint(7);
    const g = randomPoint(8);
    library.addScaled(g, 3, x);
    library.tangent(x, g);
    expect(Math.abs(library.overlap(g, x))).toBeLessThan(EXACT);
    expect(library.norm(g)).toBeGreaterThan(5); // sqrt(N) = 7.07 less the part along x
    const once = view(library, g, N).slice();
    library.tangent(x, g);
    view(library, g, N).forEach((value, i) => {
      expect(Math.abs(value - (once[i] ?? 0))).toBeLessThan(EXACT);
    });
  });

  test('is sampled uniformly: the overlap with a fixed point has the moments of the sphere', () => {
    const n = 20_000;
    const random = library.stream(9, 0);
    const star = randomPoint(10);
    const x = library.vector(N);
    const sums = [0, 0, 0];
    for (let sample = 0; sample < n; ++sample) {
      library.randomPoint(random, x);
      const m = library.overlap(x, star);
      [m, m ** 2, m ** 4].forEach((power, k) => {
        sums[k] = (sums[k] ?? 0) + power / n;
      });
    }
    // E m² = 1/N, E m⁴ = 3/(N(N + 2)), E m⁸ = 105/(N(N + 2)(N + 4)(N + 6)); CLT, 5 sigma
    const second = 1 / N;
    const fourth = 3 / (N * (N + 2));
    const eighth = 105 / (N * (N + 2) * (N + 4) * (N + 6));
    expect(Math.abs(sums[0] ?? 1)).toBeLessThan(5 * Math.sqrt(second / n));
    expect(Math.abs((sums[1] ?? 0) - second)).toBeLessThan(5 * Math.sqrt((fourth - second ** 2) / n));
    expect(Math.abs((sums[2] ?? 0) - fourth)).toBeLessThan(5 * Math.sqrt((eighth - fourth ** 2) / n));
  });
});

describe('a point at a given overlap', () => {
  test.each([-1, -0.4, 1e-9, 0.1, 0.75, 1])('has exactly the overlap %f and lies on the sphere', (m0) => {
    const star = randomPoint(11);
    const x = library.vector(N);
    library.pointAtOverlap(library.stream(12, 3), star, m0, x);
    expect(Math.abs(library.overlap(x, star) - m0)).toBeLessThan(EXACT);
    expect(Math.abs(library.dot(x, x) / N - 1)).toBeLessThan(EXACT);
  });

  test('is otherwise random: two of overlap m0 have the overlap m0² on average', () => {
    const n = 2000;
    const m0 = 0.6;
    const random = library.stream(13, 3);
    const star = randomPoint(14);
    const [x, y] = [library.vector(N), library.vector(N)];
    let mean = 0;
    for (let sample = 0; sample < n; ++sample) {
      library.pointAtOverlap(random, star, m0, x);
      library.pointAtOverlap(random, star, m0, y);
      mean += library.overlap(x, y) / n;
    }
    // the orthogonal parts are uniform on a sphere of N - 1 dimensions: overlap of variance (1 - m0²)²/(N - 1)
    expect(Math.abs(mean - m0 ** 2)).toBeLessThan(5 * (1 - m0 ** 2) * Math.sqrt(1 / ((N - 1) * n)));
  });

  test('of zero is uniform on the whole sphere, with an overlap of order N^(-1/2)', () => {
    const n = 2000;
    const random = library.stream(15, 3);
    const star = randomPoint(16);
    const x = library.vector(N);
    let second = 0;
    for (let sample = 0; sample < n; ++sample) {
      library.pointAtOverlap(random, star, 0, x);
      second += library.overlap(x, star) ** 2 / n;
    }
    // Var m² = 3/(N(N + 2)) - 1/N²; 5 sigma
    expect(Math.abs(second - 1 / N)).toBeLessThan(5 * Math.sqrt((3 / (N * (N + 2)) - 1 / N ** 2) / n));
  });
});
