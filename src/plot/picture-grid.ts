/**
 * Small square pictures in rows, each with the number that somebody takes it for. Those that are taken for something
 * else than they are stand out: framed, in full ink, with a heavy number.
 */
import { canvas } from './canvas.ts';
import { htmlElement, moveTo } from './elements.ts';
import { followSize } from './host-size.ts';

export interface PictureGridSpec {
  count: number;
  /** Pixels along a side of a picture. */
  side: number;
  /** The value of a pixel of full ink; 0 is paper. */
  most: number;
}

export interface PictureGrid {
  /** Values of pixels, [count, side, side], and for each picture what it is taken for and what it is. Copies them. */
  set(pixels: ArrayLike<number>, taken: ArrayLike<number>, truth: ArrayLike<number>): void;
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

/** Parts of a picture's side: the number beside it with its gap, and the least gap below. */
const beside = 0.62;
const below = 0.15;
/** Ink of the pictures that are taken for what they are. */
const calm = 0.5;
/** The line of a frame, as a part of a picture's side. */
const frameWidth = 0.05;

/** The full rows in which `count` pictures are largest in a box of `width` x `height` px. */
export function gridOf(count: number, width: number, height: number): Grid {
  let best: Grid = { columns: 1, rows: count, picture: 0 };
  for (let columns = 1; columns <= count; columns++) {
    const rows = count / columns;
    if (!Number.isInteger(rows)) continue;
    const picture = Math.min(width / (columns * (1 + beside)), height / (rows * (1 + below)));
    if (picture > best.picture) best = { columns, rows, picture };
  }
  return best;
}

/** As large as `host`, a positioned block with a size of its own, permits. */
export function pictureGrid(host: HTMLElement, { count, side, most }: PictureGridSpec): PictureGrid {
  const root = htmlElement(host, 'div', 'plot');
  root.setAttribute('aria-hidden', 'true');
  const labels = Array.from({ length: count }, () => htmlElement(root, 'div', 'plot-label plot-taken'));
  const strip = document.createElement('canvas');
  strip.width = side;
  strip.height = count * side;
  const stripContext = strip.getContext('2d');
  const pixels = new Float64Array(count * side * side);
  const taken = new Float64Array(count).fill(Number.NaN);
  const truth = new Float64Array(count).fill(Number.NaN);
  let grid = gridOf(count, 0, 0);
  let changed = false;
  let laidOut = false;
  let drawn = false;

  const isWrong = (k: number) => taken[k] !== truth[k];
  const leftOf = (k: number) =>
    ((k % grid.columns) * size.width) / grid.columns + (size.width / grid.columns - (1 + beside) * grid.picture) / 2;
  const topOf = (k: number) =>
    (Math.floor(k / grid.columns) * size.height) / grid.rows + (size.height / grid.rows - grid.picture) / 2;

  const layOut = () => {
    grid = gridOf(count, size.width, size.height);
    root.style.setProperty('--picture', `${grid.picture.toFixed(1)}px`);
    for (const [k, label] of labels.entries()) moveTo(label, leftOf(k) + grid.picture, topOf(k));
    laidOut = true;
  };

  const name = () => {
    for (const [k, label] of labels.entries()) {
      label.textContent = `${taken[k]}`;
      label.classList.toggle('plot-wrong', isWrong(k));
    }
  };

  const paper = canvas(root, ({ context, token }) => {
    if (!stripContext || Number.isNaN(taken[0])) return;
    const ink = token('--ink');
    inked(stripContext, pixels, most, ink);
    context.strokeStyle = ink;
    const { picture } = grid;
    const line = frameWidth * picture;
    context.lineWidth = line;
    for (let k = 0; k < count; k++) {
      const [x, y] = [leftOf(k), topOf(k)];
      context.globalAlpha = isWrong(k) ? 1 : calm;
      context.drawImage(strip, 0, k * side, side, side, x, y, picture, picture);
      if (isWrong(k)) context.strokeRect(x + line / 2, y + line / 2, picture - line, picture - line);
    }
  });

  const draw = () => {
    drawn = true;
    if (!size.exists() || (laidOut && !changed)) return;
    if (!laidOut) layOut();
    if (changed) name();
    changed = false;
    paper.draw();
  };
  const size = followSize(host, () => {
    laidOut = false;
    if (drawn) draw();
  });

  return {
    set(newPixels, newTaken, newTruth) {
      const isNew = [update(pixels, newPixels), update(taken, newTaken), update(truth, newTruth)];
      changed ||= isNew.includes(true);
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
function update(to: Float64Array, from: ArrayLike<number>): boolean {
  let changed = false;
  for (let i = 0; i < to.length; i++) {
    changed ||= to[i] !== from[i];
    to[i] = from[i] as number;
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
