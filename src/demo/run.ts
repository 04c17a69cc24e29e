/**
 * One kernel of a figure: the identity of its run (seed, setup, parameters over steps), the session that computes it
 * while somebody looks, and the trajectory that stays when nobody does. A run that was closed goes on where it was: a
 * new instance replays the same parameter history, and the rows that are known already pass by.
 */
import { allocateField, type FieldArray } from '../kernel/instance.ts';
import { type KernelManifest, sizeOf, type Values } from '../kernel/manifest.ts';
import type { Session, SessionEvents } from '../session/client.ts';
import type { Change } from '../session/protocol.ts';
import { createTrajectory, type Trajectory } from '../session/trajectory.ts';
import type { DemoRun } from './definition.ts';
import type { RunView } from './view.ts';

export type OpenSession = (events: SessionEvents) => Session;
export type Numbers = (name: string) => number;

export interface Run extends RunView {
  /** Ticks of the figure's clock that this run has completed. */
  readonly tick: number;
  /** Forgets everything and begins again with these numbers and this seed. */
  restart(seed: number, numbers: Numbers): void;
  /** New live parameters from the present step on. */
  change(numbers: Numbers): void;
  /** Asks for steps up to `tick` unless an answer is still out; opens an instance where there is none. */
  pull(module: WebAssembly.Module, tick: number, budget: number): void;
  /** Frees the worker; the trajectory stays. */
  close(): void;
}

export function createRun(
  definition: DemoRun,
  manifest: KernelManifest,
  openSession: OpenSession,
  events: { advanced(): void; failed(message: string): void },
): Run {
  const every = definition.stepsPerTick ?? 1;
  const record = definition.record ?? [];
  const observables = Object.keys(manifest.observables);
  let seed = 0;
  let setup: Values = {};
  /** Parameters at step 0, now, and now but not yet sent. */
  let first: Values = {};
  let params: Values = {};
  let pending: Values | undefined;
  let changes: Change[] = [];
  /** Step the run has reached, and step of the present instance, which is behind during a replay. */
  let step = 0;
  let instanceStep = 0;
  let instance: 'none' | 'open' = 'none';
  let session: Session | undefined;
  let trajectory: Trajectory = createTrajectory(1 + observables.length, every);
  let fields: Record<string, FieldArray> = {};

  const pick = (names: Readonly<Record<string, unknown>>, numbers: Numbers): Values =>
    Object.fromEntries(Object.keys(names).map((name) => [name, definition.fixed?.[name] ?? numbers(name)]));
  const column = (name: string): number => {
    const k = name === 'step' ? 0 : 1 + observables.indexOf(name);
    if (k === 0 && name !== 'step') throw new Error(`${manifest.id}: no observable "${name}"`);
    return k;
  };
  const allocate = () =>
    Object.fromEntries((definition.fields ?? []).map((name) => [name, allocateField(manifest, name, setup)]));

  const sessionEvents: SessionEvents = {
    rows(answer) {
      trajectory.append(answer.buffer, answer.rows);
      instanceStep = answer.step;
      step = Math.max(step, instanceStep);
      for (const [name, lent] of Object.entries(answer.fields)) fields[name]?.set(lent);
      events.advanced();
    },
    failed(message) {
      close();
      events.failed(message);
    },
  };
  const close = () => {
    session?.close();
    session = undefined;
    instance = 'none';
  };

  return {
    get length() {
      return trajectory.length;
    },
    get step() {
      return step;
    },
    get tick() {
      return Math.floor(step / every);
    },
    get values() {
      return { ...setup, ...params };
    },
    column: (name) => trajectory.column(column(name)),
    recorded(name) {
      let start = 1 + observables.length;
      for (const other of record) {
        const size = sizeOf(manifest, other, setup);
        if (other === name) return trajectory.block(start, size);
        start += size;
      }
      throw new Error(`${manifest.id}: field "${name}" is not recorded`);
    },
    latest: (name) => trajectory.latest[column(name)] as number,
    field(name) {
      const field = fields[name];
      if (!field) throw new Error(`${manifest.id}: field "${name}" is not asked for`);
      return field;
    },
    restart(nextSeed, numbers) {
      seed = nextSeed;
      setup = pick(manifest.setup, numbers);
      first = params = pick(manifest.params, numbers);
      pending = undefined;
      changes = [];
      step = 0;
      instance = 'none';
      fields = allocate();
      const width = record.reduce((sum, name) => sum + sizeOf(manifest, name, setup), 1 + observables.length);
      trajectory = createTrajectory(width, every);
    },
    change(numbers) {
      params = pending = pick(manifest.params, numbers);
    },
    pull(module, tick, budget) {
      if (session?.busy) return;
      session ??= openSession(sessionEvents);
      if (instance === 'none') {
        instance = 'open';
        instanceStep = 0;
        session.open(
          { module, manifest, seed, setup, params: first, changes: [...changes], record, every },
          allocate(),
        );
        return;
      }
      const caughtUp = instanceStep === step;
      const until = caughtUp ? Math.max(tick * every, step) : step;
      if (session.pull(until, budget, caughtUp ? pending : undefined) && caughtUp && pending) {
        changes.push({ step, params: pending });
        pending = undefined;
      }
    },
    close,
  };
}
