/** How the plots make their elements. */
import { type Hue, hueColour, hueTextColour } from './hue.ts';

/** Appends an SVG element of class `name` (a space-separated list) to `parent`. */
export function svgElement<K extends keyof SVGElementTagNameMap>(
  parent: Element,
  tag: K,
  name = '',
  hue?: Hue,
): SVGElementTagNameMap[K] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  return dress(element, parent, name, hue);
}

/** Appends an HTML element of class `name` with the content `html` to `parent`. */
export function htmlElement<K extends keyof HTMLElementTagNameMap>(
  parent: Element,
  tag: K,
  name: string,
  html = '',
  hue?: Hue,
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.innerHTML = html;
  return dress(element, parent, name, hue);
}

function dress<E extends HTMLElement | SVGElement>(element: E, parent: Element, name: string, hue?: Hue): E {
  if (name) element.setAttribute('class', name);
  if (hue) {
    element.style.setProperty('--hue', hueColour(hue));
    element.style.setProperty('--hue-text', hueTextColour(hue));
  }
  parent.append(element);
  return element;
}

/** Moves the top left corner of an absolutely positioned `label` to (x, y) px of its parent. */
export function moveTo(label: HTMLElement, x: number, y: number): void {
  const transform = `translate(${x.toFixed(1)}px,${y.toFixed(1)}px)`;
  if (label.style.transform !== transform) label.style.transform = transform;
}

/** Sets an attribute unless it has that value already. */
export function setAttribute(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
