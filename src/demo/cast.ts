/**
 * The runs of a figure as one: they share its numbers and its clock, begin again together, and fail together.
 *
 * Numbers that moved reach the runs with the next pull. A restart waits until every answer that is out has come back
 * and was shown, so that a number that moves all the time, under a dragged slider, still shows something.
 */
import { messageOf } from '../kernel/failure.ts';
import type { KernelManifest, Values } from '../kernel/manifest.ts';
import type { Session, SessionEvents } from '../session/client.ts';
import type { SweepOf } from '../sweep/session.ts';
import { type Demo, type DemoRun, manifestOfRun } from './definition.ts';
import { type History, withChange } from './history.ts';
import { createRun, type OpenSession, type Run } from './run.ts';

/** What a figure needs from the page; a test gives it a fake kernel and no worker. */
export interface Surroundings {
  manifestOf(kernel: string): KernelManifest;
  moduleOf(kernel: string): Promise<WebAssembly.Module>;
  openSession: OpenSession;
  /** A session of a run that is a sweep. */
  openSweep(sweep: SweepOf, events: SessionEvents): Session;
}

export interface Cast {
  readonly runs: Readonly<Record<string, Run>>;
  /** The tick that all runs have completed; 0 while a restart is due. */
  readonly tick: number;
  /** The rows of all runs up to `tick` are there. */
  reached(tick: number): boolean;
  /** What determines the runs, with the numbers that they are about to be told. */
  readonly history: History;
  /** All runs begin again with the numbers of the next pull, or with that history. */
  restart(history?: History): void;
  /** All runs go on with the numbers of the next pull, from the tick that the farthest of them has begun. */
  change(): void;
  /** Asks every run for its steps up to `tick`. Loads the kernels at the first call. */
  pull(tick: number, hurry: boolean): void;
  /** Frees the workers; the pictures stay. */
  park(): void;
  /** Forgets the module of that kernel. False if no run is of it. */
  forget(kernel: string): boolean;
}

export function createCast(
  demo: Demo,
  numbers: () => Values,
  { manifestOf, moduleOf, openSession, openSweep }: Surroundings,
  events: { changed(): void; failed(message: string): void },
): Cast {
  const loads = new Map<string, Promise<WebAssembly.Module>>();
  const modules = new Map<string, WebAssembly.Module>();
  let due: 'restart' | 'change' | undefined;
  /** A history that somebody asked for; the numbers of the next pull, where nobody did. */
  let wanted: History | undefined;
  let history: History = { start: numbers(), changes: [] };

  /** What fails with numbers that are out of date is nobody's concern. */
  const failed = (message: string) => {
    if (!due) {
      events.failed(message);
      return;
    }
    due = 'restart';
    events.changed();
  };
  const opener = ({ kernel, sweep }: DemoRun): OpenSession =>
    sweep ? (sessionEvents) => openSweep({ manifest: manifestOf(kernel), sweep }, sessionEvents) : openSession;
  const members = Object.entries(demo.runs).map(([name, definition]) => {
    const { kernel } = definition;
    const run = createRun(definition, manifestOfRun(definition, manifestOf), history, opener(definition), {
      advanced: events.changed,
      failed,
    });
    return { name, kernel, run };
  });

  function load(kernel: string): void {
    const loading = moduleOf(kernel);
    loads.set(kernel, loading);
    const unlessForgotten = (action: () => void) => {
      if (loads.get(kernel) === loading) action();
    };
    const arrived = (module: WebAssembly.Module) => {
      modules.set(kernel, module);
      events.changed();
    };
    const lost = (error: unknown) => {
      loads.delete(kernel);
      failed(messageOf(error));
    };
    loading.then(
      (module) => unlessForgotten(() => arrived(module)),
      (error: unknown) => unlessForgotten(() => lost(error)),
    );
  }

  /** The history that is due. */
  function upToDate(): History {
    if (due === 'restart') return wanted ?? { start: numbers(), changes: [] };
    if (due === 'change') return withChange(history, Math.max(...members.map(({ run }) => run.ticksBegun)), numbers());
    return history;
  }

  /** A pull must not begin before the numbers of this moment are in the runs. False while that has to wait. */
  function settle(): boolean {
    if (!due) return true;
    if (members.some(({ run }) => run.busy)) return false;
    const task = due;
    const settled = upToDate();
    const isNew = settled !== history;
    history = settled;
    due = wanted = undefined;
    if (isNew) for (const { run } of members) run[task](history);
    return true;
  }

  return {
    runs: Object.fromEntries(members.map(({ name, run }) => [name, run])),
    get tick() {
      if (due === 'restart') return 0;
      let least = Number.POSITIVE_INFINITY;
      for (const { run } of members) least = Math.min(least, run.tick);
      return least;
    },
    reached: (tick) => due !== 'restart' && members.every(({ run }) => run.reached(tick)),
    get history() {
      return upToDate();
    },
    restart(asked) {
      due = 'restart';
      wanted = asked;
    },
    change() {
      due ??= 'change';
    },
    pull(tick, hurry) {
      for (const { kernel } of members) if (!loads.has(kernel)) load(kernel);
      try {
        if (!settle()) return;
        for (const { kernel, run } of members) {
          const module = modules.get(kernel);
          if (module) run.pull(module, tick, hurry);
        }
      } catch (error) {
        events.failed(messageOf(error));
      }
    },
    park() {
      for (const { run } of members) run.close();
    },
    forget(kernel) {
      loads.delete(kernel);
      modules.delete(kernel);
      return members.some((member) => member.kernel === kernel);
    },
  };
}
