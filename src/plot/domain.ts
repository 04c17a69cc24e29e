/** Domains that follow their data and end on round numbers. */
import type { Scale } from './scale.ts';

/** A grown linear domain ends on a step of about a third of it: growth is rare, and the new end is a tick. */
const steps = 3;

/**
 * Extends the domain of `scale` to the smallest round one that holds the data between `low` and `high`, positive on a
 * log scale; whether there was need. An end that the data did not pass stays where it is. The ends of a log scale are
 * decades. The direction of the domain is kept.
 */
export function growDomain(scale: Scale, low: number, high: number): boolean {
  if (!isPassed(scale, low, high)) return false;
  const [from = low, to = high] = scale.domain();
  const [first, last] = [Math.min(from, to), Math.max(from, to)];
  const [niceFirst = low, niceLast = high] = scale
    .copy()
    .domain([Math.min(low, first), Math.max(high, last)])
    .nice(steps)
    .domain();
  const grown = [low < first ? niceFirst : first, high > last ? niceLast : last];
  scale.domain(from < to ? grown : grown.reverse());
  return true;
}

/** Whether the data between `low` and `high` pass an end of the domain. */
export function isPassed(scale: Scale, low: number, high: number): boolean {
  const [from = low, to = high] = scale.domain();
  return low < Math.min(from, to) || high > Math.max(from, to);
}
