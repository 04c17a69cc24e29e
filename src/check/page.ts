/** In the page of a talk that is checked: goes through the slides, one state after another, and says what is wrong. */
import { type Theme, themes } from '../deck/appearance.ts';
import { figuresIn } from '../deck/figures.ts';
import { tooLarge } from './boxes.ts';
import { paleWords } from './contrast.ts';
import type { Finding } from './finding.ts';
import { overlaps } from './overlap.ts';
import { pictureFaults } from './pictures.ts';
import { spokenWords } from './speech.ts';
import { standOut } from './stand-out.ts';
import { lineOf } from './texts.ts';

declare global {
  interface Window {
    /** In a talk that is checked. */
    deckCheck: typeof deckCheck;
  }
}

export interface SlideFacts {
  readonly id: string;
  readonly line: number;
  /** States of its fragments. */
  readonly states: number;
  /** Planned time, s; undefined where the slide does not say. */
  readonly seconds: number | undefined;
  readonly words: number;
}

/** Frames in which plots follow a change of their size or colours. */
const settling = 2;
/** Turning to a slide that takes longer than this is an error, ms. */
const longestTurn = 10_000;

const frame = () => new Promise(requestAnimationFrame);

async function settle(): Promise<void> {
  for (let frames = 0; frames < settling; frames++) await frame();
}

/** Fragments of one group appear together. */
const groupOf = (fragment: Element): number => Number(fragment.getAttribute('data-fragment-index'));

/** Shows a state of a slide (0: no fragments) with its figures at the tick of their stills. */
async function show(id: string, state: number): Promise<HTMLElement> {
  location.hash = state > 0 ? `#/${id}/${state - 1}` : `#/${id}`;
  const slide = document.getElementById(id) as HTMLElement;
  const fragments = [...slide.querySelectorAll('.fragment')];
  const isShown = () =>
    slide.classList.contains('present') &&
    fragments.every((fragment) => fragment.classList.contains('visible') === groupOf(fragment) < state);
  for (const start = performance.now(); !isShown(); await frame()) {
    if (performance.now() - start > longestTurn) throw new Error(`slide "${id}" does not come to state ${state}`);
  }
  await Promise.all(figuresIn(slide).map((figure) => figure.still()));
  return slide;
}

/** Before the first fragment, and after each group of them. */
const statesOf = (slide: HTMLElement): number =>
  new Set([...slide.querySelectorAll('.fragment')].map(groupOf)).size + 1;

/** What one state of the present slide shows in that theme. Colours are looked at where all words are seen. */
async function look(slide: HTMLElement, theme: Theme, isLast: boolean): Promise<Finding[]> {
  document.documentElement.dataset.theme = theme;
  await settle();
  const out = standOut(['left', 'right', 'top', 'bottom']);
  const boxes = tooLarge(slide).filter(({ kind, line }) => kind !== 'column' || out.every((one) => one.line !== line));
  const contrast = isLast ? await paleWords(slide, theme) : [];
  return [...out, ...boxes, ...overlaps(slide), ...pictureFaults(slide), ...contrast];
}

const deckCheck = {
  /** The slides in order. Call when the deck is ready. */
  slides(): SlideFacts[] {
    return [...document.querySelectorAll<HTMLElement>('.slides section:not(.stack)')].map((slide) => {
      const notes = slide.querySelector('aside.notes');
      return {
        id: slide.id,
        line: lineOf(slide),
        states: statesOf(slide),
        seconds: slide.dataset.timing === undefined ? undefined : Number(slide.dataset.timing),
        words: notes ? spokenWords(notes) : 0,
      };
    });
  },

  /** What is wrong with a state of a slide, for each theme. */
  async look(id: string, state: number): Promise<[Theme, Finding[]][]> {
    const slide = await show(id, state);
    const seen: [Theme, Finding[]][] = [];
    const isLast = state === statesOf(slide) - 1;
    for (const theme of themes) seen.push([theme, await look(slide, theme, isLast)]);
    return seen;
  },
};

window.deckCheck = deckCheck;
