/** Who gets what next. A task is written as its kind and a number: `b3`. */
import { describe, expect, test } from 'vitest';
import { createQueue } from './queue.ts';

const tasksOf = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).flatMap(([kind, count]) => Array.from({ length: count }, (_, k) => `${kind}${k}`));
const kindOf = (task: string) => task.slice(0, 1);

/** A queue, and the clock that it reads. */
function start(counts: Readonly<Record<string, number>>) {
  const clock = { time: 0 };
  return { clock, queue: createQueue(tasksOf(counts), kindOf, () => clock.time) };
}

describe('a queue', () => {
  test('tries one of each kind, then has the longest first, in order', () => {
    const { queue } = start({ a: 3, b: 3, c: 3 });
    expect([queue.take(2), queue.take(2), queue.take(2)]).toEqual([['a0'], ['b0'], ['c0']]);
    queue.finish('a', 1, 100);
    queue.finish('b', 1, 300);
    queue.finish('c', 1, 200);
    const rest = Array.from({ length: 7 }, () => queue.take(2));
    expect(rest.flat()).toEqual(['b1', 'b2', 'c1', 'c2', 'a1', 'a2']);
  });

  test('takes a kind whose first task is still out for as long as that has taken', () => {
    const { queue, clock } = start({ a: 3, b: 4 });
    expect([queue.take(1), queue.take(1)]).toEqual([['a0'], ['b0']]);
    clock.time = 99;
    queue.finish('a', 1, 100);
    expect(queue.take(1)).toEqual(['a1']);
    clock.time = 100;
    expect([queue.take(1), queue.take(1)]).toEqual([['b1'], ['b2']]);
    queue.finish('b', 1, 60);
    expect([queue.take(1), queue.take(1), queue.take(1)]).toEqual([['a2'], ['b3'], []]);
  });

  test('makes batches of what is short, so that nobody waits for the last', () => {
    const { queue } = start({ a: 1000 });
    queue.take(2);
    queue.finish('a', 1, 5);
    expect(queue.take(2)).toHaveLength(10);
    queue.finish('a', 99, 1e-3);
    // all but free: a share of what is left, and less and less
    const sizes: number[] = [];
    for (let batch = queue.take(2); batch.length > 0; batch = queue.take(2)) sizes.push(batch.length);
    expect(sizes.slice(0, 3)).toEqual([247, 185, 139]);
    expect(sizes.slice(-4)).toEqual([1, 1, 1, 1]);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(989);
  });

  test('expects of a kind what its tasks took on average', () => {
    const { queue } = start({ a: 9, b: 1 });
    queue.take(1);
    queue.finish('a', 1, 90);
    queue.finish('a', 2, 30);
    expect(queue.expected('a', 5)).toBe(200);
    expect(queue.expected('b', 5)).toBeNaN();
    expect([...queue.waiting()]).toEqual([
      ['a', 8],
      ['b', 1],
    ]);
  });
});
