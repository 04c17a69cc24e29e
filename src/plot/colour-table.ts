/** Values to colours: 256 entries, sequential, diverging, or from paper to ink. */
import { interpolateViridis } from 'd3-scale-chromatic';

/** `sequential` is viridis; the others go through the theme's colours. */
export type ColourScheme = 'sequential' | 'diverging' | 'ink';

/** The tokens of the theme that a scheme goes through, from its low end to its high one. */
export const tokensOf: Readonly<Record<ColourScheme, readonly string[]>> = {
  sequential: [],
  diverging: ['--hue-amp', '--paper', '--hue-langevin'],
  ink: ['--paper', '--ink'],
};

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
    const stops = tokensOf[scheme];
    for (const [k, name] of stops.entries()) gradient.addColorStop(k / (stops.length - 1), token(name));
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
  const colours = new Uint32Array(table.buffer, table.byteOffset, entries);
  const out = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4);
  for (let i = 0; i < out.length; i++) {
    const place = ((values[i] as number) - low) * factor + 0.5;
    if (place >= entries) out[i] = colours[entries - 1] as number;
    else if (place >= 1) out[i] = colours[Math.floor(place)] as number;
    else out[i] = Number.isNaN(place) ? 0 : (colours[0] as number);
  }
}
