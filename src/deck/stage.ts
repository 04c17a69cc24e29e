/**
 * Which figures are live: those of the current slide, while there is something to see, in the window of the audience,
 * which computes them, and in the speaker's pane, which mirrors them. Everywhere else a figure keeps its numbers and its
 * picture and takes no time.
 */

import { type Role, roleOf } from '../mirror/role.ts';
import { figuresIn, forEachFigure } from './figures.ts';
import type { Deck } from './reveal.ts';

export interface DeckState {
  readonly role: Role;
  readonly print: boolean;
  /** Blacked out. */
  readonly paused: boolean;
  readonly overview: boolean;
  /** The document can be seen. */
  readonly visible: boolean;
}

/** Whether the figures of the current slide are live. */
export function isLive({ role, print, paused, overview, visible }: DeckState): boolean {
  return visible && role !== 'upcoming' && !print && !paused && !overview;
}

/** Keeps `active` of every figure right, whatever happens to the deck. */
export function watchStage(deck: Deck): void {
  const role = roleOf(location.search);
  const update = () => {
    const live = isLive({
      role,
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
