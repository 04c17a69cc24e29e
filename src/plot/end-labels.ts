/** Names at the ends of curves: to the right of the end, apart from each other, never cut by the figure's edge. */
import { htmlElement, moveTo } from './elements.ts';
import type { Hue } from './hue.ts';
import { type Spreadable, spread } from './spread.ts';

export interface EndLabel extends Spreadable {
  readonly element: HTMLElement;
  width: number;
  /** The point that it names, px of the plot area; NaN hides the label. */
  x: number;
  y: number;
  /** To the right (1) of the point, or to the left (-1) of it. */
  side: 1 | -1;
  /** Where the curve leaves room when it is not at the right edge: above (-1) to below (1). */
  lean: number;
}

export interface EndLabels {
  add(html: string, hue?: Hue): EndLabel;
  /** Reads the sizes of all labels and forgets their places; gives the room that the widest needs, px. */
  measure(): number;
  /** Places all labels on a plot area of `width` x `height` px with a margin of `right` px. */
  place(width: number, height: number, right: number): void;
}

/** Between a point and its name, px. */
const gap = 12;
/** How far names may stand out above and below the plot area, px. */
const overhang = 12;

export function createEndLabels(parent: HTMLElement): EndLabels {
  const labels: EndLabel[] = [];
  return {
    add(html, hue) {
      const element = htmlElement(parent, 'div', 'plot-label plot-end', '', hue);
      htmlElement(element, 'span', 'plot-halo', html);
      htmlElement(element, 'span', 'plot-word', html);
      const point = { x: Number.NaN, y: 0, side: 1, lean: 0 } as const;
      const label: EndLabel = { element, ...point, width: 0, size: 0, want: 0, at: Number.NaN, from: 0, to: 0 };
      labels.push(label);
      return label;
    },
    measure() {
      for (const label of labels) {
        label.width = label.element.offsetWidth + 1;
        label.size = label.element.offsetHeight;
        label.at = Number.NaN;
      }
      return labels.length > 0 ? Math.max(...labels.map((label) => label.width)) + gap : 0;
    },
    place(width, height, right) {
      for (const label of labels) wish(label, width, right);
      spread(labels, -overhang, height + overhang);
      for (const { element, x, at, size, from } of labels) {
        const visibility = Number.isNaN(x) ? 'hidden' : '';
        if (element.style.visibility !== visibility) element.style.visibility = visibility;
        if (!visibility) moveTo(element, from, at - size / 2);
      }
    },
  };
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/**
 * Beside its point where there is room. In the middle of the plot area it leans out of the curve's way; where it would
 * be cut it moves left and stands above or below the curve.
 */
function wish(label: EndLabel, width: number, right: number): void {
  if (Number.isNaN(label.x)) {
    label.from = Number.POSITIVE_INFINITY;
    label.to = Number.NEGATIVE_INFINITY;
    return;
  }
  const cut = label.side > 0 ? Math.max(0, label.x + gap + label.width - (width + right)) : 0;
  const fromEdge = clamp((width - label.x - 16) / 48);
  const lean = cut > 0 ? (label.lean > 0 ? 1 : -1) : label.lean;
  label.want = label.y + lean * Math.max(fromEdge, clamp(cut / gap)) * (label.size / 2 + 4);
  label.from = label.side > 0 ? label.x + gap - cut : Math.max(0, label.x - gap - label.width);
  label.to = label.from + label.width;
}
