import { beforeAll, expect, test } from 'vitest';
import { dot, load, type Models, pair, values, write } from './probe/load.mts';

let models: Models;
beforeAll(async () => {
  models = await load('debug');
});

const N = 40;
const draw = (seed: number) => {
  const pole = models.vector(N);
  models.randomPoint(models.stream(seed, 0), pole);
  const globe = models.drawGlobe(models.stream(seed, 6), pole);
  const x = models.vector(N);
  const out = models.vector(3);
  const project = (point: ArrayLike<number>) => {
    write(models, x, point);
    models.project(globe, x, out);
    return values(models, out, 3);
  };
  return { pole: values(models, pole, N), project };
};

test('the latitude is the overlap with the pole and the point lies on the globe', () => {
  const { pole, project } = draw(1);
  for (const q of [-0.8, 0.1, 0.7]) {
    const [x] = pair(N, q);
    const position = project(x);
    expect(Math.abs((position[2] ?? 0) - dot(x, pole) / N)).toBeLessThan(1e-14);
    expect(Math.abs(dot(position, position) - 1)).toBeLessThan(1e-14);
  }
});

test('the longitude is the angle in a plane orthogonal to the pole: a turn in that plane turns the globe', () => {
  const { pole, project } = draw(2);
  const [a, b] = pair(N, 0.3).map((x) => {
    const m = dot(x, pole) / N;
    return x.map((value, i) => value - m * (pole[i] ?? 0));
  }) as [Float64Array, Float64Array];
  const shadow = (x: Float64Array) => {
    const [X = 0, Y = 0] = project(x);
    return Math.atan2(Y, X);
  };
  const [u, v] = [shadow(a), shadow(b)];
  const s = shadow(a.map((value, i) => value + (b[i] ?? 0)));
  // the shadow L is linear, so the angle of L(a + t b) obeys sin(angle - u) / sin(v - angle) = t |Lb| / |La|
  const d = shadow(a.map((value, i) => value + 2 * (b[i] ?? 0)));
  const ratio = (angle: number) => Math.sin(angle - u) / Math.sin(v - angle);
  expect(ratio(d) / ratio(s)).toBeCloseTo(2, 9);
});

test('a move towards the pole keeps the longitude', () => {
  const { pole, project } = draw(4);
  const [, x] = pair(N, 0.3);
  const before = project(x);
  const after = project(x.map((value, i) => value + 0.5 * (pole[i] ?? 0)));
  expect(Math.atan2(after[1] ?? 0, after[0] ?? 0)).toBeCloseTo(Math.atan2(before[1] ?? 0, before[0] ?? 0), 9);
});

test('one globe shows random points at every longitude alike: its two directions are orthonormal', () => {
  const size = 6;
  const pole = models.vector(size);
  const x = models.vector(size);
  const out = models.vector(3);
  models.randomPoint(models.stream(5, 0), pole);
  const globe = models.drawGlobe(models.stream(5, 6), pole);
  const random = models.stream(5, 3);
  const points = 4000;
  const sums = new Float64Array(4);
  for (let n = 0; n < points; ++n) {
    models.randomPoint(random, x);
    models.project(globe, x, out);
    const [X = 0, Y = 0] = values(models, out, 3);
    const angle = Math.atan2(Y, X);
    [Math.cos(angle), Math.sin(angle), Math.cos(2 * angle), Math.sin(2 * angle)].forEach((value, k) => {
      sums[k] = (sums[k] ?? 0) + value;
    });
  }
  // each term of a uniform angle has mean 0 and variance 1/2; 4 sigma. Two random directions of six dimensions, not
  // made orthogonal, have a product of about 0.4, which shows in the second harmonics
  for (const sum of sums) expect(Math.abs(sum / points)).toBeLessThan(4 * Math.sqrt(0.5 / points));
});

test('the pole itself has a place', () => {
  const { pole, project } = draw(3);
  const [X = 0, Y = 0, Z = 0] = project(pole);
  // the shadow of the pole is rounding; 1 - m² is at most N 2^-52, of root 1e-7
  expect(Math.hypot(X, Y)).toBeLessThan(1e-6);
  expect(Z).toBeCloseTo(1, 12);
  expect(Array.from(project(pole.map((value) => -value)))[2]).toBeCloseTo(-1, 12);
});

test('the two directions are random: starts of many seeds have every longitude', () => {
  const angles = Array.from({ length: 400 }, (_, seed) => {
    const [x] = pair(N, 1);
    const [X = 0, Y = 0] = draw(seed).project(x);
    return [X, Y];
  });
  // a uniform angle has mean (0, 0) with variance 1/2 a component (1 - m² is about 1); 4 sigma
  for (const k of [0, 1]) {
    const mean = angles.reduce((sum, direction) => sum + (direction[k] ?? 0), 0) / 400;
    expect(Math.abs(mean)).toBeLessThan(4 * Math.sqrt(0.5 / 400));
  }
});
