/**
 * What a figure shows is a function of its history and its tick, and of nothing else: the numbers with which its runs
 * began, and which of them changed at which tick. Links, exports and workers that start again all rest on that.
 */
import type { Values } from '../kernel/manifest.ts';

/** Numbers that changed before the tick after `tick` was computed. */
export interface FigureChange {
  readonly tick: number;
  readonly values: Values;
}

export interface History {
  /** Every number of the figure, and `seed`. */
  readonly start: Values;
  /** In order of their ticks, one a tick; none where the demo repeats its runs after a change. */
  readonly changes: readonly FigureChange[];
}

/** All that determines what a figure shows, to the last bit. */
export interface FigureState extends History {
  readonly tick: number;
}

/** The numbers as they are after all changes. */
export function numbersAfter({ start, changes }: History): Values {
  return Object.assign({}, start, ...changes.map(({ values }) => values));
}

/** The history, with the numbers `now` from `tick` on. A second change at one tick replaces what the first one said. */
export function withChange(history: History, tick: number, now: Values): History {
  const before = numbersAfter(history);
  const values = Object.fromEntries(Object.entries(now).filter(([name, value]) => !Object.is(value, before[name])));
  if (Object.keys(values).length === 0) return history;
  const last = history.changes.at(-1);
  const isSame = last?.tick === tick;
  const change = { tick, values: isSame ? { ...last.values, ...values } : values };
  return { ...history, changes: [...(isSame ? history.changes.slice(0, -1) : history.changes), change] };
}
