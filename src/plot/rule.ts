import { setAttribute, svgElement } from './elements.ts';
import type { Hue } from './hue.ts';
import { isInside, type Mark, type Surface } from './mark.ts';
import { point } from './path.ts';

/** A threshold at one value of x or of y, with its formula: at the right end, or on top. */
export type RuleSpec = ({ x: number; y?: never } | { y: number; x?: never }) & {
  hue?: Hue;
  /** HTML */
  label?: string;
};

export interface Rule {
  /** Moves the rule to `value`, in data units; NaN hides it. */
  set(value: number): void;
}

export function createRule(surface: Surface, spec: RuleSpec): Rule & Mark {
  const { hue = 'ink', label } = spec;
  const line = svgElement(surface.under, 'path', 'plot-rule', hue);
  const isVertical = spec.x !== undefined;
  const topName = isVertical && label !== undefined ? surface.topLabels.add(label, hue) : undefined;
  const endName = !isVertical && label !== undefined ? surface.endLabels.add(label, hue) : undefined;
  let value = (spec.x ?? spec.y) as number;
  return {
    changed: true,
    set(newValue) {
      value = newValue;
      this.changed = true;
    },
    paint(frame) {
      const x = isVertical ? frame.x(value) : frame.width;
      const y = isVertical ? 0 : frame.y(value);
      const seen = isInside(frame, x, y);
      const from = isVertical ? point(x, frame.height) : point(0, y);
      setAttribute(line, 'd', seen ? `M${from}L${point(x, y)}` : '');
      if (topName) topName.x = seen ? x : Number.NaN;
      if (endName) {
        endName.x = seen ? x : Number.NaN;
        endName.y = y;
      }
    },
  };
}
