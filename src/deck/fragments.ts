/**
 * Fragments set numbers of figures: `<p class="fragment" data-set="r=3 dt=0.02">`. The state of a slide is folded from
 * all its visible fragments in document order and never from the events that led there, so that going back, a deep link
 * into the middle of a slide and a printed page are right without further ado.
 */
import { parseSetting } from '../params/setting.ts';
import { figuresIn, forEachFigure } from './figures.ts';
import type { Deck } from './reveal.ts';

/** What the visible fragments of `slide` say about the figure of that id; later ones win. */
export function settingsOf(slide: Element, figure: string): Record<string, string> {
  const visible = [...slide.querySelectorAll<HTMLElement>('.fragment.visible[data-set]')];
  return Object.assign({}, ...visible.map((fragment) => settingFor(figure, fragment.dataset.set ?? '')));
}

/** The numbers of `r=3 dt=0.02`, or of `#figure-id r=3` where that is the figure. */
function settingFor(figure: string, text: string): Record<string, string> {
  const [, target, rest] = /^\s*(?:#(\S+))?([\s\S]*)$/.exec(text) as RegExpExecArray;
  return target === undefined || target === figure ? parseSetting(rest ?? '') : {};
}

/** Tells every figure of `slide` what the visible fragments say. */
export function foldSlide(slide: Element): void {
  forEachFigure(figuresIn(slide), (figure) => figure.fold(settingsOf(slide, figure.id)));
}

/** Keeps the figures of the current slide at what its fragments say. */
export function foldFragments(deck: Deck): void {
  const fold = () => {
    if (deck.getCurrentSlide()) foldSlide(deck.getCurrentSlide());
  };
  for (const event of ['ready', 'slidechanged', 'fragmentshown', 'fragmenthidden', 'sync']) deck.on(event, fold);
}
