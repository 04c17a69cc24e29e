/** How reveal.js runs our decks. Whoever opens a deck can override some of these by its query (`query.ts`). */
import type { RevealConfig } from 'reveal.js';
import Notes from 'reveal.js/plugin/notes';

/**
 * The page and the length of a talk, from the attributes of its `.reveal`: slide units and minutes.
 *
 * @param embedded for a deck that shares its page with others.
 */
export function deckOptions(
  { width = '1280', height = '720', duration }: DOMStringMap,
  embedded: boolean,
): RevealConfig {
  const pacing = duration ? { totalTime: 60 * Number(duration) } : {};
  return {
    ...pacing,
    width: Number(width),
    height: Number(height),
    margin: 0,
    minScale: 0.1,
    maxScale: 10,
    center: false,
    display: 'flex',
    embedded,
    hash: !embedded,
    slideNumber: 'c',
    progress: false,
    controlsTutorial: false,
    transition: 'none',
    backgroundTransition: 'none',
    autoAnimateDuration: 0.6,
    autoAnimate: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    scrollActivationWidth: 0,
    pdfSeparateFragments: false,
    pdfMaxPagesPerSlide: 1,
    plugins: [Notes],
  };
}
