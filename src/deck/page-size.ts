/** The page of a slide in slide units: the talk's own, or a single column for a phone or tablet held upright. */
import type { Deck } from './reveal.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Page extends Size {
  readonly portrait: boolean;
}

/** Below this scale the words of a slide are too small to read, if turning the page upright can make them larger. */
const readableScale = 0.7;
/** Slide units across an upright page: a phone's own CSS pixels, and on a tablet a scale above 1. */
const upright = { narrowest: 360, widest: 560 };

/** The page for a window of that size, CSS px. An upright page has the shape of the window. */
export function pageFor(window: Size, talk: Size): Page {
  const isTall = window.width < 0.8 * window.height;
  if (!isTall || window.width / talk.width >= readableScale) return { ...talk, portrait: false };
  const width = Math.min(upright.widest, Math.max(upright.narrowest, window.width));
  return { width, height: Math.round((width * window.height) / window.width), portrait: true };
}

/**
 * Turns the page with the device, and says which way it is in `data-page`. Only sizes and that attribute change: every
 * node stays, and so does what it shows. Upright, every swipe goes one step along the talk.
 */
export function watchPage(deck: Deck): void {
  const { width, height } = deck.getConfig();
  const talk = { width: Number(width), height: Number(height) };
  const reveal = deck.getRevealElement();
  if (!reveal || deck.isPrintView() || deck.isSpeakerNotes()) return;
  let shown = '';
  const update = () => {
    const page = pageFor({ width: innerWidth, height: innerHeight }, talk);
    const name = JSON.stringify(page);
    if (name === shown) return;
    shown = name;
    reveal.dataset.page = page.portrait ? 'portrait' : 'landscape';
    deck.configure({
      width: page.width,
      height: page.height,
      navigationMode: page.portrait ? 'linear' : 'default',
    });
  };
  window.addEventListener('resize', update);
  update();
}
