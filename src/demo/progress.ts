/** How far the sweeps of a figure are, and how long the rest takes at the pace of the present playing. */
import type { Figure } from './figure.ts';

/** In seeds: ticks of the figure. */
export interface Progress {
  readonly done: number;
  /** When the figure rests. */
  readonly total: number;
  /** Undefined while the figure does not play, and until it has computed one more seed. */
  readonly msLeft: number | undefined;
}

/** Reads the progress of the figure; nothing where it has no sweep. `now` counts milliseconds. */
export function followProgress(figure: Figure, now: () => number): (() => Progress) | undefined {
  const { demo } = figure;
  if (!Object.values(demo.runs).some(({ sweep }) => sweep)) return undefined;
  /** Where the present playing began. */
  let since: { readonly time: number; readonly done: number } | undefined;
  let pace: number | undefined;
  let last = 0;

  return () => {
    const { tick: done, playing } = figure;
    const total = Math.max(demo.ticks, done);
    if (!playing) since = pace = undefined;
    else if (!since || since.done > done) since = { time: now(), done };
    else if (done !== last) pace = (now() - since.time) / (done - since.done);
    last = done;
    return { done, total, msLeft: since && since.done < done && pace ? (total - done) * pace : undefined };
  };
}

/** As a person says it: `12 of 100 seeds, 20 s left`. */
export function progressText({ done, total, msLeft }: Progress): string {
  const counted = `${done} of ${total} seeds`;
  if (msLeft === undefined || done === total) return counted;
  const seconds = Math.ceil(msLeft / 1000);
  return `${counted}, ${seconds > 90 ? `${Math.ceil(seconds / 60)} min` : `${seconds} s`} left`;
}
