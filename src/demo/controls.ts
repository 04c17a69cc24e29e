/** The control strip of a figure: the transport, a slider for each number that the demo shows, link and explanation. */
import { iconButton, setIcon } from '../controls/icon.ts';
import { createSlider } from '../controls/slider.ts';
import { createTransport } from '../controls/transport.ts';
import { texOf } from '../plot/tex.ts';
import type { Figure } from './figure.ts';
import { applyPreset, moves, presentPreset } from './moves.ts';

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
  const sliders = names.map((name) => {
    const param = params.get(name);
    if (!param) throw new Error(`control "${name}" is not a number of the demo: ${[...params.keys()].join(', ')}`);
    const slider = createSlider({
      name,
      spec: param.spec,
      label: texOf(param.spec.symbol),
      marks: demo.marks?.[name] ?? [],
      exact: full,
      onInput: (value) => store.set({ [name]: value }),
    });
    element.append(slider.element);
    return { name, slider, shown: Number.NaN };
  });
  element.append(createTail(actions));
  /** The model time of the run that is behind the others. */
  const timeNow = (): number => {
    let [least, t] = [Number.POSITIVE_INFINITY, Number.NaN];
    for (const [name, run] of Object.entries(figure.runs)) {
      const tick = run.step / (demo.runs[name]?.stepsPerTick ?? 1);
      if (tick < least) [least, t] = [tick, run.latest('t')];
    }
    return t;
  };
  return {
    element,
    show() {
      const t = timeNow();
      const time = Number.isNaN(t) ? '' : `t = ${Number.isInteger(t) ? t : t.toFixed(2)}`;
      const { playing, resting, speed } = figure;
      transport.show({ playing, resting, speed, seed: store.get('seed'), preset: presentPreset(figure), time });
      for (const entry of sliders) {
        const value = store.get(entry.name);
        if (Object.is(value, entry.shown)) continue;
        entry.shown = value;
        entry.slider.show(value);
      }
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
