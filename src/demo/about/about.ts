/**
 * What am I looking at? Everything that a figure can say of itself: what it shows, what computes it, its numbers, and
 * the ways to take it away. Shown by a slide in a sheet, by a figure's own page below the figure.
 */
import './about.css';
import './actions.css';
import { element } from '../../controls/element.ts';
import { createData } from './data.ts';
import { createNumbers } from './numbers.ts';
import { createPermalink } from './permalink.ts';
import type { Subject } from './subject.ts';
import { createReferences, createWords } from './words.ts';

export interface About {
  readonly element: HTMLElement;
  /** Stops following the figure. */
  destroy(): void;
}

/** While a figure plays, what is written about it follows once in so many milliseconds. */
const followEvery = 1000;

export function createAbout(subject: Subject): About {
  const { figure } = subject;
  const [numbers, permalink, data] = [createNumbers(figure), createPermalink(subject), createData(subject)];
  const parts = [numbers, permalink, data];
  const words = element('div', {}, ...createWords(figure), ...numbers.elements, ...createReferences(figure));
  const ways = element('div', {}, permalink.link, ...data.elements, permalink.citation);
  let timer = 0;

  function show(): void {
    timer = 0;
    for (const part of parts) part.show();
  }
  const unsubscribe = figure.subscribe(() => {
    if (figure.playing) {
      timer ||= window.setTimeout(show, followEvery);
    } else {
      clearTimeout(timer);
      timer = window.setTimeout(show);
    }
  });
  show();
  return {
    element: element('div', { class: 'about' }, element('div', { class: 'halves' }, words, ways)),
    destroy() {
      unsubscribe();
      clearTimeout(timer);
    },
  };
}
