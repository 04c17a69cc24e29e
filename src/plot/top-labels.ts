/** Names of vertical rules: in a row above the plot area, centred on their rules, apart from each other. */
import { htmlElement, moveTo } from './elements.ts';
import type { Hue } from './hue.ts';
import { type Spreadable, spread } from './spread.ts';

export interface TopLabel extends Spreadable {
  readonly element: HTMLElement;
  height: number;
  /** Position of the rule, px of the plot area; NaN hides the label. */
  x: number;
}

export interface TopLabels {
  add(html: string, hue?: Hue): TopLabel;
  /** Reads the sizes of all labels and forgets their places; gives the height of the row, px. */
  measure(): number;
  /** Places all labels with their feet at `y` between `left` and `right`, px of the plot area. */
  place(y: number, left: number, right: number): void;
}

/** Between two names, px. */
const gap = 12;

export function createTopLabels(parent: HTMLElement): TopLabels {
  const labels: TopLabel[] = [];
  return {
    add(html, hue) {
      const element = htmlElement(parent, 'div', 'plot-label plot-end', html, hue);
      const label = { element, height: 0, size: 0, x: Number.NaN, want: 0, at: Number.NaN, from: 0, to: 1 };
      labels.push(label);
      return label;
    },
    measure() {
      for (const label of labels) {
        label.size = label.element.offsetWidth + gap;
        label.height = label.element.offsetHeight;
        label.at = Number.NaN;
      }
      return Math.max(0, ...labels.map((label) => label.height));
    },
    place(y, left, right) {
      for (const label of labels) {
        const hidden = Number.isNaN(label.x);
        label.want = label.x;
        label.from = hidden ? Number.POSITIVE_INFINITY : 0;
        label.to = hidden ? Number.NEGATIVE_INFINITY : 1;
        label.element.style.visibility = hidden ? 'hidden' : '';
      }
      spread(labels, left - gap / 2, right + gap / 2);
      for (const { element, x, at, size, height } of labels) {
        if (!Number.isNaN(x)) moveTo(element, at - (size - gap) / 2, y - height);
      }
    },
  };
}
