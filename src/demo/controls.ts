/** The control strip of a figure: the transport and a slider for each number that the demo shows. */
import { createSlider } from '../controls/slider.ts';
import { createTransport } from '../controls/transport.ts';
import { texOf } from '../plot/tex.ts';
import type { Figure } from './figure.ts';

/** What a person can ask of the element that holds the strip. */
export interface Actions {
  toggle(): void;
  step(): void;
  reset(): void;
  newSeed(): void;
  hasAttribute(name: string): boolean;
}

export function createControls(figure: Figure, actions: Actions): { element: HTMLElement; show(): void } {
  const { demo, params, store } = figure;
  const full = actions.hasAttribute('full');
  const element = document.createElement('div');
  element.className = 'control-strip';
  const transport = createTransport({
    toggle: () => actions.toggle(),
    step: () => actions.step(),
    reset: () => actions.reset(),
    newSeed: () => actions.newSeed(),
    speed: (factor) => {
      figure.speed = factor;
    },
  });
  element.append(transport.element);
  const names = full ? [...params.keys()] : demo.controls;
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
  const [clock] = Object.values(figure.runs);
  return {
    element,
    show() {
      const t = clock?.latest('t') ?? Number.NaN;
      const time = Number.isNaN(t) ? '' : `t = ${Number.isInteger(t) ? t : t.toFixed(2)}`;
      const { playing, resting, speed } = figure;
      transport.show({ playing, resting, speed, seed: store.get('seed'), time });
      for (const entry of sliders) {
        const value = store.get(entry.name);
        if (Object.is(value, entry.shown)) continue;
        entry.shown = value;
        entry.slider.show(value);
      }
    },
  };
}
