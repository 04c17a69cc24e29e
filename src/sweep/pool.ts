/**
 * Hands tasks to idle workers until all are done. In which order results come depends on the machine; what they are does
 * not, so whoever keeps them by task gets the same from any number of workers.
 */
import type { Timed } from './protocol.ts';
import { createQueue } from './queue.ts';

/** Somebody who computes, one batch at a time. */
export interface PoolWorker<T, R> {
  /** The results in the order of the tasks. */
  run(tasks: readonly T[]): Promise<readonly Timed<R>[]>;
  /** Ends the worker, also in the middle of a batch, whose promise is rejected. */
  close(): void;
}

export interface Work<T, R> {
  readonly tasks: Iterable<T>;
  /** Tasks of one kind are taken to last alike. */
  kindOf(task: T): string;
  readonly workers: readonly PoolWorker<T, R>[];
  result(task: T, result: R): void;
  /** Milliseconds of some clock. */
  now(): number;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Until the last result, by what tasks of each kind took so far; undefined until one of each kind is done. */
  readonly msLeft: number | undefined;
}

export interface Pool {
  /** Resolves when all tasks are done or the pool was cancelled; rejects when a worker ends by itself. */
  readonly finished: Promise<void>;
  progress(): Progress;
  /** Ends all workers at once. What they were computing is lost, results that came stay. */
  cancel(): void;
}

interface Batch {
  readonly kind: string;
  readonly count: number;
  readonly since: number;
}

/** Starts the work; the workers are closed at its end. */
export function startPool<T, R>({ tasks, kindOf, workers, result, now }: Work<T, R>): Pool {
  const all = [...tasks];
  const queue = createQueue(all, kindOf, now);
  const underWay = new Set<Batch>();
  let done = 0;
  let cancelled = false;

  function cancel(): void {
    cancelled = true;
    for (const worker of workers) worker.close();
  }

  async function employ(worker: PoolWorker<T, R>): Promise<void> {
    for (let tasks = queue.take(workers.length); !cancelled && tasks.length > 0; tasks = queue.take(workers.length)) {
      const kind = kindOf(tasks[0] as T);
      const batch = { kind, count: tasks.length, since: now() };
      underWay.add(batch);
      const answers = await worker.run(tasks);
      if (cancelled) return;
      underWay.delete(batch);
      const ms = answers.reduce((sum, answer) => sum + answer.ms, 0);
      queue.finish(kind, tasks.length, ms);
      done += tasks.length;
      for (const [k, answer] of answers.entries()) result(tasks[k] as T, answer.result);
    }
  }

  async function work(): Promise<void> {
    try {
      await Promise.all(workers.map(employ));
    } catch (error) {
      if (!cancelled) throw error;
    } finally {
      cancel();
    }
  }

  function msLeft(): number | undefined {
    let [sum, longest] = [0, 0];
    for (const [kind, count] of queue.waiting()) {
      sum += queue.expected(kind, count);
      longest = Math.max(longest, queue.expected(kind, 1));
    }
    for (const { kind, count, since } of underWay) {
      const rest = Math.max(0, queue.expected(kind, count) - (now() - since));
      sum += rest;
      longest = Math.max(longest, rest);
    }
    return Number.isNaN(sum) ? undefined : Math.max(sum / workers.length, longest);
  }

  return { finished: work(), progress: () => ({ done, total: all.length, msLeft: msLeft() }), cancel };
}
