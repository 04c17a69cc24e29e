import { beforeAll, expect, test } from 'vitest';
import { type Library, load, view } from './probe/load.mts';

let library: Library;
beforeAll(async () => {
  library = await load('release');
});

const steps = (first: number, ratio: number, count: number) => {
  const pointer = library.geometricSteps(first, ratio, count);
  return [...new Int32Array(library.memory.buffer, pointer, count)];
};

test('steps grow geometrically, and none comes twice', () => {
  expect(steps(1, 2, 6)).toEqual([1, 2, 4, 8, 16, 32]);
  expect(steps(1, 1.26, 12)).toEqual([1, 2, 3, 4, 5, 6, 8, 10, 13, 16, 20, 25]);
});

test('a state is kept at each waiting time and compared at each lag after it, once', () => {
  const waits = library.geometricSteps(1, 3, 3);
  const lags = library.geometricSteps(1, 2, 4);
  const diary = view(library, library.diary(waits, lags, 12), 3 * 5);
  // t_w = 1, 3, 9 and lags 1, 2, 4, 8: what would lie beyond step 12 has not come.
  expect([...diary]).toEqual([2, 3, 5, 9, 1, 4, 5, 7, 11, 3, 10, 11, 0, 0, 9]);
});
