/**
 * What the page shows of a figure: the view on its stage, the control strip under it, the failure if there is one, and
 * a sentence for those who do not see it.
 */

import { setText } from '../controls/element.ts';
import { fractionOf, valueAt } from '../controls/slider.ts';
import type { Param } from '../params/spec.ts';
import { type Actions, createControls, type StripOptions } from './controls.ts';
import type { Figure } from './figure.ts';
import type { Stage, View } from './view.ts';

export interface Face {
  /** While true, changes of the figure are not painted. */
  held: boolean;
  paint(): void;
  destroy(): void;
}

export interface FaceOptions extends StripOptions {
  /** Behind words: without a strip of controls. */
  readonly background: boolean;
}

/** A screen reader hears of a running figure once in this many milliseconds. */
const announceEvery = 1000;

/**
 * Puts the figure into `host`, and paints it after every change, once per animation frame at most. What the view throws
 * while it paints goes to `broken`. `host` has the class `painted` as soon as there is more to see than empty axes.
 */
export function createFace(
  host: HTMLElement & Actions,
  figure: Figure,
  view: View,
  options: FaceOptions,
  broken: (error: unknown) => void,
): Face {
  const { demo } = figure;
  const stage = part('div', 'stage', { role: 'img', 'aria-label': demo.alt });
  const failure = part('p', 'failure', { role: 'alert' });
  const status = part('p', 'status', { role: 'status' });
  const controls = options.background ? undefined : createControls(figure, host, options);
  const frame = part('div', 'frame', {});
  frame.append(stage, ...(controls ? [controls.element] : []), failure, status);
  host.querySelector(':scope > .frame')?.remove();
  host.prepend(frame);
  const painter = view(stageOn(stage, figure, options));
  let announced = Number.NEGATIVE_INFINITY;
  let scheduled = 0;

  function announce(): void {
    const now = performance.now();
    if (figure.tick === 0 || (figure.playing && now - announced < announceEvery)) return;
    announced = now;
    setText(status, painter.summary(figure.runs));
  }
  function paint(): void {
    try {
      painter.paint(figure.runs);
      controls?.show();
      host.classList.toggle('playing', figure.playing);
      host.classList.toggle(
        'painted',
        Object.values(figure.runs).every(({ length }) => length > 0),
      );
      host.classList.toggle('failed', figure.failure !== '');
      setText(failure, figure.failure && `${figure.failure}. ${demo.alt}`);
      announce();
    } catch (error) {
      broken(error);
    }
  }
  const unsubscribe = figure.subscribe(() => {
    if (scheduled || face.held) return;
    scheduled = requestAnimationFrame(() => {
      scheduled = 0;
      if (!face.held) paint();
    });
  });
  const face: Face = {
    held: false,
    paint,
    destroy() {
      unsubscribe();
      cancelAnimationFrame(scheduled);
      painter.destroy();
      frame.remove();
    },
  };
  return face;
}

function part(tag: 'div' | 'p', className: string, attributes: Readonly<Record<string, string>>): HTMLElement {
  const node = document.createElement(tag);
  node.className = className;
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}

function stageOn(element: HTMLElement, figure: Figure, { background }: FaceOptions): Stage {
  const { demo, params, store } = figure;
  return {
    isBackground: background,
    panel(area) {
      const panel = part('div', 'panel', {});
      panel.style.setProperty('--area', area);
      element.append(panel);
      return panel;
    },
    grid(template) {
      element.style.setProperty('--grid', template);
    },
    move(numbers) {
      const settled = Object.entries(numbers).map(([name, value]) => {
        const { spec } = params.get(name) as Param;
        return [name, valueAt(spec, fractionOf(spec, value), 5)];
      });
      const { version } = store;
      store.set(Object.fromEntries(settled));
      // A paused figure shows what a hand does to it.
      const isPaused = figure.begun && !figure.playing && !figure.resting;
      if (isPaused && demo.onChange === 'continue' && store.version !== version) figure.step();
    },
  };
}
