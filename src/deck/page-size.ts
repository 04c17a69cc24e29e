/**
 * The page of a slide in slide units: the talk's own, or, where that would be too small to read, one for the hand: a
 * single column for a phone or tablet held upright, or the window itself for a phone held sideways.
 */
import type { Deck } from './reveal.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Page extends Size {
  readonly shape: 'landscape' | 'portrait' | 'sideways';
}

/** Below this scale the words of a slide are too small to read, and its buttons too small for a finger. */
const readableScale = 0.7;
/** Slide units across an upright page: a phone's own CSS pixels, and on a tablet a scale above 1. */
const upright = { narrowest: 360, widest: 560 };
/** Slide units across a page held sideways: the window's CSS pixels, up to the longest line that reads well. */
const sideways = { narrowest: 480, widest: 1000 };

/** The page for a window of that size, CSS px. A page for the hand is as high as the window. */
export function pageFor(window: Size, talk: Size): Page {
  const across = window.width / talk.width;
  const isTall = window.width < 0.8 * window.height;
  if (Math.min(across, isTall ? across : window.height / talk.height) >= readableScale) {
    return { ...talk, shape: 'landscape' };
  }
  const { narrowest, widest } = isTall ? upright : sideways;
  const width = Math.min(widest, Math.max(narrowest, window.width));
  const scale = isTall ? window.width / width : Math.min(1, window.width / width);
  return { width, height: Math.round(window.height / scale), shape: isTall ? 'portrait' : 'sideways' };
}

/**
 * Turns the page with the device, and says which way it is in `data-page`, and in `data-hand` that it is for the hand.
 * Only sizes and those attributes change: every node stays, and so does what it shows. In the hand, every swipe goes one
 * step along the talk.
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
    const isInHand = page.shape !== 'landscape';
    reveal.dataset.page = page.shape;
    reveal.toggleAttribute('data-hand', isInHand);
    deck.configure({
      width: page.width,
      height: page.height,
      navigationMode: isInHand ? 'linear' : 'default',
    });
  };
  window.addEventListener('resize', update);
  update();
}
