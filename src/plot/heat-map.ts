import { onTheme } from './canvas.ts';
import { type ColourScheme, colourPixels, colourTable, tokensOf } from './colour-table.ts';
import { htmlElement } from './elements.ts';

export interface HeatMapSpec {
  scheme: ColourScheme;
  /** Values at the two ends of the colours. */
  range: readonly [number, number];
}

export interface HeatMap {
  /** [rows, cols] values, row-major, row 0 on top; the array is kept, not copied. */
  set(values: ArrayLike<number>, rows: number, cols: number): void;
  draw(): void;
  destroy(): void;
}

/** A field as an image that fills `host`, a positioned block, with sharp cells: one pixel of the canvas each. */
export function heatMap(host: HTMLElement, { scheme, range }: HeatMapSpec): HeatMap {
  const element = htmlElement(host, 'canvas', 'plot-canvas plot-cells');
  element.setAttribute('aria-hidden', 'true');
  const context = element.getContext('2d');
  const style = getComputedStyle(element);
  let values: ArrayLike<number> = [];
  let image: ImageData | undefined;
  let table: Uint8ClampedArray | undefined;
  let tableTheme: string | undefined;
  let drawn = false;

  const draw = () => {
    drawn = true;
    if (!context || !image) return;
    const token = (name: string) => style.getPropertyValue(name).trim();
    const theme = tokensOf[scheme].map(token).join(' ');
    if (theme !== tableTheme) table = colourTable(scheme, token);
    tableTheme = theme;
    if (!table) return;
    colourPixels(table, values, range[0], range[1], image.data);
    context.putImageData(image, 0, 0);
  };
  const stop = onTheme(() => {
    if (drawn) draw();
  });
  return {
    set(newValues, rows, cols) {
      if (newValues.length < rows * cols) {
        throw new Error(`heatMap: got ${newValues.length} values, expected ${rows} x ${cols} = ${rows * cols}`);
      }
      values = newValues;
      if (image?.height === rows && image.width === cols) return;
      element.width = cols;
      element.height = rows;
      image = context?.createImageData(cols, rows);
    },
    draw,
    destroy() {
      stop();
      element.remove();
    },
  };
}
