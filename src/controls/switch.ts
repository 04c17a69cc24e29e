/** A switch between two values that have names: number spec in, number out. */
import type { NumberSpec } from '../kernel/manifest.ts';
import { element } from './element.ts';

export interface Switch {
  readonly element: HTMLElement;
  /** Shows a value without announcing it. */
  show(value: number): void;
}

export interface SwitchOptions {
  readonly name: string;
  readonly spec: NumberSpec;
  /** What the lower value is called, and the upper one. */
  readonly words: readonly [string, string];
  onInput(value: number): void;
}

export function createSwitch({ name, spec, words: [off, on], onInput }: SwitchOptions): Switch {
  const knob = element('i', { class: 'knob' });
  const button = element('button', { type: 'button', role: 'switch' }, element('span', {}, off), knob);
  button.append(element('span', {}, on));
  button.setAttribute('aria-label', `${name}: ${spec.meaning}`);
  const show = (value: number) => button.setAttribute('aria-checked', `${value === spec.max}`);
  button.addEventListener('click', () => {
    const next = button.getAttribute('aria-checked') === 'true' ? spec.min : spec.max;
    show(next);
    onInput(next);
  });
  show(spec.default);
  return { element: element('div', { class: 'control switch', title: spec.meaning }, button), show };
}
