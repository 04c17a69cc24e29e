/** Formulas at build time: TeX in, HTML and MathML out, and no script on the page. */
import katex from 'katex';
import type Token from 'markdown-it/lib/token.mjs';
import { newlines } from './line-numbers.ts';
import type { Complain } from './problem.ts';

export function isFormula({ type }: Token): boolean {
  return type === 'math_inline' || type === 'math_block';
}

/**
 * Replaces the TeX of a formula token by its HTML.
 *
 * @param lines the slide's lines; `line` is the formula's first one, counted from 0.
 */
export function renderFormula(
  token: Token,
  line: number,
  lines: readonly string[],
  macros: Readonly<Record<string, string>>,
  complain: Complain,
): void {
  const isBlock = token.type === 'math_block';
  const source = token.content;
  if (isBlock && !isClosed(lines.slice(...(token.map as [number, number])))) {
    token.content = '';
    complain(line, 'this $$ is never closed');
    return;
  }
  try {
    token.content = katex.renderToString(source.trimEnd(), {
      displayMode: isBlock,
      output: 'htmlAndMathml',
      throwOnError: true,
      strict: 'error',
      macros: { ...macros },
    });
  } catch (error) {
    if (!(error instanceof katex.ParseError)) throw error;
    const first = isBlock && lines[line]?.trim() === '$$' ? line + 1 : line;
    complain(first + newlines(source.slice(0, error.position ?? 0)), error.message);
  }
}

function isClosed(lines: readonly string[]): boolean {
  const text = lines.join('\n').trim();
  return text.length >= 4 && text.endsWith('$$');
}
