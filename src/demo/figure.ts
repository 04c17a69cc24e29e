/**
 * A figure at run time: its numbers, its clock and its runs. It lives outside the DOM, so an element may be cloned,
 * moved or replaced and find its figure as it was.
 *
 * The clock counts ticks. Playing moves the target; the runs are pulled towards it and never past it; a figure is at
 * the tick that all its runs have reached.
 */
import type { Values } from '../kernel/manifest.ts';
import { type ParamTable, seedSpec } from '../params/spec.ts';
import { createStore, type Store } from '../params/store.ts';
import { createCast, type Surroundings } from './cast.ts';
import { type Demo, demoParams } from './definition.ts';
import type { Run } from './run.ts';

export interface Figure {
  readonly demo: Demo;
  readonly params: ParamTable;
  /** Every number of `params`, and `seed`. */
  readonly store: Store;
  /** Numbers that the visible fragments set; those that no longer do fall back to where they began. */
  fold(numbers: Values): void;
  readonly runs: Readonly<Record<string, Run>>;
  readonly tick: number;
  readonly playing: boolean;
  /** The figure has come to the tick where it rests, or is on its way there without playing. */
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
  /** Runs to `tick`, however long that takes; resolves when it is there, has failed or was sent elsewhere. */
  seek(tick: number): Promise<void>;
  /** Once per animation frame while active: moves the clock by `elapsed` milliseconds and pulls. */
  frame(elapsed: number): void;
  /** Frees the workers; the numbers and the pictures stay. */
  park(): void;
  /** Takes up a kernel that was compiled again. */
  reload(kernel: string): void;
  /** Hears of every change that a view or a control could show. */
  subscribe(listener: () => void): () => void;
}

/** Seconds of playing that the clock may be ahead of the slowest run. */
const lead = 0.1;

/**
 * A figure of `demo` that begins with the numbers of `base`, and with the demo's defaults where that is silent.
 *
 * @throws when the demo names numbers or fields that its kernels do not have.
 */
export function createFigure(demo: Demo, base: Values, surroundings: Surroundings): Figure {
  const params = demoParams(demo, surroundings.manifestOf);
  const initial: Record<string, number> = { seed: seedSpec.default };
  for (const { name, spec } of params.values()) initial[name] = spec.default;
  Object.assign(initial, base);
  const store = createStore(Object.entries(initial));
  const listeners = new Set<() => void>();
  const seekers = new Set<() => void>();
  let target = 0;
  let rest = demo.ticks;
  let playing = false;
  let failure = '';
  let speed = 1;
  let folded: Values = {};

  const changed = () => {
    for (const listener of listeners) listener();
    for (const seeker of seekers) seeker();
  };
  const fail = (message: string) => {
    failure = message;
    playing = false;
    changed();
  };
  const cast = createCast(demo, store.get, surroundings, { changed, failed: fail });
  /** The runs repeat up to the target. */
  const repeat = () => {
    failure = '';
    cast.restart();
  };
  store.subscribe((names) => {
    const isStructural = [...names].some((name) => params.get(name)?.kind !== 'param');
    const isWatched = playing || figure.resting;
    if (demo.onChange === 'rerun' || failure !== '' || !cast.reached(1)) {
      repeat();
    } else if (isStructural) {
      figure.reset();
      playing = isWatched;
    } else {
      cast.change();
      if (figure.resting) {
        rest = target + demo.ticks;
        playing = true;
      }
    }
    changed();
  });

  const figure: Figure = {
    demo,
    params,
    store,
    fold(numbers) {
      const gone = Object.keys(folded).filter((name) => !(name in numbers));
      folded = numbers;
      store.set({ ...Object.fromEntries(gone.map((name) => [name, initial[name] as number])), ...numbers });
    },
    runs: cast.runs,
    get tick() {
      return cast.tick;
    },
    get playing() {
      return playing;
    },
    get resting() {
      return !playing && target >= rest;
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
      target = Math.floor(target);
      changed();
    },
    step() {
      playing = false;
      target = Math.floor(target) + 1;
      changed();
    },
    reset() {
      repeat();
      target = 0;
      rest = demo.ticks;
      changed();
    },
    seek(tick) {
      if (target > tick) repeat();
      playing = false;
      target = tick;
      changed();
      return new Promise((resolve) => {
        const seeker = () => {
          if (!failure && target >= tick && !cast.reached(tick)) return cast.pull(target, true);
          seekers.delete(seeker);
          resolve();
        };
        seekers.add(seeker);
        seeker();
      });
    },
    frame(elapsed) {
      if (failure) return;
      const { tick } = cast;
      const ticksPerSecond = demo.rate * speed;
      const farthest = tick + 1 + lead * ticksPerSecond;
      if (playing) {
        target = Math.max(target, Math.min(target + (ticksPerSecond * elapsed) / 1000, farthest, rest));
        if (cast.reached(rest)) figure.pause();
      }
      cast.pull(Math.floor(target), target > farthest);
    },
    park: cast.park,
    reload(kernel) {
      if (!cast.forget(kernel)) return;
      repeat();
      changed();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return figure;
}
