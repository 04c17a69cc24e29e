/** What a chart and its marks know of each other. */
import type { EndLabels } from './end-labels.ts';
import { isLog, type Scale } from './scale.ts';
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

/** Widens `range` by those of `values` that are finite, and positive where `scale` is logarithmic. */
export function widen(range: [number, number], values: ArrayLike<number>, length: number, scale: Scale): void {
  const least = isLog(scale) ? Number.MIN_VALUE : Number.NEGATIVE_INFINITY;
  for (let i = 0; i < length; i++) {
    const value = values[i] as number;
    if (!Number.isFinite(value) || value < least) continue;
    if (value < range[0]) range[0] = value;
    if (value > range[1]) range[1] = value;
  }
}

/** Height in px of a low end: on the lower edge where a log axis has no place for it. */
export function foot(frame: Frame, value: number): number {
  return isLog(frame.y) && value <= 0 ? frame.height : frame.y(value);
}

export function isInside(frame: Frame, x: number, y: number): boolean {
  return x >= -tolerance && x <= frame.width + tolerance && y >= -tolerance && y <= frame.height + tolerance;
}

/** Rounding may put a point on the edge beside it, px. */
const tolerance = 0.01;
