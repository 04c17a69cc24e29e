/**
 * Which tasks a worker gets next, and how long the rest will take. Tasks of one kind (a size of the model) are taken to
 * last alike. The first of each kind shows how long; from then on the longest go first, so that no worker ends with a
 * long task alone, and short ones go in batches, so that their messages cost nothing.
 */
export interface Queue<T> {
  add(task: T): void;
  /** Tasks for one of `workers` workers; none when all are handed out. */
  take(workers: number): T[];
  /** The tasks of one kind came back after so many milliseconds in all. */
  finish(kind: string, count: number, ms: number): void;
  /** Milliseconds that `count` tasks of a kind last; NaN before the first of it has come back. */
  expected(kind: string, count: number): number;
  /** The kinds of which there are tasks, and how many wait. */
  waiting(): Iterable<readonly [kind: string, count: number]>;
}

interface Kind<T> {
  readonly tasks: T[];
  taken: number;
  /** When the first of it was handed out. */
  since: number;
  finished: number;
  ms: number;
}

/** Milliseconds of a batch: long for a message, short for who waits for the last one. */
const slice = 50;

export function createQueue<T>(tasks: Iterable<T>, kindOf: (task: T) => string, now: () => number): Queue<T> {
  const kinds = new Map<string, Kind<T>>();
  let left = 0;
  const add = (task: T) => {
    const name = kindOf(task);
    const kind = kinds.get(name);
    if (kind) kind.tasks.push(task);
    else kinds.set(name, { tasks: [task], taken: 0, since: 0, finished: 0, ms: 0 });
    ++left;
  };
  for (const task of tasks) add(task);
  const mean = ({ ms, finished }: Kind<T>) => ms / finished;
  const isWaiting = ({ tasks: own, taken }: Kind<T>) => taken < own.length;

  /** An untried kind first, then the longest; one whose first task is still out lasts at least as long as that has. */
  function next(): Kind<T> | undefined {
    const open = [...kinds.values()].filter(isWaiting);
    const length = (kind: Kind<T>) => (kind.finished > 0 ? mean(kind) : now() - kind.since);
    const compare = (a: Kind<T>, b: Kind<T>) => length(b) - length(a) || a.finished - b.finished;
    return open.find(({ taken }) => taken === 0) ?? open.sort(compare)[0];
  }

  return {
    add,
    take(workers) {
      const kind = next();
      if (!kind) return [];
      if (kind.taken === 0) kind.since = now();
      const fitting = kind.finished > 0 ? slice / mean(kind) : 1;
      const size = Math.max(1, Math.floor(Math.min(fitting, left / (2 * workers))));
      const batch = kind.tasks.slice(kind.taken, kind.taken + size);
      kind.taken += batch.length;
      left -= batch.length;
      return batch;
    },
    finish(name, count, ms) {
      const kind = kinds.get(name) as Kind<T>;
      kind.finished += count;
      kind.ms += ms;
    },
    expected: (name, count) => count * mean(kinds.get(name) as Kind<T>),
    *waiting() {
      for (const [name, { tasks: own, taken }] of kinds) if (taken < own.length) yield [name, own.length - taken];
    },
  };
}
