/**
 * Print: `?view=print` or `?print-pdf`. Every page shows each of its figures at the tick `at`: where each state of the
 * fragments has a page of its own, with the numbers that they set, and on the one page of a slide as it first appears,
 * which is what its title speaks of. `deckPrintReady` tells an exporter when the last one is painted.
 */

import type { LiveDemo } from '../demo/live-demo.ts';
import { figuresIn, report } from './figures.ts';
import { foldSlide } from './fragments.ts';
import { finishPages, headingsIn, slideOf } from './pages.ts';
import { plainText } from './plain-text.ts';
import type { Deck } from './reveal.ts';

declare global {
  interface Window {
    /** In print: resolves when every figure of every page is painted. */
    deckPrintReady?: Promise<PrintedDeck>;
  }
}

export interface PrintedDeck {
  /** A line for each figure that has no picture: its slide and the reason. */
  readonly failures: string[];
  /** Headings of the document in plain text. */
  readonly headings: string[];
}

/** Whether that query asks reveal.js for pages instead of a show. */
export function asksForPrint(query: string): boolean {
  return /print-pdf/i.test(query) || new URLSearchParams(query).get('view') === 'print';
}

/** Figures that are brought to their tick at a time. */
const lanes = 2;

/** Frames that a figure may take to follow the size of its page. */
const settling = 2;

async function paintStills(figures: readonly LiveDemo[]): Promise<void> {
  const queue = figures.values();
  const lane = async () => {
    for (const figure of queue) await figure.still().catch(report);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** Folds and paints every page, and resolves when the document can be printed. */
async function fillPages(deck: Deck): Promise<PrintedDeck> {
  const slides = deck.getSlidesElement() ?? document.body;
  finishPages(slides);
  if (deck.getConfig().pdfSeparateFragments) for (const page of slides.querySelectorAll('.pdf-page')) foldSlide(page);
  await paintStills(figuresIn(slides));
  await document.fonts.ready;
  for (let frame = 0; frame < settling; frame++) await new Promise(requestAnimationFrame);
  return { failures: failuresIn(slides), headings: headingsIn(slides).map(plainText) };
}

/** Said once for all pages of a slide. */
function failuresIn(slides: Element): string[] {
  const lines = [...slides.querySelectorAll('.pdf-page')].flatMap((page) =>
    [...page.querySelectorAll('live-demo')].flatMap((figure) => {
      const reason = figure.querySelector('.failure:not(:empty)')?.textContent;
      const missing = figure.matches(':defined') ? undefined : 'figures did not start';
      return (reason ?? missing) ? [`slide "${slideOf(page)?.id}": ${reason ?? missing}`] : [];
    }),
  );
  return [...new Set(lines)];
}

/** Call before the deck starts: reveal.js lays the pages out once. */
export function preparePrint(deck: Deck): void {
  window.deckPrintReady = new Promise((resolve, reject) => {
    deck.on('pdf-ready', () => fillPages(deck).then(resolve, reject));
  });
}
