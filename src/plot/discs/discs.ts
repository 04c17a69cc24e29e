/** Particles in a periodic square, and under it a key that says what their shades mean. */
import { canvas } from '../canvas.ts';
import { htmlElement, moveTo } from '../elements.ts';
import { followSize } from '../host-size.ts';
import type { Hue } from '../hue.ts';
import { type Particles, paintDiscs, type Raster } from './raster.ts';
import { bytesOf, shadesOf } from './shades.ts';

export interface DiscsSpec {
  hue: Hue;
  /** Values at the two ends of the shades. */
  range: readonly [number, number];
  /** HTML of what the key says at its two ends. */
  key: readonly [string, string];
}

export interface Discs {
  /** What is to be shown; its arrays are kept, not copied. */
  set(particles: Particles): void;
  /** Paints what was set; nothing while the host has no size. */
  draw(): void;
  destroy(): void;
}

/** More cannot be told apart. */
const shadeCount = 24;
/** The discs of the key, as places in the row of shades. */
const keyParts = [0, 0.25, 0.5, 0.75, 1];
/** Radius of the discs of the key, and what separates things, px. */
const keyRadius = 6;
const gap = 8;
const keyWidth = keyParts.length * (2 * keyRadius + gap) + gap;
/** Pixels a side at most: discs do not need more, and every one of them is written anew for each frame. */
const finest = 512;

/** A square as large as `host`, a positioned block with a size of its own, permits. */
export function discs(host: HTMLElement, { hue, range, key }: DiscsSpec): Discs {
  const root = htmlElement(host, 'div', 'plot plot-square');
  root.setAttribute('aria-hidden', 'true');
  const square = createSquare(root);
  const low = htmlElement(root, 'div', 'plot-label', key[0]);
  const high = htmlElement(root, 'div', 'plot-label', key[1]);
  const keyStart = { x: 0, y: 0 };
  let particles: Particles = { centres: [], radii: [], values: [], side: 1 };
  let laidOut = false;
  let drawn = false;

  const layOut = () => {
    const { width, height } = size;
    const side = Math.max(1, Math.min(width, height - low.offsetHeight - gap));
    square.place((width - side) / 2, side);
    const top = side + gap;
    const left = Math.max(0, (width - low.offsetWidth - keyWidth - high.offsetWidth) / 2);
    moveTo(low, left, top);
    moveTo(high, left + low.offsetWidth + keyWidth, top);
    keyStart.x = left + low.offsetWidth + gap + keyRadius;
    keyStart.y = top + low.offsetHeight / 2;
    laidOut = true;
  };

  /** The key, and with it all that depends on theme and scale; from frame to frame the particles alone are painted. */
  const picture = canvas(root, ({ context, token }) => {
    const shades = shadesOf(hue, shadeCount, token);
    for (const [k, part] of keyParts.entries()) {
      context.fillStyle = shades[Math.round(part * (shadeCount - 1))] as string;
      context.beginPath();
      context.arc(keyStart.x + k * (2 * keyRadius + gap), keyStart.y, keyRadius, 0, 2 * Math.PI);
      context.fill();
    }
    square.resolve(context.getTransform().a, bytesOf(shades));
    square.paint(particles, range);
  });

  const draw = () => {
    drawn = true;
    if (!size.exists()) return;
    if (laidOut) return square.paint(particles, range);
    layOut();
    picture.draw();
  };
  const size = followSize(host, () => {
    laidOut = false;
    if (drawn) draw();
  });

  return {
    set(newParticles) {
      particles = newParticles;
    },
    draw,
    destroy() {
      size.stop();
      picture.destroy();
      root.remove();
    },
  };
}

/** The particles as a canvas of its own, which the browser scales: no picture is copied into another. */
function createSquare(root: HTMLElement) {
  const element = htmlElement(root, 'canvas', 'plot-discs');
  const context = element.getContext('2d');
  let side = 1;
  let data: ImageData | undefined;
  let raster: Raster = { width: 0, pixels: new Uint32Array(0) };
  let colours: Uint32Array = new Uint32Array(1);
  return {
    /** In px of the root, of which the square stands at the top. */
    place(left: number, newSide: number) {
      side = newSide;
      element.style.cssText = `left:${left}px;width:${side}px;height:${side}px`;
    },
    /** So many pixels a px, and the colours of the shades. */
    resolve(ratio: number, newColours: Uint32Array) {
      colours = newColours;
      const width = Math.min(finest, Math.round(side * ratio));
      if (raster.width === width) return;
      element.width = element.height = width;
      data = context?.createImageData(width, width);
      raster = { width, pixels: data ? new Uint32Array(data.data.buffer) : new Uint32Array(width * width) };
    },
    paint(particles: Particles, range: readonly [number, number]) {
      paintDiscs(raster, particles, colours, range);
      if (data) context?.putImageData(data, 0, 0);
    },
  };
}
