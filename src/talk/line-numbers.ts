/** A markdown-it plugin: inline tokens know their line, as block tokens do. */
import type MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';

interface LineEnv {
  /** Line on which the text of the present inline token begins, counted from 0. */
  inlineLine?: number;
}

export function lineNumbers(md: MarkdownIt): void {
  class LineState extends md.inline.State {
    override push(...args: Parameters<InstanceType<typeof md.inline.State>['push']>): Token {
      return this.#onLine(super.push(...args));
    }

    override pushPending(): Token {
      return this.#onLine(super.pushPending());
    }

    #onLine(token: Token): Token {
      const line = ((this.env as LineEnv).inlineLine ?? 0) + newlines(this.src.slice(0, this.pos));
      token.map = [line, line + 1];
      return token;
    }
  }
  md.inline.State = LineState;

  md.core.ruler.at('inline', ({ tokens, env }) => {
    walk(tokens, (token, line) => {
      if (token.type !== 'inline') return;
      (env as LineEnv).inlineLine = line;
      md.inline.parse(token.content, md, env, token.children ?? []);
    });
  });
}

export function newlines(text: string): number {
  return text.split('\n').length - 1;
}

/** Leaves the line of each element in its `data-line`; `first` is that of the first token's text. */
export function markLines(tokens: readonly Token[], first: number): void {
  walk(tokens, (token, line) => {
    const at = String(first + line);
    if (/^(svg|html_\w+|math_\w+)$/.test(token.type)) {
      token.content = token.content.replace(/^\s*<[a-z][\w-]*/i, (tag) => `${tag} data-line="${at}"`);
    } else if (token.nesting === 1 || token.type === 'image') {
      token.attrSet('data-line', at);
    }
  });
}

/** Visits blocks and what is in their lines, in order, each with its line counted from 0. */
export function walk(tokens: readonly Token[], visit: (token: Token, line: number) => void, from = 0): void {
  let line = from;
  for (const token of tokens) {
    if (token.map) line = token.map[0];
    visit(token, line);
    if (token.type === 'inline') walk(token.children ?? [], visit, line);
  }
}
