/// <reference path="./virtual-tex.d.ts" />
/** Formulas for figures, rendered when the site is built: the page ships no TeX. */
import table from 'virtual:tex';

/**
 * The formula as HTML with MathML. Written in a demo without interpolation: the build finds it there.
 *
 * @throws naming the formula when the build did not render it.
 */
export function tex(strings: TemplateStringsArray): string {
  return lookUp(strings.raw.join('\u2026'), 'tex`\u2026` in a demo');
}

/**
 * A symbol of a kernel's manifest as HTML with MathML.
 *
 * @throws naming the symbol when no manifest has it.
 */
export function texOf(symbol: string): string {
  return lookUp(symbol, "a kernel's manifest");
}

function lookUp(source: string, origin: string): string {
  const html = table[source];
  if (html === undefined) {
    throw new Error(
      `formula "${source}" was not rendered by the build, expected it as ${origin}, without interpolation`,
    );
  }
  return html;
}
