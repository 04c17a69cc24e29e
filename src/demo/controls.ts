/** The control strip of a figure: the transport, a slider for each number that the demo shows, link and explanation. */
import { iconButton, setIcon } from '../controls/icon.ts';
import { createSlider } from '../controls/slider.ts';
import { createSwitch } from '../controls/switch.ts';
import { createTransport } from '../controls/transport.ts';
import { texOf } from '../plot/tex.ts';
import { stepsPerTickOf } from './definition.ts';
import type { Figure } from './figure.ts';
import { applyPreset, moves, presentPreset } from './moves.ts';
import { followProgress, progressText } from './progress.ts';

/** What a person can ask of the element that holds the strip. */
export interface Actions {
  /** Copies a link to the figure as it is. False when the browser forbids that. */
  copyLink(): Promise<boolean>;
  /** Shows what the figure is, and what can be taken from it. */
  explain(): void;
}

export interface StripOptions {
  /** All numbers, to be typed too, instead of the demo's choice. */
  readonly full: boolean;
  /** Names of controls that are left out. */
  readonly hidden: readonly string[];
}

/** How long the button says that the link was copied, ms. */
const thanks = 2000;

export function createControls(
  figure: Figure,
  actions: Actions,
  { full, hidden }: StripOptions,
): { element: HTMLElement; show(): void } {
  const { demo, params, store } = figure;
  const element = document.createElement('div');
  element.className = 'control-strip';
  const transport = createTransport(
    {
      toggle: () => moves.toggle(figure),
      step: () => moves.step(figure),
      reset: () => moves.reset(figure),
      newSeed: () => moves.newSeed(figure),
      speed: (factor) => {
        figure.speed = factor;
      },
      preset: (name) => applyPreset(figure, name),
    },
    { presets: Object.keys(demo.presets ?? {}), hidden },
  );
  element.append(transport.element);
  const names = (full ? [...params.keys()] : demo.controls).filter((name) => !hidden.includes(name));
  const controls = names.map((name) => {
    const param = params.get(name);
    if (!param) throw new Error(`control "${name}" is not a number of the demo: ${[...params.keys()].join(', ')}`);
    const { spec } = param;
    const onInput = (value: number) => store.set({ [name]: value });
    const control = spec.words
      ? createSwitch({ name, spec, words: spec.words, onInput })
      : createSlider({
          name,
          spec,
          label: texOf(spec.symbol),
          marks: demo.marks?.[name] ?? [],
          exact: full,
          onInput,
        });
    element.append(control.element);
    return { name, control };
  });
  element.append(createTail(actions));
  const progress = followProgress(figure, () => performance.now());
  const bar = document.createElement('progress');
  bar.setAttribute('aria-label', 'Seeds of the sweep');
  if (progress) element.prepend(bar);
  const clocks = Object.entries(demo.runs).flatMap(([name, run]) => {
    const seen = figure.runs[name];
    return seen ? [{ run: seen, every: stepsPerTickOf(run) }] : [];
  });
  const leader = clocks.find(({ run }) => run.has('t'));
  /** Where the first run with a time was when it had come as far as the slowest, or how far the sweeps are. */
  const timeNow = (): string => {
    if (progress) {
      const now = progress();
      if (bar.max !== now.total) bar.max = now.total;
      if (bar.value !== now.done) bar.value = now.done;
      return progressText(now);
    }
    if (!leader || leader.run.length === 0) return '';
    let tick = Number.POSITIVE_INFINITY;
    for (const { run, every } of clocks) tick = Math.min(tick, run.step / every);
    const steps = leader.run.column('step');
    let row = leader.run.length - 1;
    while (row > 0 && (steps[row] as number) > tick * leader.every) --row;
    return timeText(leader.run.column('t'), row);
  };
  let preset: string | undefined;
  let version = -1;
  const showNumbers = () => {
    version = store.version;
    preset = presentPreset(figure);
    for (const { name, control } of controls) control.show(store.get(name));
  };
  return {
    element,
    show() {
      if (store.version !== version) showNumbers();
      const { playing, resting, speed } = figure;
      transport.show({ playing, resting, speed, seed: store.get('seed'), preset, time: timeNow() });
    },
  };
}

/** What stands at the end of the strip. */
function createTail(actions: Actions): HTMLElement {
  const tail = document.createElement('div');
  tail.className = 'control tail';
  const label = 'Copy a link to this state';
  const link = iconButton('link', label, async () => {
    const isCopied = await actions.copyLink();
    setIcon(link, isCopied ? 'done' : 'link', isCopied ? 'Link copied' : 'The browser does not allow copying');
    setTimeout(() => setIcon(link, 'link', label), thanks);
  });
  tail.append(
    link,
    iconButton('about', 'What am I looking at?', () => actions.explain()),
  );
  return tail;
}

/** The time of a row: two digits, more where it takes them to tell it from the row before, at most four. */
function timeText(times: ArrayLike<number>, row: number): string {
  const t = times[row] as number;
  if (Number.isInteger(t)) return `t = ${t}`;
  const gap = t - (times[row - 1] ?? 0);
  const digits = gap > 0 ? Math.ceil(-Math.log10(gap) - 1e-9) : 0;
  return `t = ${t.toFixed(Math.min(4, Math.max(2, digits)))}`;
}
