import { htmlElement, moveTo } from './elements.ts';
import { isInside, type Mark, type Surface } from './mark.ts';

export interface TextSpec {
  /** Words or HTML; `<br>` breaks the line. */
  label: string;
  /** Centre of the words in data units. */
  x: number;
  y: number;
}

export interface Text {
  /** Moves the centre of the words, in data units; NaN hides them. */
  set(x: number, y: number): void;
}

/** Words inside the plot area, such as the name of a region of a phase diagram. They stay inside. */
export function createText(surface: Surface, spec: TextSpec): Text & Mark {
  const words = htmlElement(surface.labels, 'div', 'plot-label plot-text', spec.label);
  let { x, y } = spec;
  return {
    changed: true,
    set(newX, newY) {
      x = newX;
      y = newY;
      this.changed = true;
    },
    paint(frame) {
      const left = frame.x(x);
      const top = frame.y(y);
      const seen = isInside(frame, left, top);
      words.style.visibility = seen ? '' : 'hidden';
      words.style.maxWidth = `${Math.round(frame.width / 2)}px`;
      const { offsetWidth, offsetHeight } = words;
      if (!seen) return;
      moveTo(words, inside(left, offsetWidth, frame.width), inside(top, offsetHeight, frame.height));
    },
  };
}

/** Start of a stretch of `size` px, centred on `centre` as far as it stays between 0 and `room`. */
function inside(centre: number, size: number, room: number): number {
  return Math.max(0, Math.min(centre - size / 2, room - size));
}
