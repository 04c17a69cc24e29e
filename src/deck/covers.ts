/** What may lie over the slides: a blackout, an overlay of reveal.js such as the help, a dialog of ours. */
import type { Deck } from './reveal.ts';

export const openDialogs = (): HTMLDialogElement[] => [...document.querySelectorAll<HTMLDialogElement>('dialog[open]')];

/** Whether something lies over the slides of `deck`. */
export function isCovered(deck: Deck): boolean {
  return openDialogs().length > 0 || deck.isPaused() || deck.isOverlayOpen();
}
