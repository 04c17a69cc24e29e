/** `[@key]` and `[@a; @b]` in the text: which works they name, and how they read. */
import type MarkdownIt from 'markdown-it';
import { escapeHtml } from 'markdown-it/lib/common/utils.mjs';
import type Token from 'markdown-it/lib/token.mjs';
import type { Bibliography } from './bibliography.ts';
import { expected } from './nearest.ts';
import type { Complain } from './problem.ts';
import { label, reference, type Work } from './reference.ts';

/** A markdown-it plugin: `[@...]` becomes a token `citation` with what stands between the brackets. */
export function citationSyntax(md: MarkdownIt): void {
  md.inline.ruler.before('link', 'citation', (state, silent) => {
    if (!state.src.startsWith('[@', state.pos)) return false;
    const end = state.src.indexOf(']', state.pos);
    if (end < 0) return false;
    if (!silent) state.push('citation', '', 0).content = state.src.slice(state.pos + 1, end);
    state.pos = end + 1;
    return true;
  });
}

/** The keys of a citation token that the bibliography has. */
export function readCitation(token: Token, line: number, bibliography: Bibliography, complain: Complain): string[] {
  const keys: string[] = [];
  for (const part of token.content.split(';')) {
    const key = /^@([^\s@,;]+)$/.exec(part.trim())?.[1];
    if (!key) {
      complain(line, `citation [${token.content}] does not parse, expected [@key] or [@a; @b]`);
    } else if (bibliography.has(key)) {
      keys.push(key);
    } else {
      complain(line, `no reference "${key}", ${expected(key, bibliography.keys())}`);
    }
  }
  token.meta = { keys };
  return keys;
}

/**
 * The works of one talk in the order of their first citation, and how they read. Slides of references, whose ids `slides`
 * has, share them in equal parts.
 */
export class Citations {
  readonly #works = new Map<string, Work>();
  readonly #slides: readonly string[];

  constructor(slides: readonly string[]) {
    this.#slides = slides;
  }

  cite(keys: readonly string[], bibliography: Bibliography): void {
    for (const key of keys) this.#works.set(key, bibliography.get(key) as Work);
  }

  /** `(Ros et al. 2019a; Cugliandolo & Kurchan 1993)`, each linked to its slide of references. */
  inText(token: Token): string {
    const { keys } = token.meta as { keys: readonly string[] };
    const slideOf = (key: string) => this.#slides.find((slide) => this.#partOf(slide).includes(key)) ?? '';
    const links = keys.map((key) => `<a href="#/${slideOf(key)}">${escapeHtml(label(this.#dated(key)))}</a>`);
    return `<span class="citation">(${links.join('; ')})</span>`;
  }

  /** The foot of a slide: its works, without their titles. */
  footer(keys: ReadonlySet<string>): string {
    if (keys.size === 0) return '';
    return `<footer>${[...keys].map((key) => reference(this.#dated(key), 'short')).join('; ')}</footer>\n`;
  }

  /** What stands on that slide of references. */
  list(slide: string): string {
    const part = this.#partOf(slide);
    const before = [...this.#works.keys()].indexOf(part[0] ?? '');
    const items = part.map((key) => `<li>${reference(this.#dated(key), 'full')}</li>\n`);
    return `<ol${before > 0 ? ` start="${before + 1}"` : ''}>\n${items.join('')}</ol>\n`;
  }

  /** Keys of the works that stand there. */
  #partOf(slide: string): string[] {
    const size = Math.ceil(this.#works.size / this.#slides.length);
    const k = this.#slides.indexOf(slide);
    return [...this.#works.keys()].slice(k * size, (k + 1) * size);
  }

  /** The work, with a letter after its year where two of the talk would read the same. */
  #dated(key: string): Work {
    const work = this.#works.get(key) as Work;
    const alike = [...this.#works].filter(([, other]) => label(other) === label(work)).map(([other]) => other);
    return alike.length < 2 ? work : { ...work, year: work.year + String.fromCharCode(97 + alike.indexOf(key)) };
  }
}
