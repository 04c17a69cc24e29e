/** The shades of a hue: from hardly more than paper, over the hue, to ink. Lightness alone tells them apart. */
import type { Hue } from '../hue.ts';

/** Ink in the first shade, %: enough to be seen on the paper. */
const trace = 16;

/** `count` shades as CSS colours; `token` reads a theme token. */
export function shadesOf(hue: Hue, count: number, token: (name: string) => string): string[] {
  const [ink, paper] = [token('--ink'), token('--paper')];
  const middle = hue === 'ink' ? mix(ink, (trace + 100) / 2, paper) : token(`--hue-${hue}`);
  const first = mix(ink, trace, paper);
  return Array.from({ length: count }, (_, k) => {
    const way = (200 * k) / (count - 1);
    return way <= 100 ? mix(middle, way, first) : mix(ink, way - 100, middle);
  });
}

/** `percent` of a colour, the rest another. */
function mix(colour: string, percent: number, rest: string): string {
  return `color-mix(in oklab, ${colour} ${percent.toFixed(1)}%, ${rest})`;
}

/** Colours as [n] numbers with R, G, B from the lowest byte up, as the browser's own canvas reads them. */
export function bytesOf(colours: readonly string[]): Uint32Array {
  const strip = document.createElement('canvas');
  strip.width = colours.length;
  strip.height = 1;
  const context = strip.getContext('2d', { willReadFrequently: true });
  if (!context) return new Uint32Array(colours.length);
  for (const [k, colour] of colours.entries()) {
    context.fillStyle = colour;
    context.fillRect(k, 0, 1, 1);
  }
  const { data } = context.getImageData(0, 0, colours.length, 1);
  return new Uint32Array(data.buffer).map((pixel) => pixel & 0xffffff);
}
