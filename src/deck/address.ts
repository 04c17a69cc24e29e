/**
 * An address that somebody asked for, by a link or by typing it. reveal.js writes the address of the present slide with a
 * delay, and may write it between the change that was asked for and its own answer to that: the link would lead nowhere.
 */
import type { Deck } from './reveal.ts';

/** Asks again for an address that was written over. To be bound before reveal.js binds its own listener. */
export function keepAddress(deck: Deck): void {
  window.addEventListener('hashchange', ({ newURL }) => {
    const { hash } = new URL(newURL);
    const present: HTMLElement | undefined = deck.getCurrentSlide();
    const isOfPresent = present !== undefined && location.hash.split('/')[1] === present.id;
    if (hash !== location.hash && isOfPresent) location.hash = hash;
  });
}
