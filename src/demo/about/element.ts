/** How the sheet makes its elements: attributes as they are written, children as nodes or as plain text. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/** A part of the sheet under its heading. */
export function section(title: string, ...children: readonly (Node | string)[]): HTMLElement {
  return element('section', {}, element('h2', {}, title), ...children);
}

/** A button with a word on it; `label` says more where the word alone could be any of several. */
export function button(word: string, label: string, action: () => void): HTMLButtonElement {
  const node = element('button', { type: 'button' }, word);
  if (label !== word) node.setAttribute('aria-label', label);
  node.addEventListener('click', action);
  return node;
}

/** Writes a text unless it is there already: what somebody has selected stays selected. */
export function setText(node: Element, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}
