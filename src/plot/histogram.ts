import { curveStepBefore, line } from 'd3-shape';
import { setAttribute, svgElement } from './elements.ts';
import type { Hue } from './hue.ts';
import { type Frame, type Mark, type Surface, widen } from './mark.ts';
import { point } from './path.ts';

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
      widen(extent.x, edges, edges.length, frame.x);
      widen(extent.y, heights, heights.length, frame.y);
    },
    paint(frame) {
      setAttribute(bars, 'd', heights.length > 0 ? outline(frame, edges, heights) : '');
    },
  };
}

/** Up to each bar, along it, and down to the next; an empty bin lies on the lower edge. */
function outline(frame: Frame, edges: ArrayLike<number>, heights: ArrayLike<number>): string {
  const top = (height: number): number => {
    const y = frame.y(height);
    return Number.isFinite(y) ? Math.min(y, frame.height) : frame.height;
  };
  const steps = line<number>()
    .curve(curveStepBefore)
    .digits(1)
    .x((edge) => frame.x(edge))
    .y((_, i) => (i === 0 ? frame.height : top(heights[i - 1] as number)));
  return `${steps(Array.from(edges))}L${point(frame.x(edges[heights.length] as number), frame.height)}`;
}
