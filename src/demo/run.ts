/**
 * One kernel of a figure: the identity of its run (seed, setup, parameters over steps), the session that computes it
 * while somebody looks, and the picture that stays when nobody does. A run that was closed goes on where it was: a
 * new instance replays the same parameter history, and the rows that are known already pass by.
 */
import { allocateField, type FieldArray } from '../kernel/instance.ts';
import { type KernelManifest, sizeOf, type Values } from '../kernel/manifest.ts';
import type { Session, SessionEvents } from '../session/client.ts';
import { type Change, rowWidth } from '../session/protocol.ts';
import { createTrajectory, type Trajectory } from '../session/trajectory.ts';
import type { DemoRun } from './definition.ts';
import type { RunView } from './view.ts';

export type OpenSession = (events: SessionEvents) => Session;
export type Numbers = (name: string) => number;

export interface Run extends RunView {
  /** Ticks of the figure's clock that this run has completed. */
  readonly tick: number;
  /** An answer is out. */
  readonly busy: boolean;
  /** The rows up to `tick` have come in. */
  reached(tick: number): boolean;
  /** Begins again with these numbers; the picture stays until the first rows are there. Not while busy. */
  restart(numbers: Numbers): void;
  /** New live parameters from the present step on. */
  change(numbers: Numbers): void;
  /**
   * Asks for steps up to `tick`, unless they are there or an answer is out; opens an instance where there is none.
   * `hurry` trades short answers for few of them.
   */
  pull(module: WebAssembly.Module, tick: number, hurry: boolean): void;
  /** Frees the worker; the picture stays. */
  close(): void;
}

/** What the page sees of a run. */
interface Picture {
  readonly setup: Values;
  readonly trajectory: Trajectory;
  readonly fields: Readonly<Record<string, FieldArray>>;
}

/** Milliseconds of computing per pull: an answer within one frame while playing, long strides while catching up. */
const liveBudget = 8;
const catchUpBudget = 40;

/** A run that begins with these numbers, `seed` among them. */
export function createRun(
  definition: DemoRun,
  manifest: KernelManifest,
  begin: Numbers,
  openSession: OpenSession,
  events: { advanced(): void; failed(message: string): void },
): Run {
  const every = definition.stepsPerTick ?? 1;
  const record = definition.record ?? [];
  const observables = Object.keys(manifest.observables);

  const pick = (names: Readonly<Record<string, unknown>>, numbers: Numbers): Values =>
    Object.fromEntries(Object.keys(names).map((name) => [name, definition.fixed?.[name] ?? numbers(name)]));
  const column = (name: string): number => {
    const k = name === 'step' ? 0 : 1 + observables.indexOf(name);
    if (k === 0 && name !== 'step') throw new Error(`${manifest.id}: no observable "${name}"`);
    return k;
  };
  const allocate = (setup: Values) =>
    Object.fromEntries((definition.fields ?? []).map((name) => [name, allocateField(manifest, name, setup)]));
  const blank = (setup: Values): Picture => ({
    setup,
    trajectory: createTrajectory(rowWidth(manifest, record, setup), every),
    fields: allocate(setup),
  });
  const origin = (numbers: Numbers) => ({
    seed: numbers('seed'),
    setup: pick(manifest.setup, numbers),
    params: pick(manifest.params, numbers),
  });

  let start = origin(begin);
  /** Parameters as the figure shows them, and those that the instance has not been told. */
  let params = start.params;
  let pending: Values | undefined;
  let changes: Change[] = [];
  let picture = blank(start.setup);
  /** The picture of a run that has no rows yet. */
  let next: Picture | undefined;
  /** Step the run has reached, and step of the present instance, which is behind during a replay. */
  let step = 0;
  let instanceStep = 0;
  let session: Session | undefined;
  let isOpen = false;

  const reached = (tick: number) => !next && picture.trajectory.length > 0 && step >= tick * every;
  const close = () => {
    session?.close();
    session = undefined;
    isOpen = false;
  };
  const sessionEvents: SessionEvents = {
    rows(answer) {
      picture = next ?? picture;
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

  return {
    get length() {
      return picture.trajectory.length;
    },
    get step() {
      return step;
    },
    get tick() {
      return Math.floor(step / every);
    },
    get busy() {
      return session?.busy ?? false;
    },
    get values() {
      return { ...picture.setup, ...params };
    },
    reached,
    column: (name) => picture.trajectory.column(column(name)),
    recorded(name) {
      let first = 1 + observables.length;
      for (const other of record) {
        const size = sizeOf(manifest, other, picture.setup);
        if (other === name) return picture.trajectory.block(first, size);
        first += size;
      }
      throw new Error(`${manifest.id}: field "${name}" is not recorded`);
    },
    latest: (name) => picture.trajectory.latest[column(name)] as number,
    field(name) {
      const field = picture.fields[name];
      if (!field) throw new Error(`${manifest.id}: field "${name}" is not asked for`);
      return field;
    },
    restart(numbers) {
      start = origin(numbers);
      params = start.params;
      pending = undefined;
      changes = [];
      next = blank(start.setup);
      step = instanceStep = 0;
      isOpen = false;
    },
    change(numbers) {
      params = pending = pick(manifest.params, numbers);
    },
    pull(module, tick, hurry) {
      if (session?.busy || reached(tick)) return;
      session ??= openSession(sessionEvents);
      if (!isOpen) {
        isOpen = true;
        instanceStep = 0;
        session.open({ ...start, module, manifest, changes: [...changes], record, every }, allocate(start.setup));
      }
      if (instanceStep < step) {
        session.pull(step, catchUpBudget);
        return;
      }
      session.pull(tick * every, hurry ? catchUpBudget : liveBudget, pending);
      if (pending) changes.push({ step, params: pending });
      pending = undefined;
    },
    close,
  };
}
