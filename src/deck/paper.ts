/**
 * The browser's own print of a running talk: a page for each slide with all its fragments, and each figure as it stands,
 * or its words where it has not run yet. The style is in `paper.css`.
 */
import { showTheme, themeNamed } from './appearance.ts';
import type { Deck } from './reveal.ts';

export function preparePaper(deck: Deck): void {
  const { width, height } = deck.getConfig();
  const page = new CSSStyleSheet();
  page.replaceSync(`@page { size: ${width}px ${height}px; margin: 0 }`);
  document.adoptedStyleSheets.push(page);
  // The style of reveal.js for paper, which takes figures apart, leaves pages of this class alone.
  document.documentElement.classList.add('print-pdf');

  const root = document.documentElement;
  let theme = root.dataset.theme;
  window.addEventListener('beforeprint', () => {
    theme = root.dataset.theme;
    showTheme('light');
  });
  window.addEventListener('afterprint', () => showTheme(themeNamed(theme)));
}
