/** The deck: the API of reveal.js 6, with what it has at run time and leaves out of its types. */
declare module 'reveal.js' {
  interface RevealApi {
    isPrintView(): boolean;
    isOverlayOpen(): boolean;
  }
}

export type { RevealApi as Deck } from 'reveal.js';
