/**
 * Discs written straight into the pixels of a periodic square: the pixels beyond an edge are those at the opposite one.
 * A thousand discs a frame cost less so than as that many drawing commands where no graphics processor helps.
 */

const OPAQUE = 0xff << 24;

/** A picture of `width` x `width` pixels, each R, G, B, A from the lowest byte up. */
export interface Raster {
  readonly width: number;
  readonly pixels: Uint32Array;
}

export interface Particles {
  /** Centres [n, 2], row-major, in periods of `side`. */
  readonly centres: ArrayLike<number>;
  /** [n], in the unit of `side`; less than half of it. */
  readonly radii: ArrayLike<number>;
  /** [n], the first shade where there is none. */
  readonly values: ArrayLike<number>;
  readonly side: number;
}

/**
 * Paints the particles and nothing else. `shades` are colours without their A, of which the first stands for `low` and
 * less, the last for `high` and more. At the rim A is the part of the pixel that is covered; a pixel belongs to the disc
 * that covers it most.
 */
export function paintDiscs(
  { width, pixels }: Raster,
  { centres, radii, values, side }: Particles,
  shades: Uint32Array,
  [low, high]: readonly [number, number],
): void {
  pixels.fill(0);
  for (let i = 0; i < radii.length; i++) {
    const part = ((values[i] as number) - low) / (high - low);
    const shade = part > 0 ? Math.min(shades.length - 1, Math.floor(part * shades.length)) : 0;
    const colour = shades[shade] as number;
    const x = within((centres[2 * i] as number) / side) * width;
    const y = within((centres[2 * i + 1] as number) / side) * width;
    const radius = ((radii[i] as number) / side) * width;
    const outer = radius + 0.5;
    const inner = Math.max(0, radius - 0.5);
    for (let row = Math.ceil(y - outer - 0.5), end = y + outer - 0.5; row <= end; row++) {
      const dy2 = (row + 0.5 - y) ** 2;
      const half = Math.sqrt(Math.max(0, outer * outer - dy2));
      const core = inner * inner - dy2;
      const base = folded(row, width) * width;
      const first = Math.ceil(x - half - 0.5);
      const last = Math.floor(x + half - 0.5);
      // Between these every pixel is covered; none is where the row meets only the rim.
      const from = core > 0 ? Math.ceil(x - Math.sqrt(core) - 0.5) : last + 1;
      const to = core > 0 ? Math.floor(x + Math.sqrt(core) - 0.5) : last;
      for (let column = first; column < from; column++)
        rim(pixels, base + folded(column, width), column + 0.5 - x, dy2, outer, colour);
      for (let column = from; column <= to; column++) pixels[base + folded(column, width)] = OPAQUE | colour;
      for (let column = to + 1; column <= last; column++)
        rim(pixels, base + folded(column, width), column + 0.5 - x, dy2, outer, colour);
    }
  }
}

/** Pixel `at`, which a disc of that outer radius may cover in part: dx and √dy2 from its centre. */
function rim(pixels: Uint32Array, at: number, dx: number, dy2: number, outer: number, colour: number): void {
  // Rounded as a whole number: Math.round would take as long as all the rest.
  const alpha = (255 * (outer - Math.sqrt(dx * dx + dy2)) + 0.5) | 0;
  if (alpha > (pixels[at] as number) >>> 24) pixels[at] = (alpha << 24) | colour;
}

/** The part of a period. */
function within(periods: number): number {
  return periods - Math.floor(periods);
}

/** The pixel between 0 and `width` for one less than a width outside. */
function folded(pixel: number, width: number): number {
  if (pixel < 0) return pixel + width;
  return pixel < width ? pixel : pixel - width;
}
