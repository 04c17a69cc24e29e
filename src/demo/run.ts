/**
 * One kernel of a figure: the session that computes it while somebody looks, and the picture that stays when nobody
 * does. A run is determined by the figure's history; a run that was closed goes on where it was: a new instance
 * replays the same history, and the rows that are known already pass by.
 */
import type { KernelManifest, Values } from '../kernel/manifest.ts';
import type { Session, SessionEvents } from '../session/client.ts';
import type { Change } from '../session/protocol.ts';
import { type DemoRun, rowsEvery, stepsPerTickOf, valuesOf } from './definition.ts';
import type { History } from './history.ts';
import { allocateFields, blankPicture, type Picture, viewOf } from './picture.ts';
import type { RunView } from './view.ts';

export type OpenSession = (events: SessionEvents) => Session;

export interface Run extends RunView {
  /** Ticks of the figure's clock that this run has completed. */
  readonly tick: number;
  /** Ticks that it has completed or begun. */
  readonly ticksBegun: number;
  /** An answer is out. */
  readonly busy: boolean;
  /** What is on view, and how many pictures there were before it. */
  readonly picture: Picture;
  readonly pictures: number;
  /** The rows up to `tick` have come in. */
  reached(tick: number): boolean;
  /** Begins again with that history; the picture stays until the first rows are there. Not while busy. */
  restart(history: History): void;
  /** Goes on with that history, whose last change is new, at a tick that no run has gone beyond. Not while busy. */
  change(history: History): void;
  /**
   * Asks for steps up to `tick`, unless they are there or an answer is out; opens an instance where there is none.
   * `hurry` trades short answers for few of them.
   */
  pull(module: WebAssembly.Module, tick: number, hurry: boolean): void;
  /** Frees the worker; the picture stays. */
  close(): void;
}

/** Milliseconds of computing per pull: an answer within one frame while playing, long strides while catching up. */
const liveBudget = 8;
const catchUpBudget = 40;

/** A run with that history. */
export function createRun(
  definition: DemoRun,
  manifest: KernelManifest,
  begin: History,
  openSession: OpenSession,
  events: { advanced(): void; failed(message: string): void },
): Run {
  const perTick = stepsPerTickOf(definition);
  const every = rowsEvery(definition);
  const record = definition.record ?? [];
  const setupOf = ({ start }: History) => valuesOf(definition, manifest.setup, start);
  const paramsOf = (numbers: Values) => valuesOf(definition, manifest.params, numbers);
  const blank = () => blankPicture(definition, manifest, setupOf(history));

  let history = begin;
  /** All parameters after each change, and how many changes the present instance knows of. */
  let changes: Change[] = [];
  let known = 0;
  let params: Values = {};
  let picture: Picture;
  /** The picture of a run that has no rows yet. */
  let next: Picture | undefined;
  let pictures = 0;
  /** Step the run has reached, and step of the present instance, which is behind during a replay. */
  let step = 0;
  let instanceStep = 0;
  let session: Session | undefined;
  let isOpen = false;

  function remember(value: History): void {
    history = value;
    params = paramsOf(value.start);
    changes = value.changes.map(({ tick, values }) => {
      params = paramsOf({ ...params, ...values });
      return { step: tick * perTick, params };
    });
  }
  const reached = (tick: number) => !next && picture.trajectory.length > 0 && step >= tick * perTick;
  const close = () => {
    session?.close();
    session = undefined;
    isOpen = false;
  };
  const sessionEvents: SessionEvents = {
    rows(answer) {
      if (next) {
        picture = next;
        pictures++;
      }
      next = undefined;
      picture.trajectory.append(answer.buffer, answer.rows);
      for (const [name, lent] of Object.entries(answer.fields)) picture.fields[name]?.set(lent);
      instanceStep = answer.step;
      step = Math.max(step, instanceStep);
      events.advanced();
    },
    failed(message) {
      close();
      events.failed(message);
    },
  };
  const view = viewOf(definition, manifest, {
    get picture() {
      return picture;
    },
    get step() {
      return step;
    },
    get values() {
      return { ...picture.setup, ...params };
    },
  });
  remember(begin);
  picture = blank();

  return {
    get length() {
      return view.length;
    },
    column: view.column,
    recorded: view.recorded,
    has: view.has,
    latest: view.latest,
    field: view.field,
    get step() {
      return view.step;
    },
    get values() {
      return view.values;
    },
    get tick() {
      return Math.floor(step / perTick);
    },
    get ticksBegun() {
      return Math.ceil(step / perTick);
    },
    get busy() {
      return session?.busy ?? false;
    },
    get picture() {
      return picture;
    },
    get pictures() {
      return pictures;
    },
    reached,
    restart(value) {
      remember(value);
      next = blank();
      step = instanceStep = 0;
      isOpen = false;
    },
    change(value) {
      remember(value);
      known = Math.min(known, changes.length - 1);
    },
    pull(module, tick, hurry) {
      if (session?.busy || reached(tick)) return;
      session ??= openSession(sessionEvents);
      if (!isOpen) {
        isOpen = true;
        known = changes.length;
        const setup = setupOf(history);
        const begin = { seed: history.start.seed as number, setup, params: paramsOf(history.start), changes };
        const fields = allocateFields(definition, manifest, setup);
        instanceStep = session.open({ ...begin, module, manifest, record, every }, fields, step);
      }
      if (instanceStep < step) {
        session.pull(step, catchUpBudget);
        return;
      }
      const change = changes[known];
      const isDue = change?.step === step;
      if (isDue) known++;
      const until = Math.min(tick * perTick, changes[known]?.step ?? Number.POSITIVE_INFINITY);
      session.pull(until, hurry ? catchUpBudget : liveBudget, isDue ? change.params : undefined);
    },
    close,
  };
}
