/** The site's icon, a point on a sphere, as SVG and as pixels. Lengths are in units of a 32 by 32 square. */
import { encodePng } from './png.ts';

export interface IconColours {
  readonly line: string;
  readonly point: string;
}

const side = 32;
const centre = side / 2;
const radius = 13;
/** Half the height of the equator, seen from a little above. */
const tilt = 4.5;
const stroke = 3;
const point = { x: 21, y: 8, radius: 3 };

export function iconSvg({ line, point: fill }: IconColours): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" fill="none" stroke="${line}" ` +
    `stroke-width="${stroke}"><circle cx="${centre}" cy="${centre}" r="${radius}"/>` +
    `<ellipse cx="${centre}" cy="${centre}" rx="${radius}" ry="${tilt}"/>` +
    `<circle cx="${point.x}" cy="${point.y}" r="${point.radius}" fill="${fill}" stroke="none"/></svg>\n`
  );
}

/**
 * The icon as a PNG of `size` by `size` pixels. On a `background` it fills the square and the drawing keeps within the
 * middle, which is what is left when a system cuts the icon to its own shape.
 */
export function iconPng(size: number, { line, point: fill }: IconColours, background?: string): Buffer {
  const scale = size / (background ? side / 0.8 : side);
  const pixels = new Uint8Array(4 * size * size);
  const [lineRgb, fillRgb] = [rgb(line), rgb(fill)];
  const paper = background ? rgb(background) : undefined;
  for (let index = 0; index < size * size; index++) {
    const x = ((index % size) + 0.5 - size / 2) / scale;
    const y = (Math.floor(index / size) + 0.5 - size / 2) / scale;
    const outlines = Math.min(Math.abs(Math.hypot(x, y) - radius), toEquator(x, y)) - stroke / 2;
    const disc = Math.hypot(x - point.x + centre, y - point.y + centre) - point.radius;
    const layers = [
      { rgb: lineRgb, cover: covered(outlines * scale) },
      { rgb: fillRgb, cover: covered(disc * scale) },
    ];
    let alpha = paper ? 1 : 0;
    let colour = paper ?? lineRgb;
    for (const { rgb: over, cover } of layers) {
      const whole = cover + alpha * (1 - cover);
      const share = whole > 0 ? cover / whole : 0;
      colour = colour.map((value, channel) => value + share * ((over[channel] as number) - value));
      alpha = whole;
    }
    pixels.set([...colour.map(Math.round), Math.round(255 * alpha)], 4 * index);
  }
  return encodePng(size, size, pixels);
}

/** How much of a pixel lies within an outline from which its centre is `distance` pixels away, negative inside. */
const covered = (distance: number): number => Math.min(1, Math.max(0, 0.5 - distance));

/** Points of a quarter of the equator, so close that the distance from them is right to a hundredth of a pixel. */
const quarter = Array.from({ length: 201 }, (_, index) => {
  const angle = (index / 200) * (Math.PI / 2);
  return { x: radius * Math.cos(angle), y: tilt * Math.sin(angle) };
});

/** Distance from the equator; far from its stroke only that it is far. */
function toEquator(x: number, y: number): number {
  const [right, up] = [Math.abs(x), Math.abs(y)];
  if (right > radius + stroke || up > tilt + stroke) return stroke;
  let least = stroke ** 2;
  for (const on of quarter) least = Math.min(least, (right - on.x) ** 2 + (up - on.y) ** 2);
  return Math.sqrt(least);
}

function rgb(hex: string): number[] {
  const digits = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  if (!digits) throw new Error(`icon: "${hex}" is not a colour, expected #rrggbb`);
  return digits.slice(1).map((pair) => Number.parseInt(pair, 16));
}
