/**
 * One animation frame for all figures of the page: it runs while a figure is active, and nothing runs otherwise.
 *
 * Figures keep their workers for a while after they went off stage, so that going back is immediate; the ones that were
 * on stage the longest ago give them up.
 */
import type { Figure } from './figure.ts';

const active = new Set<Figure>();
/** Figures with workers, the one that was activated last at the end. */
const awake = new Set<Figure>();
const mostAwake = 3;
/** A frame that comes late, after a stall or a hidden tab, counts as this many milliseconds at most. */
const longestFrame = 100;

let last = 0;
let scheduled = 0;

function frame(now: number): void {
  scheduled = requestAnimationFrame(frame);
  const elapsed = Math.min(now - last, longestFrame);
  last = now;
  for (const figure of active) figure.frame(elapsed);
}

export function activate(figure: Figure): void {
  active.add(figure);
  awake.delete(figure);
  awake.add(figure);
  for (const sleepy of awake) {
    if (awake.size <= mostAwake) break;
    if (!active.has(sleepy)) retire(sleepy);
  }
  if (scheduled) return;
  last = performance.now();
  scheduled = requestAnimationFrame(frame);
}

export function deactivate(figure: Figure): void {
  active.delete(figure);
  if (active.size > 0) return;
  cancelAnimationFrame(scheduled);
  scheduled = 0;
}

/** Takes the figure off stage and frees its workers. */
export function retire(figure: Figure): void {
  deactivate(figure);
  awake.delete(figure);
  figure.park();
}
