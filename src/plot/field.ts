import type { ColourScheme } from './colour-table.ts';
import { htmlElement } from './elements.ts';
import { heatMap } from './heat-map.ts';
import type { Mark, Surface } from './mark.ts';

export interface FieldSpec {
  scheme: ColourScheme;
  /** Values at the two ends of the colours. */
  range: readonly [number, number];
  /** The stretch of each axis that the field covers, outer edges of its cells, in data units. */
  x: readonly [number, number];
  y: readonly [number, number];
}

export interface Field {
  /**
   * [rows, cols] values, row-major: row 0 lies beside `y[0]`, column 0 beside `x[0]`; cells have the same size on the
   * screen, also on a log axis. The array is kept, not copied.
   */
  set(values: ArrayLike<number>, rows: number, cols: number): void;
}

/** A heat map below the marks of a chart. */
export function createField(surface: Surface, { scheme, range, x, y }: FieldSpec): Field & Mark & { destroy(): void } {
  const box = htmlElement(surface.images, 'div', 'plot-field');
  const map = heatMap(box, { scheme, range });
  return {
    changed: false,
    set(values, rows, cols) {
      map.set(values, rows, cols);
      this.changed = true;
    },
    paint(frame) {
      const [left, right] = [frame.x(x[0]), frame.x(x[1])];
      const [first, last] = [frame.y(y[0]), frame.y(y[1])];
      box.style.left = `${Math.min(left, right)}px`;
      box.style.top = `${Math.min(first, last)}px`;
      box.style.width = `${Math.abs(right - left)}px`;
      box.style.height = `${Math.abs(last - first)}px`;
      box.style.transform = `scale(${right > left ? 1 : -1},${last > first ? 1 : -1})`;
      map.draw();
    },
    destroy: map.destroy,
  };
}
