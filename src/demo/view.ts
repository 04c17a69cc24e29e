/**
 * A view draws a demo: it builds its panels once on a stage and gives back a function that repaints them. It sees
 * trajectories and never a kernel, a worker or a slide.
 */
import type { FieldArray } from '../kernel/instance.ts';
import type { Values } from '../kernel/manifest.ts';

/** What a view may count over its rows: a fraction of successes with its error bar. */
export { type Fraction, fractionOf } from '../sweep/estimate.ts';

/** One run as a view sees it: columns that grow, and the newest fields. */
export interface RunView {
  /** Rows recorded so far; row 0 is the state after `init`. */
  readonly length: number;
  /** Kernel steps taken so far. */
  readonly step: number;
  /** A column by observable name (or `step`): valid up to `length`. */
  column(name: string): Float64Array;
  /** A recorded field: row-major [length, size]. */
  recorded(name: string): Float64Array;
  /** Whether there is an observable of that name. */
  has(name: string): boolean;
  /** The newest value of an observable, NaN before the first row. */
  latest(name: string): number;
  /** The newest snapshot of a field, zeros before the first. */
  field(name: string): FieldArray;
  /** Setup and parameters of this run as they are now. */
  readonly values: Values;
}

export type Runs = Readonly<Record<string, RunView>>;

/** Where a view builds: named panels in the order in which they stack on a phone. */
export interface Stage {
  /** A block element; `area` is a name of the view's CSS grid. */
  panel(area: string): HTMLElement;
  /** The grid on a wide figure, as `grid-template` (CSS); narrow figures stack the panels. */
  grid(template: string): void;
  /** Moves numbers of the figure as its sliders do, inside their ranges, and finer: to five digits. */
  move(numbers: Values): void;
  /** The figure stands behind words: the picture from edge to edge, without axes and labels. */
  readonly isBackground: boolean;
}

export interface Painter {
  /** Repaints what changed. Called once per animation frame at most. */
  paint(runs: Runs): void;
  /** One sentence with the present values, for a screen reader. */
  summary(runs: Runs): string;
  destroy(): void;
}

export type View = (stage: Stage) => Painter;
