/** Findings of all states and themes of a talk, each said once, at its worst. */
import type { Finding } from '../../check/finding.ts';

export interface Complaint {
  readonly line: number;
  readonly message: string;
}

export class Worst {
  readonly #found = new Map<string, Finding & { readonly themes: Set<string> }>();

  /** @param line is that of the slide, for what has none of its own. */
  add(line: number, theme: string, findings: readonly Finding[]): void {
    for (const finding of findings) {
      const own = { ...finding, line: finding.line || line };
      const key = `${own.line} ${own.kind}`;
      const known = this.#found.get(key);
      const themes = (known?.themes ?? new Set<string>()).add(theme);
      this.#found.set(key, known && known.px >= own.px ? known : { ...own, themes });
    }
  }

  /** @param themes is how many there are: what is seen in all of them needs no word about that. */
  complaints(themes: number): Complaint[] {
    return [...this.#found.values()].map(({ line, what, detail, themes: seen }) => {
      const where = seen.size < themes ? ` (${[...seen].join(', ')})` : '';
      return { line, message: `${what}${where}, ${detail}` };
    });
  }
}
