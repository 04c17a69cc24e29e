import { beforeAll, describe, expect, test } from 'vitest';
import { load, type Models, values } from '../probe/load.mts';
import { mean } from '../probe/statistics.mts';

let models: Models;
beforeAll(async () => {
  models = await load('release');
});

describe.each([
  [0.5, 2, 0.05],
  [0.3, 1, 0.05],
  [0.2, 0.4, 0.2],
])('a fraction b = %d of the samples, each for a time τ = %d, in steps of %d', (b, tau, eta) => {
  const [M, steps] = [400, 1000];

  test('flips with the rates of the persistent chain, and keeps its law', () => {
    const random = models.stream(3, 9);
    const s = models.vector(M);
    models.drawBatch(random, b, s, M);
    const kappa = models.renewal(b, tau, eta);
    let [ons, offs, dropped, taken, seen] = [0, 0, 0, 0, 0];
    for (let t = 0, before = values(models, s, M); t < steps; ++t) {
      models.renewBatch(random, b, kappa, s, M);
      const after = values(models, s, M);
      before.forEach((was, mu) => {
        const is = after[mu] ?? 0;
        if (was === 1) ++ons;
        else ++offs;
        if (was === 1 && is === 0) ++dropped;
        if (was === 0 && is === 1) ++taken;
        seen += is;
      });
      before = after;
    }
    // given their number, flips are binomial; 4 sigma
    const near = (count: number, of: number, p: number) =>
      expect(Math.abs(count / of - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / of));
    near(dropped, ons, eta / tau);
    near(taken, offs, ((b / (1 - b)) * eta) / tau);
    // M chains whose correlation sums to 2/κ − 1 steps
    const sigma = Math.sqrt((b * (1 - b) * (2 / kappa - 1)) / (M * steps));
    expect(Math.abs(seen / (M * steps) - b)).toBeLessThan(4 * sigma);
  });

  test('is forgotten as (1 − κ)ⁿ', () => {
    const random = models.stream(4, 9);
    const n = Math.ceil(tau / eta / 2);
    const many = 20_000;
    const s = models.vector(many);
    models.drawBatch(random, b, s, many);
    const before = values(models, s, many);
    const kappa = models.renewal(b, tau, eta);
    for (let t = 0; t < n; ++t) models.renewBatch(random, b, kappa, s, many);
    const after = values(models, s, many);
    const products = Array.from(before, (was, mu) => ((was - b) * ((after[mu] ?? 0) - b)) / (b * (1 - b)));
    // a product of two numbers of variance one, whose square is below (1/b)² and on average below 1/b; 4 sigma
    expect(Math.abs(mean(products) - (1 - kappa) ** n)).toBeLessThan(4 / Math.sqrt(b * many));
  });
});

test('no time, or all of the samples, is a new draw for each step', () => {
  for (const [b, tau] of [
    [0.5, 0],
    [0.5, 0.05],
    [1, 0],
    [1, 5],
  ] as const) {
    expect(models.renewal(b, tau, 0.05)).toBe(1);
  }
  const s = models.vector(50);
  models.drawBatch(models.stream(1, 9), 1, s, 50);
  expect([...values(models, s, 50)]).toEqual(Array(50).fill(1));
});
