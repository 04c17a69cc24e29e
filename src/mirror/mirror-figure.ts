/**
 * A figure of the speaker's pane: it shows what the audience's window computes and passes on what the speaker does.
 * Numbers that the speaker moves are shown at once, and the audience's count again as soon as it has heard of them.
 */
import type { Demo } from '../demo/definition.ts';
import { demoParams, initialNumbers, manifestOfRun } from '../demo/definition.ts';
import type { Figure } from '../demo/figure.ts';
import type { FigureState } from '../demo/history.ts';
import { blankPicture, type Picture, viewOf } from '../demo/picture.ts';
import type { RunView } from '../demo/view.ts';
import type { KernelManifest, Values } from '../kernel/manifest.ts';
import { createStore } from '../params/store.ts';
import type { Line } from './line.ts';
import type { FigureNews, Known, RunNews, ToAudience } from './protocol.ts';

interface MirroredRun {
  readonly view: RunView;
  readonly known: Known;
  take(news: RunNews): void;
  forget(): void;
}

export function createMirror(
  key: string,
  demo: Demo,
  base: Values,
  manifestOf: (kernel: string) => KernelManifest,
  line: Line,
): Figure {
  const params = demoParams(demo, manifestOf);
  const initial = initialNumbers(params, base);
  const store = createStore(Object.entries(initial));
  const mirrored = Object.fromEntries(
    Object.entries(demo.runs).map(([name, run]) => [name, createRun(run, manifestOfRun(run, manifestOf), initial)]),
  );
  const listeners = new Set<() => void>();
  let news: FigureNews | undefined;
  let version = -1;
  let isAsking = false;
  let isTaking = false;
  /** Sets of numbers that were sent. */
  let count = 0;
  let speed = 1;

  const changed = () => {
    for (const listener of listeners) listener();
  };
  const send = (message: ToAudience) => line.post(message);
  store.subscribe((names) => {
    if (isTaking) return;
    const numbers = Object.fromEntries([...names].map((name) => [name, store.get(name)]));
    send({ type: 'set', figure: key, numbers, count: ++count });
    changed();
  });

  function take(next: FigureNews): void {
    news = next;
    isAsking = false;
    ({ version, speed } = next);
    for (const [name, run] of Object.entries(next.runs)) mirrored[name]?.take(run);
    isTaking = true;
    if (next.count === count) store.set(next.numbers);
    isTaking = false;
    changed();
  }
  line.subscribe((message) => {
    if (message.type === 'news' && message.figure === key) take(message.news);
    if (message.type !== 'welcome') return;
    version = -1;
    count = 0;
    isAsking = false;
    for (const run of Object.values(mirrored)) run.forget();
  });

  const act = (action: 'play' | 'pause' | 'step' | 'reset') => () => send({ type: 'do', figure: key, action });
  const nothing = () => {};
  return {
    demo,
    params,
    store,
    initial,
    runs: Object.fromEntries(Object.entries(mirrored).map(([name, { view }]) => [name, view])),
    get tick() {
      return news?.tick ?? 0;
    },
    get playing() {
      return news?.playing ?? false;
    },
    get resting() {
      return news?.resting ?? false;
    },
    get failure() {
      return news?.failure ?? '';
    },
    begun: true,
    get speed() {
      return speed;
    },
    set speed(value) {
      speed = value;
      send({ type: 'speed', figure: key, speed });
    },
    play: act('play'),
    pause: act('pause'),
    step: act('step'),
    reset: act('reset'),
    state: (): FigureState => news?.state ?? { start: Object.fromEntries(store.entries()), changes: [], tick: 0 },
    frame() {
      if (isAsking) return;
      isAsking = true;
      const known = Object.fromEntries(Object.entries(mirrored).map(([name, run]) => [name, run.known]));
      send({ type: 'ask', figure: key, version, runs: known });
    },
    // The audience's window folds its fragments, follows its links and computes by itself.
    fold: nothing,
    restore: nothing,
    seek: async () => {},
    park: nothing,
    reload: nothing,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function createRun(definition: Demo['runs'][string], manifest: KernelManifest, initial: Values): MirroredRun {
  let picture: Picture = blankPicture(definition, manifest, initial);
  let known: Known = { picture: -1, step: -1 };
  let values: Values = initial;
  const view = viewOf(definition, manifest, {
    get picture() {
      return picture;
    },
    get step() {
      return Math.max(0, known.step);
    },
    get values() {
      return values;
    },
  });
  return {
    view,
    get known() {
      return known;
    },
    take(news) {
      if (news.picture !== known.picture) picture = blankPicture(definition, manifest, news.setup);
      const { trajectory, fields } = picture;
      trajectory.append(news.rows, news.rows.length / trajectory.latest.length);
      for (const [name, field] of Object.entries(news.fields)) fields[name]?.set(field);
      known = { picture: news.picture, step: trajectory.length > 0 ? (trajectory.latest[0] as number) : -1 };
      ({ values } = news);
    },
    forget() {
      known = { picture: -1, step: -1 };
    },
  };
}
