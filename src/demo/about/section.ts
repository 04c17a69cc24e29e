import { element } from '../../controls/element.ts';

/** A part of the sheet under its heading. */
export function section(title: string, ...children: readonly (Node | string)[]): HTMLElement {
  return element('section', {}, element('h2', {}, title), ...children);
}
