/** The mixture against an independent script, sums over all pairs, finite differences of the energy. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { load, type Models, values, write } from '../probe/load.mts';

interface Case {
  readonly d: number;
  readonly N: number;
  readonly side: number;
  readonly energy: number;
  readonly pressure: number;
  readonly forces: number[];
  readonly forceSquare: number;
  readonly radial: number[];
  readonly scattering: number;
  readonly square: number;
}
const cases: Case[] = JSON.parse(readFileSync(new URL('../reference/kob-andersen.json', import.meta.url), 'utf8'));

let models: Models;
beforeAll(async () => {
  models = await load('release');
});

const sideOf = (d: number, N: number) => (N / 1.2) ** (1 / d);
/** Largest difference of two arrays. */
const distance = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Math.max(...Array.from(a, (value, k) => Math.abs(value - at(b, k))));
const at = (array: ArrayLike<number>, k: number) => array[k] ?? Number.NaN;

/** The configuration of the script: sites of a lattice in a scattered order, moved by sines. */
function configuration(d: number, N: number, side: number): Float64Array {
  const order = Array.from({ length: side ** d }, (_, k) => k).sort(
    (a, b) => ((a * 7919) % 10007) - ((b * 7919) % 10007) || a - b,
  );
  return Float64Array.from({ length: N * d }, (_, index) => {
    const [i, k] = [Math.floor(index / d), index % d];
    const site = Math.floor(at(order, i) / side ** (d - 1 - k)) % side;
    const jitter = 0.1 * Math.sin(1 + 3.7 * i + 11.3 * k + 0.1 * i * i);
    return ((site + 0.5 + jitter) * sideOf(d, N)) / side;
  });
}

function place(d: number, N: number, r: ArrayLike<number>, L = sideOf(d, N)) {
  const mixture = models.mixtureInBox(d, N, L);
  write(models, models.mixturePositions(mixture), r);
  models.lookAtMixture(mixture);
  return mixture;
}

const forces = (mixture: number, n: number) => values(models, models.mixtureForces(mixture), n);

describe.each(cases)('$d dimensions, N = $N: the script', (expected) => {
  const { d, N, side } = expected;
  const n = N * d;

  test('has the same energy, pressure and forces', () => {
    const mixture = place(d, N, configuration(d, N, side));
    const F = forces(mixture, n);
    // rounding of positions (2⁻⁵³ of L each in both) in terms of slope 12: 1e-13 of each; the sums have one sign
    expect(Math.abs(models.mixtureEnergy(mixture) / N / expected.energy - 1)).toBeLessThan(1e-12);
    expect(Math.abs(models.mixturePressure(mixture, 1) / expected.pressure - 1)).toBeLessThan(1e-12);
    const size = Math.sqrt(expected.forceSquare / n);
    expect(distance(expected.forces, F)).toBeLessThan(1e-11 * size);
    expect(Math.abs(F.reduce((sum, f) => sum + f * f, 0) / expected.forceSquare - 1)).toBeLessThan(1e-11);
  });

  test('has the same radial distribution, scattering function and displacement', () => {
    const mixture = place(d, N, configuration(d, N, side));
    const observer = models.observer(mixture);
    const g = values(models, models.radialDistribution(observer), 100);
    expect(distance(g, expected.radial)).toBeLessThan(1e-11 * Math.max(...expected.radial));
    const move = (scale: number) =>
      write(
        models,
        models.mixtureDisplacements(mixture),
        Float64Array.from({ length: n }, (_, k) => scale * 0.3 * Math.sin(2 + 1.3 * Math.floor(k / d) + 5.1 * (k % d))),
      );
    move(-0.7); // what was before the waiting time must not matter
    models.observe(observer);
    move(1);
    models.observe(observer);
    expect(at(values(models, models.selfScattering(observer), 1), 0)).toBeCloseTo(expected.scattering, 12);
    expect(at(values(models, models.meanSquareDisplacement(observer), 1), 0)).toBeCloseTo(expected.square, 12);
  });
});

describe.each([
  [2, 64],
  [2, 300],
  [3, 64],
  [3, 300],
])('%d dimensions, N = %d in equilibrium', (d, N) => {
  const n = N * d;
  const L = sideOf(d, N);
  function liquid(): Float64Array {
    const mixture = models.mixture(d, N);
    models.equilibrate(mixture, models.stream(3, 3), 2);
    return values(models, models.mixturePositions(mixture), n).map((x) => x - L * Math.floor(x / L));
  }

  test('forces are central differences of the energy, with an error of order h²', () => {
    const r = liquid();
    const F = forces(place(d, N, r), n);
    const mixture = place(d, N, r);
    for (const k of [0, n / 2 + 1, n - 1]) {
      const energy = (h: number) => {
        write(models, models.mixturePositions(mixture), Object.assign(r.slice(), { [k]: at(r, k) + h }));
        models.lookAtMixture(mixture);
        return models.mixtureEnergy(mixture);
      };
      const error = (h: number) => (energy(h) - energy(-h)) / (2 * h) + at(F, k);
      // no pair of these particles crosses the cut. At h = 1e-4 the error is about 1e-5, the next order 1e-5 of it, and
      // the rounding of U, 1e-13 of 2000, over h is 2e-9
      const [coarse, fine] = [error(2e-4), error(1e-4)];
      expect(Math.abs(fine)).toBeGreaterThan(1e-7);
      expect(Math.abs(4 * fine - coarse)).toBeLessThan(0.01 * Math.abs(fine) + 2e-8);
    }
  });

  test('the virial is the derivative of the energy by the volume', () => {
    const r = liquid();
    const P = models.mixturePressure(place(d, N, r), 0);
    const energy = (h: number) =>
      models.mixtureEnergy(
        place(
          d,
          N,
          r.map((x) => x * (1 + h) ** (1 / d)),
          L * (1 + h) ** (1 / d),
        ),
      );
    const difference = (h: number) => -(energy(h) - energy(-h)) / (2 * h * L ** d);
    const [coarse, fine] = [difference(2e-4) - P, difference(1e-4) - P];
    // U rounds to 1e-13 of 10 N, over h L^d: 1e-8; crossings of the cut add 0.04 h per pair of the shell
    expect(Math.abs(fine)).toBeLessThan(1e-3 * Math.abs(P));
    expect(Math.abs(coarse)).toBeLessThan(4e-3 * Math.abs(P));
  });

  test('lists that have grown old give the forces of new ones', () => {
    const r = liquid();
    const old = place(d, N, r);
    const builds = models.mixtureBuilds(old);
    // up to 0.149 off in any direction, in a skin of 0.3
    const moved = r.map((x, k) => x + (0.149 / Math.sqrt(d)) * Math.sign(Math.sin(7 * k)));
    write(models, models.mixturePositions(old), moved);
    models.lookAtMixture(old);
    expect(models.mixtureBuilds(old)).toBe(builds);
    const fresh = place(d, N, moved);
    const [F, G] = [forces(old, n), forces(fresh, n)];
    const size = Math.sqrt(G.reduce((sum, f) => sum + f * f, 0) / n);
    expect(distance(F, G)).toBeLessThan(1e-11 * size);
    expect(Math.abs(models.mixtureEnergy(old) - models.mixtureEnergy(fresh))).toBeLessThan(1e-10 * N);
    const sums = Array.from({ length: d }, (_, k) => G.reduce((sum, f, j) => (j % d === k ? sum + f : sum), 0));
    for (const sum of sums) expect(Math.abs(sum)).toBeLessThan(1e-11 * size * N);
    write(
      models,
      models.mixturePositions(old),
      r.map((x) => x + 0.2 * L),
    );
    models.lookAtMixture(old);
    expect(models.mixtureBuilds(old)).toBe(builds + 1);
  });
});
