/** What may be asked of a sweep, and the words for what may not. */
import { describe, expect, test } from 'vitest';
import { walk } from '../../session/fixtures/walk.ts';
import { UsageError } from '../command.ts';
import { readArguments } from './arguments.ts';

describe('the arguments of a sweep', () => {
  test('are a grid, seeds, steps and what is kept', () => {
    const words =
      '--grid n=3:5 --Gain 0.25 --seeds 1:3,9 --steps 40 --every 10 --workers 3 --shard 2/4 -o a.csv --summary';
    const { plan, ...rest } = readArguments(walk, [...words.split(' '), '--until', 'x > 2', '--grid', 'drive=-1:1:5']);
    expect(rest).toEqual({ file: 'a.csv', workers: 3, shard: { part: 2, of: 4 }, summary: true });
    expect(plan).toMatchObject({
      grid: { n: [3, 4, 5], drive: [-1, -0.5, 0, 0.5, 1], gain: [0.25] },
      axes: ['n', 'drive'],
      seeds: [1, 2, 3, 9],
      steps: 40,
      every: 10,
      until: { observable: 'x', sign: '>', value: 2 },
    });
  });

  test('may be absent', () => {
    const { plan, workers, ...rest } = readArguments(walk, []);
    expect(rest).toEqual({ file: 'walk.csv', shard: undefined, summary: false });
    expect(workers).toBeGreaterThan(0);
    expect(plan).toMatchObject({ count: 1, seeds: [1], steps: 100, grid: { n: [3], drive: [1], gain: [0.5] } });
    expect(Object.keys(plan.point(0))).toEqual(['index', 'kernel', 'seed', 'setup', 'params', 'steps']);
  });

  const numbers = 'expected one of: n, drive, gain';
  test.each([
    ['--grid n=3,10', 'sweep: --grid: n="10" is outside [1, 9]'],
    ['--grid n', 'sweep: --grid: n="" is not a number, expected one in [1, 9]'],
    ['--grid wind=3', `sweep: --grid has no number "wind", ${numbers}`],
    ['--grid n=3 --n 4', 'sweep: n is in --grid and in --n, expected once'],
    ['--n 3,4', 'sweep: --n="3,4" is not a number, expected one in [1, 9]'],
    ['--drive 21', 'sweep: --drive="21" is outside [-20, 20]'],
    ['--grid n=3,3', 'walk: n has the value 3 twice, expected it once'],
    ['--seeds 0:3,2', 'walk: seed has the value 2 twice, expected it once'],
    ['--seeds -1', 'sweep: --seeds="-1" is outside [0, 4294967295]'],
    ['--seed 1', /^no flag --seed, expected one of: --n, --drive, --gain, --grid, --seeds, /],
    ['--steps 1.5', `sweep: --steps="1.5" is not an integer in [0, ${Number.MAX_SAFE_INTEGER}]`],
    ['--every 0', `sweep: --every="0" is outside [1, ${Number.MAX_SAFE_INTEGER}]`],
    ['--workers 0', 'sweep: --workers="0" is outside [1, 1024]'],
    ['--shard 5/4', 'sweep: --shard="5/4": PART="5" is outside [1, 4]'],
    ['--until x=3', 'sweep: --until="x=3" is no condition, expected "OBSERVABLE>NUMBER" or "OBSERVABLE<NUMBER"'],
    ['--until y>3', 'sweep: --until="y>3" has no observable "y", expected one of: t, x'],
    ['walk', 'sweep takes one kernel, got "walk" as well'],
    ['--grid', '--grid lacks its value'],
  ])('are refused: %s', (words, message) => {
    const read = () => readArguments(walk, words.split(' '));
    expect(read).toThrow(UsageError);
    expect(read).toThrow(typeof message === 'string' ? new UsageError(message) : message);
  });
});
