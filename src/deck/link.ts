/** Links that others follow: to the present slide, with its figures as they are. */
import { numbersAfter } from '../demo/history.ts';
import { type Link, linkedKeys, linkWith, placeOf } from '../demo/link.ts';
import { figuresIn } from './figures.ts';
import { showNotice } from './notice.ts';
import type { Deck } from './reveal.ts';

/** Characters of a link that a phone can still read as a code from the last row. */
const mostCharacters = 700;

/**
 * A link to the present slide and the state of its figures. Where numbers were moved so often that nobody could read the
 * link as a code, it starts the runs with the present numbers, and says so.
 */
export function linkToSlide(deck: Deck): Link {
  const slide = deck.getCurrentSlide();
  const states = figuresIn(slide).flatMap(({ figure, dataset }) =>
    figure && dataset.figure ? [[dataset.figure, figure.state()] as const] : [],
  );
  const whole = linkWith(placeOf(slide), new Map(states));
  if (whole.href.length <= mostCharacters) return whole;
  const anew = states.map(([key, state]) => [key, { start: numbersAfter(state), changes: [], tick: 0 }] as const);
  const { href, note = '' } = linkWith(placeOf(slide), new Map(anew));
  return { href, note: `The link starts the figure with its present numbers. ${note}`.trim() };
}

/** Says which figures of the link, with which the page was opened, are not here. */
export function nameStrays(roots: readonly HTMLElement[]): void {
  const known = new Set(roots.flatMap(figuresIn).map(({ dataset }) => dataset.figure));
  const strays = linkedKeys().filter((key) => !known.has(key));
  if (strays.length === 0) return;
  const named = strays.slice(0, 3).map((key) => `"${key}"`);
  showNotice(`link: no figure ${named.join(', ')} in this talk; everything else is as it should be.`);
}
