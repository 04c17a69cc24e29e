/**
 * A figure at run time: its numbers, its clock and its runs. It lives outside the DOM, so an element may be cloned,
 * moved or replaced and find its figure as it was.
 *
 * The clock counts ticks. Playing moves the target; the runs are pulled towards it and never past it; a figure is at
 * the tick that all its runs have reached.
 */
import type { KernelManifest, Values } from '../kernel/manifest.ts';
import { type ParamTable, seedSpec } from '../params/spec.ts';
import { createStore, type Store } from '../params/store.ts';
import { type Demo, demoParams } from './definition.ts';
import { createRun, type OpenSession, type Run } from './run.ts';

/** What a figure needs from the page; a test gives it a fake kernel and no worker. */
export interface Surroundings {
  manifestOf(kernel: string): KernelManifest;
  moduleOf(kernel: string): Promise<WebAssembly.Module>;
  openSession: OpenSession;
}

export interface Figure {
  readonly demo: Demo;
  readonly params: ParamTable;
  /** Every number of `params`, and `seed`. */
  readonly store: Store;
  /** Numbers that the visible fragments set; those that no longer do fall back to where they began. */
  fold(numbers: Readonly<Record<string, number>>): void;
  readonly runs: Readonly<Record<string, Run>>;
  readonly tick: number;
  readonly playing: boolean;
  /** The figure has come to the tick where it rests. */
  readonly resting: boolean;
  /** What went wrong, naming kernel, step and parameter; empty while all is well. */
  readonly failure: string;
  speed: number;
  play(): void;
  pause(): void;
  /** Pauses and takes one tick more. */
  step(): void;
  /** Back to tick 0 with the same numbers; goes on playing if it played. */
  reset(): void;
  /** Runs to `tick`, however long that takes, and resolves when it is there or has failed. */
  seek(tick: number): Promise<void>;
  /** Once per animation frame while active: moves the clock by `elapsed` milliseconds and pulls. */
  frame(elapsed: number): void;
  /** Frees the workers; the numbers and the trajectories stay. */
  park(): void;
  /** Takes up a kernel that was compiled again. */
  reload(kernel: string): void;
  /** Hears of every change that a view or a control could show. */
  subscribe(listener: () => void): () => void;
}

/** Milliseconds of computing per pull: an answer within one frame while playing, long strides while catching up. */
const liveBudget = 8;
const catchUpBudget = 40;

/** A figure of `demo` that begins with the numbers of `base`, and with the demo's defaults where that is silent. */
export function createFigure(demo: Demo, base: Values, { manifestOf, moduleOf, openSession }: Surroundings): Figure {
  const params = demoParams(demo, manifestOf);
  const initial: Record<string, number> = { seed: seedSpec.default };
  for (const { name, spec } of params.values()) initial[name] = spec.default;
  Object.assign(initial, base);
  const store = createStore(Object.entries(initial));
  const listeners = new Set<() => void>();
  const modules = new Map<string, WebAssembly.Module>();
  const requested = new Set<string>();
  const seekers = new Set<() => void>();
  let target = 0;
  let rest = demo.ticks;
  let playing = false;
  let failure = '';
  let speed = 1;
  let folded: Values = {};
  let dirty: 'restart' | 'change' | undefined = 'restart';

  const changed = () => {
    for (const listener of [...listeners]) listener();
    for (const seeker of [...seekers]) seeker();
  };
  const fail = (message: string) => {
    failure = message;
    playing = false;
    changed();
  };
  const load = (kernel: string) => {
    requested.add(kernel);
    const arrived = (module: WebAssembly.Module) => {
      modules.set(kernel, module);
      changed();
    };
    moduleOf(kernel).then(arrived, (error: unknown) => {
      requested.delete(kernel);
      fail(error instanceof Error ? error.message : String(error));
    });
  };
  const cast = Object.entries(demo.runs).map(([name, definition]) => {
    const { kernel } = definition;
    const events = { advanced: changed, failed: fail };
    return { name, kernel, run: createRun(definition, manifestOf(kernel), openSession, events) };
  });
  const loadAll = () => {
    for (const { kernel } of cast) if (!requested.has(kernel)) load(kernel);
  };
  const number = (name: string) => store.get(name);
  const tick = () => cast.reduce((least, { run }) => Math.min(least, run.tick), Number.POSITIVE_INFINITY);
  /** A pull must not begin before the numbers of this moment are in the runs. */
  const settle = () => {
    if (dirty === 'restart') for (const { run } of cast) run.restart(store.get('seed'), number);
    else if (dirty === 'change') for (const { run } of cast) run.change(number);
    dirty = undefined;
  };
  settle();

  const restart = () => {
    failure = '';
    dirty = 'restart';
  };
  store.subscribe((names) => {
    const structural = [...names].some((name) => params.get(name)?.kind !== 'param');
    const reached = tick();
    if (structural) {
      restart();
      target = 0;
      rest = demo.ticks;
    } else if (demo.onChange === 'rerun' || failure) {
      restart();
      target = Math.max(reached, Math.min(target, rest));
    } else {
      dirty ??= 'change';
      if (reached >= rest) {
        rest = reached + demo.ticks;
        playing = reached > 0;
      }
    }
    changed();
  });

  const pull = (budget: number) => {
    settle();
    for (const { kernel, run } of cast) {
      const module = modules.get(kernel);
      if (module) run.pull(module, Math.floor(target), budget);
    }
  };

  const figure: Figure = {
    demo,
    params,
    store,
    fold(numbers) {
      const gone = Object.keys(folded).filter((name) => !(name in numbers));
      folded = numbers;
      store.set({ ...Object.fromEntries(gone.map((name) => [name, initial[name] as number])), ...numbers });
    },
    runs: Object.fromEntries(cast.map(({ name, run }) => [name, run])),
    get tick() {
      return tick();
    },
    get playing() {
      return playing;
    },
    get resting() {
      return tick() >= rest;
    },
    get failure() {
      return failure;
    },
    get speed() {
      return speed;
    },
    set speed(value) {
      speed = value;
      changed();
    },
    play() {
      if (failure || figure.resting) figure.reset();
      playing = true;
      changed();
    },
    pause() {
      playing = false;
      target = tick();
      changed();
    },
    step() {
      playing = false;
      target = tick() + 1;
      rest = Math.max(rest, target);
      changed();
    },
    reset() {
      restart();
      target = 0;
      rest = demo.ticks;
      changed();
    },
    seek(to) {
      loadAll();
      target = to;
      rest = Math.max(rest, to);
      return new Promise((resolve) => {
        const seeker = () => {
          if (!failure && tick() < to) return pull(catchUpBudget);
          seekers.delete(seeker);
          resolve();
        };
        seekers.add(seeker);
        seeker();
      });
    },
    frame(elapsed) {
      if (failure) return;
      loadAll();
      const reached = tick();
      if (playing) {
        const lead = 1 + demo.rate * speed * 0.1;
        target = Math.min(Math.max(target, reached) + (demo.rate * speed * elapsed) / 1000, reached + lead, rest);
        if (reached >= rest) figure.pause();
      }
      const behind = Math.floor(target) - reached;
      pull(behind > 1 + (demo.rate * speed) / 10 ? catchUpBudget : liveBudget);
    },
    park() {
      for (const { run } of cast) run.close();
    },
    reload(kernel) {
      if (!cast.some((member) => member.kernel === kernel)) return;
      modules.delete(kernel);
      requested.delete(kernel);
      figure.reset();
      playing = true;
      loadAll();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return figure;
}
