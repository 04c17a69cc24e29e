/**
 * Which figures compute: those of the current slide, in the window that the audience sees, while there is something to
 * see. Everywhere else a figure keeps its numbers and its picture and takes no time.
 */

import { figuresIn, forEachFigure } from './figures.ts';
import type { Deck } from './reveal.ts';

export interface DeckState {
  /** An iframe of the speaker view. */
  readonly speakerView: boolean;
  readonly print: boolean;
  /** Blacked out. */
  readonly paused: boolean;
  readonly overview: boolean;
  /** The document can be seen. */
  readonly visible: boolean;
}

/** Whether the figures of the current slide compute. */
export function computes({ speakerView, print, paused, overview, visible }: DeckState): boolean {
  return visible && !speakerView && !print && !paused && !overview;
}

/** Keeps `active` of every figure right, whatever happens to the deck. */
export function watchStage(deck: Deck): void {
  const update = () => {
    const live = computes({
      speakerView: deck.isSpeakerNotes(),
      print: deck.isPrintView(),
      paused: deck.isPaused(),
      overview: deck.isOverview(),
      visible: document.visibilityState === 'visible',
    });
    const slide: HTMLElement | undefined = deck.getCurrentSlide();
    const figures = figuresIn(deck.getSlidesElement() ?? document);
    const onStage = figures.filter((figure) => live && slide?.contains(figure));
    const atRest = figures.filter((figure) => !onStage.includes(figure));
    forEachFigure(atRest, (figure) => {
      figure.active = false;
    });
    forEachFigure(onStage, (figure) => {
      figure.active = true;
    });
  };
  const events = ['ready', 'slidechanged', 'sync', 'paused', 'resumed', 'overviewshown', 'overviewhidden'];
  for (const event of events) deck.on(event, update);
  document.addEventListener('visibilitychange', update);
}
