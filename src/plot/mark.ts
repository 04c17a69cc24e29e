/** What a chart and its marks know of each other. */
import type { EndLabels } from './end-labels.ts';
import type { Scale } from './scale.ts';
import type { TopLabels } from './top-labels.ts';

/** The plot area: `width` x `height` px with the origin in its top left corner. */
export interface Frame {
  width: number;
  height: number;
  readonly x: Scale;
  readonly y: Scale;
}

/** The smallest box around the data of all marks that a domain has to follow. */
export interface Extent {
  x: [number, number];
  y: [number, number];
}

/** Where a mark puts its elements. */
export interface Surface {
  /** Canvases, below everything; its box is the plot area. */
  readonly images: HTMLElement;
  /** Fills, below the lines; clipped to the plot area. */
  readonly under: SVGElement;
  /** Lines; clipped to the plot area. */
  readonly lines: SVGElement;
  /** Dots and handles, above everything; not clipped. */
  readonly over: SVGElement;
  /** Positioned HTML; its box is the plot area. */
  readonly labels: HTMLElement;
  readonly endLabels: EndLabels;
  /** Labels above the plot area. */
  readonly topLabels: TopLabels;
}

export interface Mark {
  /** Its data changed since it was painted. */
  changed: boolean;
  /** Widens `extent` by its data. A mark without data has no say. */
  extend?(extent: Extent, frame: Frame): void;
  /** Writes what changed to its elements. */
  paint(frame: Frame): void;
  destroy?(): void;
}

/** Widens `range` by the finite ones of `values`. */
export function widen(range: [number, number], values: ArrayLike<number>, length: number, log: boolean): void {
  for (let i = 0; i < length; i++) {
    const value = values[i] as number;
    if (!Number.isFinite(value) || (log && value <= 0)) continue;
    if (value < range[0]) range[0] = value;
    if (value > range[1]) range[1] = value;
  }
}

export function isInside(frame: Frame, x: number, y: number): boolean {
  return x >= -tolerance && x <= frame.width + tolerance && y >= -tolerance && y <= frame.height + tolerance;
}

/** Rounding may put a point on the edge beside it, px. */
const tolerance = 0.01;
