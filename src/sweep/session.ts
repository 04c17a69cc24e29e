/**
 * A sweep as a session of a figure, with a crew in place of a worker: rows go out in the order of the points, whoever
 * computed them and when. Points are computed when their rows are asked for; a session that begins where another one was
 * closed leaves out the points before.
 */
import type { KernelManifest } from '../kernel/manifest.ts';
import type { Session, SessionEvents } from '../session/client.ts';
import type { Crew, Task } from './crew.ts';
import { type LiveSweep, livePlan, livePoint, liveRow } from './live.ts';
import type { Plan } from './plan.ts';

/** A sweep and the kernel that it is over. */
export interface SweepOf {
  readonly manifest: KernelManifest;
  readonly sweep: LiveSweep;
}

/** Seeds of which points are asked for at once: a sweep that nobody looks at any more computes no others. */
const seedsAhead = 2;

/** What came since somebody opened the session. */
interface Course {
  readonly plan: Plan;
  readonly seed: number;
  readonly module: WebAssembly.Module;
  /** Rows that came before their turn, by step. */
  readonly early: Map<number, readonly number[]>;
  asked: number;
  /** Step of the last row that went out, -1 before the first. */
  given: number;
}

/** A session of the sweep, whose points the crew computes. */
export function openSweep(crew: Crew, { manifest, sweep }: SweepOf, events: SessionEvents): Session {
  let course: Course | undefined;
  let busy = false;
  const member = crew.join((message) => {
    busy = false;
    events.failed(message);
  });

  /** The row before the first point: there is nothing yet. */
  const nothing = (plan: Plan) => {
    const { length } = plan.axes;
    return [0, ...Array(length + 3 + Object.keys(manifest.observables).length).fill(Number.NaN)];
  };

  function taskOf(own: Course, step: number): Task {
    const { plan, module, seed } = own;
    const point = livePoint(plan, seed, step);
    return {
      kernel: { manifest, module },
      point,
      kind: plan.size(point.index),
      isWanted: () => own === course,
      done(outcome) {
        own.early.set(step, liveRow(plan, point, step, outcome));
        answer(own);
      },
    };
  }

  /** Gives the rows whose turn it is, if somebody waits for them and there are any. */
  function answer(own: Course): void {
    if (!busy || own !== course) return;
    const rows: (readonly number[])[] = [];
    for (let step = own.given + 1; own.early.has(step); ++step) {
      rows.push(own.early.get(step) as readonly number[]);
      own.early.delete(step);
    }
    if (rows.length === 0) return;
    own.given += rows.length;
    busy = false;
    events.rows({ buffer: Float64Array.from(rows.flat()), rows: rows.length, step: own.given, fields: {} });
  }

  return {
    get busy() {
      return busy;
    },
    open({ module, seed, setup, params }, _fields, known) {
      const plan = livePlan(manifest, sweep, { ...setup, ...params }, [seed]);
      const isAnew = known === 0;
      const early = new Map(isAnew ? [[0, nothing(plan)]] : []);
      course = { plan, seed, module, early, asked: known, given: isAnew ? -1 : known };
      busy = false;
      return known;
    },
    pull(until) {
      const own = course as Course;
      busy = true;
      const tasks: Task[] = [];
      const end = Math.min(until, own.given + seedsAhead * own.plan.cells);
      while (own.asked < end) tasks.push(taskOf(own, ++own.asked));
      member.ask(tasks);
      queueMicrotask(() => answer(own));
    },
    close() {
      course = undefined;
      member.leave();
    },
  };
}
