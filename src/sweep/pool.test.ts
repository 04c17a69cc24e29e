/** A pool of workers that compute in simulated time. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PoolWorker, startPool } from './pool.ts';

interface Task {
  readonly id: number;
  readonly kind: string;
  readonly ms: number;
}

/** A clock that jumps to the next alarm, when everybody who can go on has done so. */
function createClock() {
  const alarms: { at: number; ring(): void }[] = [];
  let time = 0;
  return {
    now: () => time,
    /** All alarms at once. */
    async runTogether(): Promise<void> {
      await new Promise(setImmediate);
      for (const { ring } of alarms.splice(0)) ring();
    },
    at: (at: number, ring: () => void) => void alarms.push({ at, ring }),
    async run(until = Number.POSITIVE_INFINITY): Promise<void> {
      for (;;) {
        await new Promise(setImmediate);
        const next = alarms.sort((a, b) => a.at - b.at)[0];
        if (!next || next.at > until) {
          if (until < Number.POSITIVE_INFINITY) time = until;
          return;
        }
        alarms.shift();
        time = next.at;
        next.ring();
      }
    },
  };
}

type Clock = ReturnType<typeof createClock>;

/** Takes as long as its tasks say; the result of a task is its square. */
function createWorker(
  clock: Clock,
  log: string[],
  failsAt = Number.NaN,
): PoolWorker<Task, number> & { closed: boolean } {
  let reject: (error: Error) => void = () => {};
  const worker = {
    closed: false,
    run: (tasks: readonly Task[]) =>
      new Promise<{ result: number; ms: number }[]>((resolve, fail) => {
        reject = fail;
        log.push(tasks.map(({ id }) => id).join(' '));
        if (tasks.some(({ id }) => id === failsAt)) fail(new Error('the worker is gone'));
        const ms = tasks.reduce((sum, task) => sum + task.ms, 0);
        clock.at(clock.now() + ms, () => resolve(tasks.map((task) => ({ result: task.id ** 2, ms: task.ms }))));
      }),
    close() {
      worker.closed = true;
      reject(new Error('closed'));
    },
  };
  return worker;
}

const kindOf = ({ kind }: Task) => kind;
const tasksOf = (milliseconds: readonly number[]): Task[] => milliseconds.map((ms, id) => ({ id, kind: `${ms}`, ms }));

function start(tasks: readonly Task[], count: number, failsAt?: number) {
  const clock = createClock();
  const log: string[] = [];
  const workers = Array.from({ length: count }, () => createWorker(clock, log, failsAt));
  const results = new Map<number, number>();
  const result = ({ id }: Task, square: number) => {
    expect(results.has(id)).toBe(false);
    results.set(id, square);
  };
  const pool = startPool({ tasks, kindOf, workers, result, now: clock.now });
  return { pool, clock, log, workers, results };
}

describe('a pool', () => {
  test('gives every task to one worker, and every result to its task, whatever the workers and the times', async () => {
    const times = fc.array(fc.constantFrom(0, 1, 7, 40, 300), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(times, fc.integer({ min: 1, max: 5 }), async (milliseconds, count) => {
        const tasks = tasksOf(milliseconds);
        const { pool, clock, results, workers } = start(tasks, count);
        await Promise.all([clock.run(), pool.finished]);
        expect([...results].sort(([a], [b]) => a - b)).toEqual(tasks.map(({ id }) => [id, id ** 2]));
        expect(pool.progress()).toEqual({ done: tasks.length, total: tasks.length, msLeft: 0 });
        expect(workers.every(({ closed }) => closed)).toBe(true);
      }),
      { seed: 11, numRuns: 60 },
    );
  });

  test('keeps its workers busy to the end: long tasks before short ones', async () => {
    const milliseconds = [...Array(40).fill(10), ...Array(20).fill(100), ...Array(5).fill(1000)];
    const { pool, clock } = start(tasksOf(milliseconds), 3);
    await Promise.all([clock.run(), pool.finished]);
    const ideal = milliseconds.reduce((sum, ms) => sum + ms) / 3;
    // nobody can wait for longer than for the longest of the shortest kind's batches
    expect(clock.now()).toBeLessThan(ideal + 50);
  });

  test('knows how far it is, and how long the rest takes once it has seen one of each kind', async () => {
    const { pool, clock } = start(tasksOf([...Array(6).fill(100), ...Array(6).fill(400)]), 2);
    await clock.run(399);
    expect(pool.progress()).toMatchObject({ total: 12, msLeft: undefined });
    await clock.run(400);
    // one of each is done, one of the second kind has run for 300 ms, one begins
    expect(pool.progress()).toEqual({ done: 2, total: 12, msLeft: (5 * 100 + 3 * 400 + 100 + 400) / 2 });
    await clock.run(600);
    expect(pool.progress()).toEqual({ done: 3, total: 12, msLeft: (5 * 100 + 2 * 400 + 200 + 300) / 2 });
    await Promise.all([clock.run(), pool.finished]);
  });

  test('does not promise to be faster than its longest task', async () => {
    const { pool, clock } = start(tasksOf([500, 500, 500]), 2);
    await clock.run(500);
    expect(pool.progress()).toEqual({ done: 2, total: 3, msLeft: 500 });
    await Promise.all([clock.run(), pool.finished]);
  });

  test('ends at once when it is cancelled, and keeps what it has', async () => {
    const { pool, clock, results, workers } = start(tasksOf([...Array(6).fill(100)]), 2);
    await clock.run(250);
    pool.cancel();
    await pool.finished;
    expect(workers.every(({ closed }) => closed)).toBe(true);
    await clock.run();
    expect([...results.keys()]).toEqual([0, 1, 2, 3]);
    expect(pool.progress()).toMatchObject({ done: 4, total: 6 });
  });

  test('takes no more results once it is cancelled, also those that are there', async () => {
    const clock = createClock();
    const workers = [createWorker(clock, []), createWorker(clock, [])];
    const results: number[] = [];
    const result = ({ id }: Task) => {
      results.push(id);
      pool.cancel();
    };
    const pool = startPool({ tasks: tasksOf([100, 100]), kindOf, workers, result, now: () => 0 });
    for (const worker of workers) worker.close = () => {};
    await Promise.all([clock.runTogether(), pool.finished]);
    expect(results).toEqual([0]);
  });

  test('ends with the reason of a worker that ends by itself, and closes the others', async () => {
    const { pool, clock, workers } = start(tasksOf([...Array(6).fill(100)]), 2, 3);
    const failure = expect(pool.finished).rejects.toThrow(new Error('the worker is gone'));
    await clock.run();
    await failure;
    expect(workers.every(({ closed }) => closed)).toBe(true);
  });
});
