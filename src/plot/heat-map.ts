import { canvas } from './canvas.ts';
import { type ColourScheme, colourPixels, colourTable } from './colour-table.ts';

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

/** A field as an image that fills `host`, a positioned block, with sharp cells. */
export function heatMap(host: HTMLElement, { scheme, range }: HeatMapSpec): HeatMap {
  const cells = document.createElement('canvas');
  const cellContext = cells.getContext('2d');
  let values: ArrayLike<number> = [];
  let image: ImageData | undefined;
  let table: Uint8ClampedArray | undefined;
  let tableTheme = '';

  const picture = canvas(host, ({ context, width, height, token }) => {
    if (!cellContext || !image) return;
    const theme = `${token('--hue-amp')} ${token('--paper')} ${token('--hue-langevin')}`;
    if (theme !== tableTheme) table = colourTable(scheme, token);
    tableTheme = theme;
    if (!table) return;
    colourPixels(table, values, range[0], range[1], image.data);
    cellContext.putImageData(image, 0, 0);
    context.imageSmoothingEnabled = false;
    context.drawImage(cells, 0, 0, width, height);
  });
  return {
    set(newValues, rows, cols) {
      if (newValues.length < rows * cols) {
        throw new Error(`heatMap: got ${newValues.length} values, expected ${rows} x ${cols} = ${rows * cols}`);
      }
      values = newValues;
      if (image?.height === rows && image.width === cols) return;
      cells.width = cols;
      cells.height = rows;
      image = cellContext?.createImageData(cols, rows);
    },
    draw: picture.draw,
    destroy: picture.destroy,
  };
}
