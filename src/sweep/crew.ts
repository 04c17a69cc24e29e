/**
 * The workers of a page that compute points. All its sweeps share them: they come with the first point that is asked for
 * and go with the last sweep. In which order points are done depends on the machine; what they are does not.
 */
import { messageOf } from '../kernel/failure.ts';
import { createPatience } from '../session/patience.ts';
import { type Connected, connect, type Port } from './connect.ts';
import type { Point } from './plan.ts';
import type { LoadedKernel } from './protocol.ts';
import { createQueue } from './queue.ts';
import type { Outcome } from './run-point.ts';

/** A point that somebody asks for. */
export interface Task {
  readonly kernel: LoadedKernel;
  readonly point: Point;
  /** Points of one kind are taken to last alike. */
  readonly kind: string;
  /** False once nobody needs it: it is left out where it has not begun. */
  isWanted(): boolean;
  done(outcome: Outcome): void;
}

export interface Member {
  ask(tasks: readonly Task[]): void;
  /** No sweep needs the workers but for the other members. */
  leave(): void;
}

export interface Crew {
  /** @param failed hears that the workers are gone, and why; the next point brings new ones. */
  join(failed: (message: string) => void): Member;
}

interface Hand {
  readonly worker: Connected<Task>;
  /** The modules that it has, by kernel. */
  readonly known: Map<string, WebAssembly.Module>;
  isIdle: boolean;
}

/** A crew of `size` workers. */
export function createCrew(startWorker: () => Port, size: number, now: () => number): Crew {
  const members = new Set<(message: string) => void>();
  const fresh = () => createQueue<Task>([], ({ kind }) => kind, now);
  let queue = fresh();
  let hands: Hand[] = [];

  function dismiss(): void {
    for (const { worker } of hands) worker.close();
    hands = [];
    queue = fresh();
  }

  function hire(): Hand[] {
    return Array.from({ length: size }, () => ({
      worker: connect<Task>(startWorker(), [], ({ point }) => point),
      known: new Map(),
      isIdle: true,
    }));
  }

  /** The next points that somebody still wants, all of one kernel. */
  function next(): Task[] {
    for (let tasks = queue.take(size); tasks.length > 0; tasks = queue.take(size)) {
      const wanted = tasks.filter((task) => task.isWanted());
      if (wanted.length > 0) return wanted;
    }
    return [];
  }

  async function compute({ worker, known }: Hand, tasks: readonly Task[]): Promise<void> {
    const { kernel, kind } = tasks[0] as Task;
    const { manifest, module } = kernel;
    if (known.get(manifest.id) !== module) worker.open([kernel]);
    known.set(manifest.id, module);
    const own = queue;
    const answers = await worker.run(tasks);
    const ms = answers.reduce((sum, answer) => sum + answer.ms, 0);
    own.finish(kind, tasks.length, ms);
    for (const [k, task] of tasks.entries()) {
      const answer = answers[k];
      if (answer && task.isWanted()) task.done(answer.result);
    }
  }

  /** Points for the hand as long as there are any. */
  async function employ(hand: Hand): Promise<void> {
    hand.isIdle = false;
    const fail = (message: string) => {
      if (!hands.includes(hand)) return;
      dismiss();
      for (const failed of [...members]) failed(message);
    };
    const patience = createPatience(fail);
    try {
      for (let tasks = next(); tasks.length > 0; tasks = next()) {
        patience.begin();
        await compute(hand, tasks);
        if (!hands.includes(hand)) break;
      }
    } catch (error) {
      fail(messageOf(error));
    }
    patience.end();
    hand.isIdle = true;
  }

  return {
    join(failed) {
      members.add(failed);
      return {
        ask(tasks) {
          for (const task of tasks) queue.add(task);
          if (hands.length === 0) hands = hire();
          for (const hand of hands) if (hand.isIdle) void employ(hand);
        },
        leave() {
          members.delete(failed);
          if (members.size === 0) dismiss();
        },
      };
    },
  };
}
