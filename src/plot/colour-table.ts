/** Values to colours: 256 entries, sequential or diverging. */
import { interpolateViridis } from 'd3-scale-chromatic';

/** `sequential` is viridis; `diverging` goes from the theme's blue over its paper to its orange. */
export type ColourScheme = 'sequential' | 'diverging';

const entries = 256;

/**
 * The table as [256, 4] bytes RGBA, or undefined where there is no canvas. `token` reads a theme token. The browser's
 * own canvas turns every way of writing a colour into bytes.
 */
export function colourTable(scheme: ColourScheme, token: (name: string) => string): Uint8ClampedArray | undefined {
  const strip = document.createElement('canvas');
  strip.width = entries;
  strip.height = 1;
  const context = strip.getContext('2d', { willReadFrequently: true });
  if (!context) return undefined;
  if (scheme === 'sequential') {
    for (let i = 0; i < entries; i++) {
      context.fillStyle = interpolateViridis(i / (entries - 1));
      context.fillRect(i, 0, 1, 1);
    }
  } else {
    const gradient = context.createLinearGradient(0.5, 0, entries - 0.5, 0);
    gradient.addColorStop(0, token('--hue-amp'));
    gradient.addColorStop(0.5, token('--paper'));
    gradient.addColorStop(1, token('--hue-langevin'));
    context.fillStyle = gradient;
    context.fillRect(0, 0, entries, 1);
  }
  return context.getImageData(0, 0, entries, 1).data;
}

/**
 * Writes one RGBA pixel for each of the [rows, cols] `values`, row 0 on top, to `pixels`, [rows, cols, 4]. The range
 * from `low` to `high` takes the whole table; what lies outside takes its ends, NaN is transparent.
 */
export function colourPixels(
  table: Uint8ClampedArray,
  values: ArrayLike<number>,
  low: number,
  high: number,
  pixels: Uint8ClampedArray,
): void {
  const factor = (entries - 1) / (high - low);
  for (let i = 0; 4 * i < pixels.length; i++) {
    const place = Math.round(((values[i] as number) - low) * factor);
    const entry = 4 * Math.min(entries - 1, Math.max(0, place));
    for (let channel = 0; channel < 3; channel++) pixels[4 * i + channel] = table[entry + channel] as number;
    pixels[4 * i + 3] = Number.isNaN(place) ? 0 : 255;
  }
}
