/** Means, errors and fractions, and that they do not know in which order the results came. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { walk } from '../session/fixtures/walk.ts';
import { estimate, fractionOf } from './estimate.ts';
import { createPlan } from './plan.ts';
import { createSummary } from './summary.ts';

describe('an estimate', () => {
  test('is the mean and its standard error', () => {
    // squares 9 + 1 + 1 + 9 = 20, over 3 and 4
    expect(estimate([1, 3, 5, 7])).toEqual({ mean: 4, error: Math.sqrt(20 / 12), samples: 4 });
  });

  test('passes over gaps, and has no error for one sample', () => {
    expect(estimate([Number.NaN, 1, 3])).toEqual({ mean: 2, error: 1, samples: 2 });
    expect(estimate([5])).toEqual({ mean: 5, error: Number.NaN, samples: 1 });
    expect(estimate([])).toEqual({ mean: Number.NaN, error: Number.NaN, samples: 0 });
  });
});

describe('a fraction', () => {
  test('lies in the interval of all p that are one standard deviation away at most', () => {
    const counts = fc
      .integer({ min: 1, max: 1000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(counts, ([successes, samples]) => {
        const { fraction, low, high } = fractionOf(successes, samples);
        const gap = (p: number) => Math.abs(p - fraction) - Math.sqrt((p * (1 - p)) / samples);
        expect(fraction).toBe(successes / samples);
        // rounding: of order 1e-16, under a square root where p (1 - p) vanishes
        for (const bound of [low, high]) expect(Math.abs(gap(bound))).toBeLessThan(1e-8);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(high - low).toBeGreaterThan(0);
      }),
      { seed: 9, numRuns: 300 },
    );
  });

  test('of none and of all of ten ends at z²/(n + z²)', () => {
    expect(fractionOf(0, 10)).toEqual({ fraction: 0, low: 0, high: expect.closeTo(1 / 11, 12), samples: 10 });
    expect(fractionOf(10, 10)).toEqual({ fraction: 1, low: expect.closeTo(10 / 11, 12), high: 1, samples: 10 });
    expect(fractionOf(0, 0).fraction).toBeNaN();
  });
});

describe('a summary', () => {
  const plan = createPlan(walk, { grid: { n: [3, 5] }, seeds: [1, 2, 3, 4], steps: 9 });
  const condition = { observable: 'x', sign: '>', value: 2 } as const;
  /** Their sum is 0 or 1, as the order will have it. */
  const results = [[1e16, 1], [1, 2.5], [-1e16, 3], undefined, [1, 1], [1, 1], [1, 1], [1, 5]] as const;

  test('grows by cell, and a run that failed counts as that alone', () => {
    const summary = createSummary(plan, condition);
    expect(summary.cell(1)).toMatchObject({ runs: 0, failed: 0, values: { n: 5, drive: 1, gain: 0.5 } });
    for (const [index, values] of results.entries()) summary.add(index, values);
    const [first, second] = summary.cells();
    expect(first).toMatchObject({ runs: 3, failed: 1, success: fractionOf(2, 3) });
    expect(first?.observables).toEqual({ t: estimate([1e16, 1, -1e16]), x: estimate([1, 2.5, 3]) });
    expect(second).toMatchObject({ runs: 4, failed: 0, success: fractionOf(1, 4) });
    expect(createSummary(plan).cell(0).success).toBeUndefined();
  });

  test('is the same to the last bit in whatever order the results came', () => {
    const inOrder = createSummary(plan, condition);
    for (const [index, values] of results.entries()) inOrder.add(index, values);
    const order = fc.shuffledSubarray([...results.keys()], { minLength: results.length });
    fc.assert(
      fc.property(order, (indices) => {
        const shuffled = createSummary(plan, condition);
        for (const index of indices) shuffled.add(index, results[index]);
        expect(shuffled.cells()).toEqual(inOrder.cells());
      }),
      { seed: 10, numRuns: 50 },
    );
  });
});
