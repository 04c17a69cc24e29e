/**
 * The speaker's notes are read in a window without our style sheets, which reveal.js fills with their HTML. A formula
 * there is the MathML that every browser draws, without KaTeX's own drawing beside it.
 */
export function plainNotes(): void {
  for (const drawing of document.querySelectorAll('aside.notes .katex-html')) drawing.remove();
}
