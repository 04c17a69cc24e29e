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
    return { name, slider };
  });
  element.append(createTail(actions));
  const clocks = Object.entries(figure.runs).map(([name, run]) => ({ run, every: demo.runs[name]?.stepsPerTick ?? 1 }));
  /** The model time of the run that is behind the others. */
  const timeNow = (): number => {
    let least = Number.POSITIVE_INFINITY;
    let t = Number.NaN;
    for (const { run, every } of clocks) {
      if (run.step / every >= least) continue;
      least = run.step / every;
      t = run.latest('t');
    }
    return t;
  };
  let preset: string | undefined;
  let version = -1;
  const showNumbers = () => {
    version = store.version;
    preset = presentPreset(figure);
    for (const { name, slider } of sliders) slider.show(store.get(name));
  };
  return {
    element,
    show() {
      if (store.version !== version) showNumbers();
      const t = timeNow();
      const time = Number.isNaN(t) ? '' : `t = ${Number.isInteger(t) ? t : t.toFixed(2)}`;
      const { playing, resting, speed } = figure;
      transport.show({ playing, resting, speed, seed: store.get('seed'), preset, time });
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
