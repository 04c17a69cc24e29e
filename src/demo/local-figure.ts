/**
 * A figure whose runs are computed by workers of this window.
 *
 * The clock counts ticks. Playing moves the target; the runs are pulled towards it and never past it; a figure is at
 * the tick that all its runs have reached.
 */
import type { Values } from '../kernel/manifest.ts';
import { createStore } from '../params/store.ts';
import { createCast, type Surroundings } from './cast.ts';
import { type Demo, demoParams, initialNumbers } from './definition.ts';
import type { Figure } from './figure.ts';
import { numbersAfter } from './history.ts';
import type { Run } from './run.ts';

export interface LocalFigure extends Figure {
  readonly runs: Readonly<Record<string, Run>>;
}

/** Seconds of playing that the clock may be ahead of the slowest run. */
const lead = 0.1;

/**
 * A figure of `demo` that begins with the numbers of `base`, and with the demo's defaults where that is silent.
 *
 * @throws when the demo names numbers or fields that its kernels do not have.
 */
export function createFigure(demo: Demo, base: Values, surroundings: Surroundings): LocalFigure {
  const params = demoParams(demo, surroundings.manifestOf);
  const initial = initialNumbers(params, base);
  const store = createStore(Object.entries(initial));
  const listeners = new Set<() => void>();
  const seekers = new Set<() => void>();
  let target = 0;
  /** The tick of the state into which the figure was put. */
  let restored = 0;
  let playing = false;
  let failure = '';
  /** It played when it failed: with other numbers it plays on. */
  let wasPlaying = false;
  let speed = 1;
  let begun = false;
  let folded: Values = {};
  /** The figure was put into a state which has what the visible fragments say in it. */
  let isFolded = false;
  let isRestoring = false;

  const changed = () => {
    for (const listener of listeners) listener();
    for (const seeker of seekers) seeker();
  };
  const fail = (message: string) => {
    if (failure === '') wasPlaying = playing;
    failure = message;
    playing = false;
    changed();
  };
  const cast = createCast(demo, () => Object.fromEntries(store.entries()), surroundings, { changed, failed: fail });
  /** The runs repeat up to the target. */
  const repeat = () => {
    failure = '';
    restored = 0;
    cast.restart();
  };
  /** The tick where the figure rests: what a change makes of it is shown as long as the figure itself. */
  const rest = () => Math.max(restored, (cast.history.changes.at(-1)?.tick ?? 0) + demo.ticks);
  store.subscribe((names) => {
    if (isRestoring) return;
    const isStructural = [...names].some((name) => params.get(name)?.kind !== 'param');
    const isWatched = playing || figure.resting;
    if (demo.onChange === 'rerun' || failure !== '' || !cast.reached(1)) {
      playing ||= failure !== '' && wasPlaying;
      repeat();
    } else if (isStructural) {
      figure.reset();
      playing = isWatched;
    } else {
      playing = isWatched;
      cast.change();
    }
    changed();
  });

  const figure: LocalFigure = {
    demo,
    params,
    store,
    initial,
    runs: cast.runs,
    get tick() {
      return cast.tick;
    },
    get playing() {
      return playing;
    },
    get resting() {
      return !playing && target >= rest();
    },
    get begun() {
      return begun;
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
      playing = begun = true;
      changed();
    },
    pause() {
      playing = false;
      target = Math.floor(target);
      changed();
    },
    step() {
      playing = false;
      begun = true;
      target = Math.floor(target) + 1;
      changed();
    },
    reset() {
      repeat();
      target = 0;
      changed();
    },
    fold(numbers) {
      const [now, before] = [JSON.stringify(numbers), JSON.stringify(folded)];
      const gone = Object.keys(folded).filter((name) => !(name in numbers));
      folded = numbers;
      if (isFolded || now === before) isFolded = false;
      else store.set({ ...Object.fromEntries(gone.map((name) => [name, initial[name] as number])), ...numbers });
    },
    state() {
      const { history } = cast;
      const tick = playing && demo.onChange === 'continue' ? cast.tick : Math.floor(target);
      return { ...history, tick: Math.max(tick, history.changes.at(-1)?.tick ?? 0) };
    },
    restore(state) {
      isRestoring = true;
      store.set(numbersAfter(state));
      isRestoring = false;
      failure = '';
      cast.restart(state);
      playing = false;
      begun = isFolded = true;
      target = state.tick;
      restored = state.tick;
      changed();
    },
    seek(tick) {
      if (target > tick) repeat();
      playing = false;
      begun = true;
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
        target = Math.max(target, Math.min(target + (ticksPerSecond * elapsed) / 1000, farthest, rest()));
        if (cast.reached(rest())) figure.pause();
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
