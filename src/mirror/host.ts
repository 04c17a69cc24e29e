/** The audience's half of a mirror: answers a pane about the figures of this window, and lets it steer them. */
import type { LocalFigure } from '../demo/local-figure.ts';
import type { Run } from '../demo/run.ts';
import { type FigureNews, hello, type Known, type RunNews, type ToAudience, type ToPane } from './protocol.ts';

export interface HostEvents {
  figureOf(key: string): LocalFigure | undefined;
  /** The speaker has pressed a key of the deck. */
  pressed(keyCode: number): void;
  /** The speaker has gone to that slide and fragment. */
  went(to: readonly [h: number, v: number, fragment?: number]): void;
  /** The speaker points to a place of the slide, as fractions of it, or to none. */
  pointed(at?: readonly [x: number, y: number]): void;
}

/** Milliseconds in which changes of a figure are gathered into one answer. */
const gather = 12;

/** Takes in the panes that call, each on a port of its own; other decks have other windows, so nobody else hears. */
export function hostPanes(events: HostEvents): void {
  const ports = new Set<MessagePort>();
  window.addEventListener('message', ({ data, origin, ports: [port] }) => {
    const isOwn = origin === location.origin || (location.protocol === 'file:' && origin === 'null');
    if (data !== hello || !isOwn || !port) return;
    ports.add(port);
    serve(port, events);
  });
  window.addEventListener('pagehide', () => {
    for (const port of ports) port.postMessage({ type: 'bye' } satisfies ToPane);
  });
}

/** What is under way about one figure. */
interface Watch {
  version: number;
  count: number;
  ask?: Extract<ToAudience, { type: 'ask' }>;
  timer?: ReturnType<typeof setTimeout>;
}

function serve(port: MessagePort, { figureOf, pressed, went, pointed }: HostEvents): void {
  const watches = new Map<string, Watch>();
  const post = (message: ToPane) => port.postMessage(message);

  function watch(key: string, figure: LocalFigure): Watch {
    const known = watches.get(key);
    if (known) return known;
    const fresh: Watch = { version: 0, count: 0 };
    watches.set(key, fresh);
    figure.subscribe(() => {
      fresh.version++;
      if (fresh.ask) schedule(key, figure, fresh);
    });
    return fresh;
  }

  function schedule(key: string, figure: LocalFigure, watched: Watch): void {
    watched.timer ??= setTimeout(() => {
      delete watched.timer;
      const { ask, version, count } = watched;
      if (!ask) return;
      delete watched.ask;
      post({ type: 'news', figure: key, news: { ...newsOf(figure, ask.runs), version, count } });
    }, gather);
  }

  port.onmessage = ({ data }: MessageEvent<ToAudience>) => {
    if (data.type === 'point') return pointed(data.at);
    if (data.type === 'key') return pressed(data.keyCode);
    if (data.type === 'go') return went(data.to);
    const figure = figureOf(data.figure);
    if (!figure) return;
    const watched = watch(data.figure, figure);
    if (data.type === 'ask') {
      watched.ask = data;
      if (data.version !== watched.version) schedule(data.figure, figure, watched);
    } else if (data.type === 'set') {
      watched.count = data.count;
      figure.store.set(data.numbers);
    } else if (data.type === 'speed') {
      figure.speed = data.speed;
    } else {
      figure[data.action]();
    }
  };
  post({ type: 'welcome' });
}

function newsOf(figure: LocalFigure, known: Readonly<Record<string, Known>>): Omit<FigureNews, 'version' | 'count'> {
  const { tick, playing, resting, failure, speed, store } = figure;
  const runs = Object.entries(figure.runs).map(([name, run]) => [name, runNews(run, known[name])]);
  const numbers = Object.fromEntries(store.entries());
  return { numbers, tick, playing, resting, failure, speed, state: figure.state(), runs: Object.fromEntries(runs) };
}

function runNews({ picture, pictures, values, step }: Run, known: Known | undefined): RunNews {
  const { setup, trajectory, fields } = picture;
  const from = known?.picture === pictures ? known.step : -1;
  return { picture: pictures, setup, values, step, rows: trajectory.since(from), fields };
}
