/** HTML in the Markdown: a few elements, well nested, and no script. */
import { HTML_OPEN_CLOSE_TAG_RE } from 'markdown-it/lib/common/html_re.mjs';
import { checkAttribute } from './attributes.ts';
import type { Attribute } from './figures.ts';
import { newlines } from './line-numbers.ts';
import type { Complain } from './problem.ts';

const elements = ['live-demo', 'br', 'span', 'div', 'sup', 'sub', 'small', 'svg'];
const notInSvg = ['script', 'foreignobject', 'style'];
const empty = ['br'];

export interface Tag {
  readonly name: string;
  /** As it stands in the talk. */
  readonly text: string;
  /** Counted from 0. */
  readonly line: number;
  readonly attributes: readonly Attribute[];
}

/** The HTML of one slide, read piece by piece in the order of the text. */
export class RawHtml {
  readonly #open: Tag[] = [];
  readonly #complain: Complain;
  readonly #rewrite: (tag: Tag) => string;

  /** @param rewrite gives what an opening tag becomes, its attributes having been checked unless it is a figure. */
  constructor(complain: Complain, rewrite: (tag: Tag) => string) {
    this.#complain = complain;
    this.#rewrite = rewrite;
  }

  /** The HTML of one token that begins on `line`: comments go, opening tags are rewritten. */
  read(html: string, line: number): string {
    const lineAt = (offset: number) => line + newlines(html.slice(0, offset));
    let out = '';
    let rest = 0;
    for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', rest)) {
      out += html.slice(rest, at);
      const comment = /^<!--[\s\S]*?-->/.exec(html.slice(at))?.[0];
      const tag = comment ?? HTML_OPEN_CLOSE_TAG_RE.exec(html.slice(at))?.[0];
      if (tag && !comment) out += this.#tag(tag, lineAt(at));
      if (!tag) this.#complain(lineAt(at), `this tag does not parse: ${html.slice(at).split('\n')[0]}`);
      rest = at + (tag?.length ?? 1);
    }
    return out + html.slice(rest);
  }

  /** Complains about what the slide leaves open. */
  end(): void {
    for (const { line, name } of this.#open) this.#complain(line, `<${name}> is never closed`);
  }

  #tag(text: string, line: number): string {
    const name = (/^<\/?([a-z0-9-]+)/i.exec(text)?.[1] ?? '').toLowerCase();
    if (!this.#isAllowed(name)) {
      const what = name === 'script' ? 'a talk has no scripts' : `expected one of: ${elements.join(', ')}`;
      this.#complain(line, `<${name}> is not allowed, ${what}`);
      return '';
    }
    if (text.startsWith('</')) return this.#close(text, name, line);
    const tag = { name, text, line, attributes: readTag(text, line) };
    this.#checkNames(tag);
    if (name === 'live-demo' && text.endsWith('/>')) {
      this.#complain(line, '<live-demo> needs its closing tag, expected <live-demo ...></live-demo>');
      return '';
    }
    const isOpen = !empty.includes(name) && !(this.#isInSvg(name) && text.endsWith('/>'));
    if (isOpen) this.#open.push(tag);
    return this.#rewrite(tag);
  }

  #close(text: string, name: string, line: number): string {
    if (this.#open.at(-1)?.name === name) {
      this.#open.pop();
      return text;
    }
    const last = this.#open.at(-1);
    this.#complain(line, `</${name}> closes nothing${last ? `, expected </${last.name}>` : ''}`);
    return '';
  }

  #isInSvg(name: string): boolean {
    return name === 'svg' || this.#open.some((tag) => tag.name === 'svg');
  }

  #isAllowed(name: string): boolean {
    return elements.includes(name) || (this.#isInSvg(name) && !notInSvg.includes(name));
  }

  #checkNames({ name, line, attributes }: Tag): void {
    const seen = new Set<string>();
    for (const { name: attribute, value, line: own } of attributes) {
      if (seen.has(attribute)) this.#complain(own, `<${name}> has ${attribute} twice`);
      seen.add(attribute);
      if (name !== 'live-demo' && !this.#isInSvg(name)) checkAttribute(attribute, own, this.#complain);
      if (/^on/i.test(attribute)) this.#complain(own, `attribute "${attribute}" is a script; a talk has none`);
      if (/href$/i.test(attribute) && !value.startsWith('#')) {
        this.#complain(own, `<${name}>: ${attribute}="${value}" leaves the page, expected a Markdown link`);
      }
    }
    if (name === 'live-demo' && this.#open.some((tag) => tag.name === 'live-demo')) {
      this.#complain(line, 'a <live-demo> cannot stand in another');
    }
  }
}

/** The attributes of an opening tag, each with the line on which it stands. */
function readTag(text: string, line: number): Attribute[] {
  const attribute = /\s([a-zA-Z_:][\w:.-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^"'=<>`\s]+)))?/g;
  return [...text.matchAll(attribute)].map(({ 0: whole, 1: name = '', 2: double, 3: single, 4: bare, index }) => ({
    name,
    value: double ?? single ?? bare ?? '',
    line: line + newlines(text.slice(0, index) + whole.charAt(0)),
  }));
}
