/** SVG as text. Whatever comes in as words or values leaves as words or values, never as markup. */

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element with its attributes, those that are undefined left out; `children` are markup already. */
export function tag(name: string, attributes: Attributes, children: readonly string[] = []): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${words(typeof value === 'number' ? rounded(value) : `${value}`)}"`)
    .join('');
  return children.length > 0 ? `<${name}${written}>${children.join('')}</${name}>` : `<${name}${written}/>`;
}

/** `text` as character data, without what XML does not have: control characters and halves of surrogate pairs. */
export function words(text: string): string {
  return text.replace(notXml, '').replace(/[&<>"]/g, (character) => entities[character] as string);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/gu;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Parts as they are where there is one at most and nothing to say about it, else one group. */
export function group(parts: readonly string[], attributes: Attributes = {}): readonly string[] {
  const isPlain = Object.values(attributes).every((value) => value === undefined);
  return parts.length === 0 || (isPlain && parts.length === 1) ? parts : [tag('g', attributes, parts)];
}

/** Hundredths of a px are enough for every printer. */
export function rounded(value: number): string {
  return `${Math.round(value * 100) / 100}`;
}
