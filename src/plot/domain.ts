/** Domains that follow their data and end on round numbers. */
import { scaleLinear, scaleLog } from 'd3-scale';

/** A grown linear domain ends on a step of about a third of it: growth is rare, and the new end is a tick. */
const steps = 3;

/**
 * The smallest round domain that holds `domain` and the data between `low` and `high`; `domain` itself, the same
 * object, where the data are inside already. An end that the data did not pass stays where it is. On a log axis the
 * ends are decades, and data that are not positive have no say. The direction of `domain` is kept.
 */
export function grownDomain(
  domain: readonly [number, number],
  low: number,
  high: number,
  log: boolean,
): readonly [number, number] {
  const [from, to] = domain;
  const first = Math.min(from, to);
  const last = Math.max(from, to);
  const passesFirst = low < first && (!log || low > 0);
  const passesLast = high > last;
  if (!passesFirst && !passesLast) return domain;
  const wanted = [passesFirst ? low : first, passesLast ? high : last];
  const nice = log ? scaleLog().domain(wanted).nice() : scaleLinear().domain(wanted).nice(steps);
  const [niceFirst = first, niceLast = last] = nice.domain();
  const grown = [passesFirst ? niceFirst : first, passesLast ? niceLast : last] as const;
  return from < to ? grown : [grown[1], grown[0]];
}
