import { button } from './element.ts';

/** A message in words, which a screen reader says at once. */
export function message(className: string, text: string): HTMLElement {
  const element = document.createElement('p');
  element.className = className;
  element.setAttribute('role', 'alert');
  element.textContent = text;
  return element;
}

/** A message that can be put away by whoever has read it. */
export function closableMessage(className: string, text: string, closed: () => void): HTMLElement {
  const element = message(className, text);
  const close = button('Close', () => {
    element.remove();
    closed();
  });
  element.append(' ', close);
  return element;
}
