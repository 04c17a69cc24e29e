/** Which points a sweep has, and in which order. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { walk } from '../session/fixtures/walk.ts';
import { createPlan, type Sweep } from './plan.ts';
import { isInShard, parseShard, shardOf } from './shard.ts';

const sweep: Sweep = { grid: { drive: [2, -1], n: [3, 5] }, seeds: [4, 9, 7], steps: 6 };
const range = (count: number) => Array.from({ length: count }, (_, k) => k);

describe('a plan', () => {
  test('takes setup before params, both in manifest order, and the seeds innermost; values as they were given', () => {
    const plan = createPlan(walk, sweep);
    expect(plan).toMatchObject({ axes: ['n', 'drive'], cells: 4, count: 12 });
    const points = range(12).map(plan.point);
    expect(points.map(({ setup: { n }, params: { drive }, seed }) => [n, drive, seed])).toEqual([
      [3, 2, 4],
      [3, 2, 9],
      [3, 2, 7],
      [3, -1, 4],
      [3, -1, 9],
      [3, -1, 7],
      [5, 2, 4],
      [5, 2, 9],
      [5, 2, 7],
      [5, -1, 4],
      [5, -1, 9],
      [5, -1, 7],
    ]);
    expect(points[5]).toEqual({
      index: 5,
      kernel: 'walk',
      seed: 7,
      setup: { n: 3 },
      params: { drive: -1, gain: 0.5 },
      steps: 6,
    });
  });

  test('does not depend on the order in which the names were given', () => {
    const other = createPlan(walk, { ...sweep, grid: { n: [3, 5], drive: [2, -1] } });
    expect(range(12).map(other.point)).toEqual(range(12).map(createPlan(walk, sweep).point));
  });

  test('has every combination once, whatever its lists', () => {
    const list = (min: number, max: number) => fc.uniqueArray(fc.integer({ min, max }), { minLength: 1, maxLength: 4 });
    const lists = fc.tuple(list(1, 9), list(-20, 20), list(0, 1), list(0, 99));
    fc.assert(
      fc.property(lists, ([n, drive, gain, seeds]) => {
        const plan = createPlan(walk, { grid: { gain, n, drive }, seeds, steps: 1 });
        const wanted = n.flatMap((a) =>
          drive.flatMap((b) => gain.flatMap((c) => seeds.map((seed) => [a, b, c, seed]))),
        );
        const points = range(plan.count).map(plan.point);
        expect(points.map(({ setup, params, seed }) => [setup.n, params.drive, params.gain, seed])).toEqual(wanted);
        expect(points.map(({ index }) => index)).toEqual(range(plan.count));
        for (const { index, setup, params } of points) {
          expect(plan.values(Math.floor(index / seeds.length))).toEqual({ ...setup, ...params });
        }
      }),
      { seed: 5, numRuns: 100 },
    );
  });

  test('hands on how a run ends and what is kept of it', () => {
    const until = { observable: 'x', sign: '>', value: 3 } as const;
    expect(createPlan(walk, { ...sweep, until, every: 2 }).point(0)).toMatchObject({ until, every: 2 });
  });

  test('says which points have one size', () => {
    const plan = createPlan(walk, sweep);
    expect(range(12).map(plan.size)).toEqual([...Array(6).fill('walk 3'), ...Array(6).fill('walk 5')]);
  });

  test.each([
    ['walk has no number "wind", expected one of: n, drive, gain', { grid: { wind: [1] } }],
    ['walk: n="10" is outside [1, 9]', { grid: { n: [3, 10] } }],
    ['walk: n="3.5" is not an integer in [1, 9]', { grid: { n: [3.5] } }],
    ['walk: n has no value, expected one at least', { grid: { n: [] } }],
    ['walk: drive has the value 1 twice, expected it once', { grid: { drive: [1, 2, 1] } }],
    ['walk: seed has no value, expected one at least', { seeds: [] }],
    ['walk: seed="-1" is outside [0, 4294967295]', { seeds: [-1] }],
    ['walk has no observable "y", expected one of: t, x', { until: { observable: 'y', sign: '<', value: 0 } }],
  ] as const)('is refused: %s', (message, wrong) => {
    expect(() => createPlan(walk, { ...sweep, ...wrong })).toThrow(new Error(message));
  });

  test('is refused with more points than fit in memory', () => {
    const large = { grid: { gain: range(1000).map((k) => k / 1000) }, seeds: range(10_001), steps: 1 };
    const message = 'walk: the sweep has 10001000 points, expected at most 10000000';
    expect(() => createPlan(walk, large)).toThrow(new Error(message));
  });
});

describe('shards', () => {
  test('have every point once, and as many of each as of any other but for one', () => {
    const sizes = fc.tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 20 }));
    fc.assert(
      fc.property(sizes, ([count, of]) => {
        const shards = range(of).map((k) => range(count).filter((index) => isInShard(index, { part: k + 1, of })));
        expect(shards.flat().sort((a, b) => a - b)).toEqual(range(count));
        for (const [k, shard] of shards.entries()) {
          expect(Math.abs(shard.length - count / of)).toBeLessThan(1);
          for (const index of shard) expect(shardOf(index, of)).toEqual({ part: k + 1, of });
        }
      }),
      { seed: 6, numRuns: 100 },
    );
  });

  test.each([
    ['3', 'here is no shard, expected PART/PARTS, such as 3/8'],
    ['1/2/3', 'here is no shard, expected PART/PARTS, such as 3/8'],
    ['0/8', 'here: PART="0" is outside [1, 8]'],
    ['9/8', 'here: PART="9" is outside [1, 8]'],
    ['a/8', 'here: PART="a" is not a number, expected one in [1, 8]'],
    ['1/0', 'here: PARTS="0" is outside [1, 1000000]'],
  ])('are not "%s"', (text, message) => {
    expect(() => parseShard('here', text)).toThrow(new Error(message));
    expect(parseShard('here', '3/8')).toEqual({ part: 3, of: 8 });
  });
});
