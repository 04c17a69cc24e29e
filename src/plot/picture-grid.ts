/**
 * Small square pictures in rows, each with a number: what somebody takes it for, or how near somebody is to it. Those
 * that are marked stand out: framed, in full ink, with a heavy number.
 */
import { canvas } from './canvas.ts';
import { htmlElement, moveTo } from './elements.ts';
import { followSize } from './host-size.ts';
import { fixed } from './number.ts';

export interface PictureGridSpec {
  count: number;
  /** Pixels along a side of a picture. */
  side: number;
  /** The value of a pixel of full ink; 0 is paper. */
  most: number;
  /** Where the number of a picture stands. */
  number: NumberPlace;
  /** Decimals of the numbers. */
  digits: number;
  /** Hears of the picture that somebody presses, counted from 0. */
  choose?: (picture: number) => void;
}

export interface PictureGrid {
  /** Values of pixels, [count, side, side], and for each picture its number and whether it is marked. Copies them. */
  set(pixels: ArrayLike<number>, numbers: ArrayLike<number>, marked: ArrayLike<boolean>): void;
  /** Paints what changed; nothing while the host has no size. */
  draw(): void;
  destroy(): void;
}

export interface Grid {
  columns: number;
  rows: number;
  /** Side of a picture, px. */
  picture: number;
}

type NumberPlace = 'beside' | 'below';

/** Room beside and below a picture, for its number and a gap, as parts of its side. */
const roomFor: Readonly<Record<NumberPlace, { readonly right: number; readonly below: number }>> = {
  beside: { right: 0.62, below: 0.15 },
  below: { right: 0.18, below: 0.36 },
};
/** Ink of the pictures that are not marked. */
const calm = 0.5;
/** The line of a frame, as a part of a picture's side. */
const frameWidth = 0.05;

/** The full rows in which `count` pictures are largest in a box of `width` x `height` px. */
export function gridOf(count: number, number: NumberPlace, width: number, height: number): Grid {
  const { right, below } = roomFor[number];
  let best: Grid = { columns: 1, rows: count, picture: 0 };
  for (let columns = 1; columns <= count; columns++) {
    const rows = count / columns;
    if (!Number.isInteger(rows)) continue;
    const picture = Math.min(width / (columns * (1 + right)), height / (rows * (1 + below)));
    if (picture > best.picture) best = { columns, rows, picture };
  }
  return best;
}

/** As large as `host`, a positioned block with a size of its own, permits. */
export function pictureGrid(host: HTMLElement, spec: PictureGridSpec): PictureGrid {
  const { count, side, most, number, digits, choose } = spec;
  const room = roomFor[number];
  const root = htmlElement(host, 'div', 'plot');
  root.setAttribute('aria-hidden', 'true');
  const labels = Array.from({ length: count }, () => htmlElement(root, 'div', `plot-label plot-number plot-${number}`));
  const strip = document.createElement('canvas');
  strip.width = side;
  strip.height = count * side;
  const stripContext = strip.getContext('2d');
  const pixels = new Float64Array(count * side * side);
  const numbers = new Float64Array(count).fill(Number.NaN);
  const marks = new Array<boolean>(count).fill(false);
  let grid = gridOf(count, number, 0, 0);
  let isEmpty = true;
  let isNamed = true;
  let isPainted = true;
  let laidOut = false;
  let drawn = false;

  const leftOf = (k: number) => {
    const cell = size.width / grid.columns;
    return (k % grid.columns) * cell + (cell - (1 + room.right) * grid.picture) / 2;
  };
  const topOf = (k: number) => {
    const cell = size.height / grid.rows;
    return Math.floor(k / grid.columns) * cell + (cell - (number === 'below' ? 1 + room.below : 1) * grid.picture) / 2;
  };

  const layOut = () => {
    grid = gridOf(count, number, size.width, size.height);
    root.style.setProperty('--picture', `${grid.picture.toFixed(1)}px`);
    const [right, down] = number === 'below' ? [0, grid.picture] : [grid.picture, 0];
    for (const [k, label] of labels.entries()) moveTo(label, leftOf(k) + right, topOf(k) + down);
    laidOut = true;
  };

  const name = () => {
    for (const [k, label] of labels.entries()) {
      label.textContent = fixed(numbers[k] as number, digits);
      label.classList.toggle('plot-marked', marks[k]);
    }
  };

  const paper = canvas(root, ({ context, token }) => {
    if (!stripContext || isEmpty) return;
    const ink = token('--ink');
    inked(stripContext, pixels, most, ink);
    context.strokeStyle = ink;
    const { picture } = grid;
    const line = frameWidth * picture;
    context.lineWidth = line;
    for (let k = 0; k < count; k++) {
      const [x, y] = [leftOf(k), topOf(k)];
      context.globalAlpha = marks[k] ? 1 : calm;
      context.drawImage(strip, 0, k * side, side, side, x, y, picture, picture);
      if (marks[k]) context.strokeRect(x + line / 2, y + line / 2, picture - line, picture - line);
    }
  });
  if (choose) {
    root.classList.add('plot-choice');
    root.addEventListener('click', ({ clientX, clientY }) => {
      const { left, top, width, height } = root.getBoundingClientRect();
      const column = Math.floor(((clientX - left) / width) * grid.columns);
      choose(Math.floor(((clientY - top) / height) * grid.rows) * grid.columns + column);
    });
  }

  const draw = () => {
    drawn = true;
    if (!size.exists()) return;
    if (!isNamed) name();
    if (!laidOut || !isPainted) {
      if (!laidOut) layOut();
      paper.draw();
    }
    isNamed = isPainted = true;
  };
  const size = followSize(host, () => {
    laidOut = false;
    if (drawn) draw();
  });

  return {
    set(newPixels, newNumbers, newMarks) {
      const isNew = [update(pixels, newPixels), update(marks, newMarks)].includes(true);
      if (isNew || isEmpty) isPainted = false;
      if (update(numbers, newNumbers) || isNew) isNamed = false;
      isEmpty = false;
    },
    draw,
    destroy() {
      size.stop();
      paper.destroy();
      root.remove();
    },
  };
}

/** Copies `from`: whether that changed anything. */
function update<T>(to: { readonly length: number; [i: number]: T }, from: ArrayLike<T>): boolean {
  let changed = false;
  for (let i = 0; i < to.length; i++) {
    changed ||= !Object.is(to[i], from[i]);
    to[i] = from[i] as T;
  }
  return changed;
}

/** Fills the canvas with the colour `ink`, as opaque as the pixels say. */
function inked(context: CanvasRenderingContext2D, pixels: Float64Array, most: number, ink: string): void {
  const { width, height } = context.canvas;
  const image = context.createImageData(width, height);
  for (let i = 0; i < pixels.length; i++) image.data[4 * i + 3] = (255 * (pixels[i] as number)) / most;
  context.putImageData(image, 0, 0);
  context.globalCompositeOperation = 'source-in';
  context.fillStyle = ink;
  context.fillRect(0, 0, width, height);
  context.globalCompositeOperation = 'source-over';
}
