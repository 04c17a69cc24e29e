/**
 * One animation frame for all figures of the page: it runs while a figure is active, and nothing runs otherwise.
 *
 * Figures keep their workers for a while after they went off stage, so that going back is immediate; the ones that were
 * on stage the longest ago give them up.
 */
import type { Figure } from './figure.ts';

/** Figures on stage, with the number of elements that show them there. */
const active = new Map<Figure, number>();
/** Figures with workers, the one that was activated last at the end. */
const awake = new Set<Figure>();
const mostAwake = 3;
/** A frame that comes late, after a stall or a hidden tab, counts as this many milliseconds at most. */
const longestFrame = 100;

let last = 0;
let scheduled = 0;

function frame(now: number): void {
  scheduled = requestAnimationFrame(frame);
  const elapsed = Math.max(0, Math.min(now - last, longestFrame));
  last = now;
  for (const figure of active.keys()) figure.frame(elapsed);
}

/** An element shows the figure on stage. */
export function activate(figure: Figure): void {
  active.set(figure, (active.get(figure) ?? 0) + 1);
  awake.delete(figure);
  awake.add(figure);
  for (const sleepy of awake) {
    if (awake.size <= mostAwake) break;
    retire(sleepy);
  }
  if (scheduled) return;
  last = performance.now();
  scheduled = requestAnimationFrame(frame);
}

/** An element that showed the figure on stage does so no more. */
export function deactivate(figure: Figure): void {
  const others = (active.get(figure) ?? 0) - 1;
  if (others > 0) active.set(figure, others);
  else active.delete(figure);
  if (active.size > 0) return;
  cancelAnimationFrame(scheduled);
  scheduled = 0;
}

/** Frees the workers of a figure that is not on stage. */
export function retire(figure: Figure): void {
  if (active.has(figure)) return;
  awake.delete(figure);
  figure.park();
}
