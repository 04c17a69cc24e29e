import { setAttribute, svgElement } from './elements.ts';
import type { Hue } from './hue.ts';
import { type Frame, type Mark, type Surface, widen } from './mark.ts';
import { point } from './path.ts';
import { position } from './scale.ts';

export interface HistogramSpec {
  hue: Hue;
}

export interface Histogram {
  /**
   * Bars of `heights`, [bins], over the bins between successive `edges`, [bins + 1], in data units; arrays are kept,
   * not copied.
   */
  set(edges: ArrayLike<number>, heights: ArrayLike<number>): void;
}

const none: ArrayLike<number> = [];

/** The outline and the light filling of a histogram, standing on the lower edge of the plot area. */
export function createHistogram(surface: Surface, { hue }: HistogramSpec): Histogram & Mark {
  const bars = svgElement(surface.under, 'path', 'plot-histogram', hue);
  let edges = none;
  let heights = none;
  return {
    changed: false,
    set(newEdges, newHeights) {
      if (newEdges.length !== newHeights.length + 1) {
        throw new Error(
          `histogram: got ${newEdges.length} edges for ${newHeights.length} heights, expected ${newHeights.length + 1}`,
        );
      }
      edges = newEdges;
      heights = newHeights;
      this.changed = true;
    },
    extend(extent, frame) {
      widen(extent.x, edges, edges.length, frame.x.log);
      widen(extent.y, heights, heights.length, frame.y.log);
    },
    paint(frame) {
      setAttribute(bars, 'd', outline(frame, edges, heights));
    },
  };
}

/** Up to each bar, along it, and down to the next; empty bins lie on the lower edge. */
function outline(frame: Frame, edges: ArrayLike<number>, heights: ArrayLike<number>): string {
  if (heights.length === 0) return '';
  const foot = frame.height;
  let path = `M${point(position(frame.x, edges[0] as number), foot)}`;
  for (let i = 0; i < heights.length; i++) {
    const top = position(frame.y, heights[i] as number);
    const y = Number.isFinite(top) ? Math.min(top, foot) : foot;
    path += ` ${point(position(frame.x, edges[i] as number), y)}`;
    path += ` ${point(position(frame.x, edges[i + 1] as number), y)}`;
  }
  return `${path} ${point(position(frame.x, edges[heights.length] as number), foot)}`;
}
