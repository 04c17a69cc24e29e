/** How controls and sheets make their elements: attributes as they are written, children as nodes or as plain text. */
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

/** A button with a word on it; `label` says more where the word alone could be any of several. */
export function button(word: string, action: () => void, label = word): HTMLButtonElement {
  const node = element('button', { type: 'button' }, word);
  if (label !== word) node.setAttribute('aria-label', label);
  node.addEventListener('click', action);
  return node;
}

/** Writes a text unless it is there already: what somebody has selected stays selected. */
export function setText(node: Element, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}
