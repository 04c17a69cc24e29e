/**
 * Eight pictures of 60 × 60 pixels, drawn here: the moon above the sea, mountains, a spiral, a cat, the letter ψ, a leaf,
 * a key and a fish. Kernels import `pictures`, a StaticArray<u8> of 450 bytes a picture, row by row, eight pixels in a
 * byte, the first in its lowest bit; 1 is ink.
 *
 * Half of the pixels of each picture are ink, and any two pictures nearly uncorrelated, as random patterns are: what is
 * neither drawn in ink nor left as paper gets a hatching, of a direction of its own, as dense as that takes.
 */

const side = 60;
const pixels = side * side;

/** Of a point of the square [-1, 1]², x to the right and y down: true is ink, false paper, undefined hatched. */
type Drawing = (x: number, y: number) => boolean | undefined;

interface Picture {
  readonly drawing: Drawing;
  /** Lines of the hatching: steps to the right and down add these to a number that begins anew at `period`. */
  readonly hatching: readonly [right: number, down: number, period: number];
}

const all: readonly Picture[] = [
  { drawing: moon, hatching: [0, 1, 5] },
  { drawing: mountains, hatching: [1, 2, 9] },
  { drawing: spiral, hatching: [1, 0, 5] },
  { drawing: cat, hatching: [1, 1, 5] },
  { drawing: psi, hatching: [3, 1, 7] },
  { drawing: leaf, hatching: [1, -1, 5] },
  { drawing: key, hatching: [1, 0, 7] },
  { drawing: fish, hatching: [1, 4, 7] },
];

export default function pictures(): Uint8Array {
  const out = new Uint8Array((all.length * pixels) / 8);
  all.forEach((picture, k) => {
    for (const pixel of inked(picture)) {
      const at = k * pixels + pixel;
      out[at >> 3] = (out[at >> 3] ?? 0) | (1 << (at & 7));
    }
  });
  return out;
}

/** The pixels of ink, half of all: those that are drawn, and as many of the hatched ones as are wanted. */
function inked({ drawing, hatching: [right, down, period] }: Picture): number[] {
  const places = Array.from({ length: pixels }, (_, pixel) => pixel);
  const tones = places.map((pixel) => drawing(coordinate(pixel % side), coordinate(Math.floor(pixel / side))));
  const line = (pixel: number) =>
    ((((pixel % side) * right + Math.floor(pixel / side) * down) % period) + period) % period;
  const ink = places.filter((pixel) => tones[pixel] === true);
  const hatched = places
    .filter((pixel) => tones[pixel] === undefined)
    .sort((a, b) => line(a) - line(b) || scatter(a) - scatter(b));
  const missing = pixels / 2 - ink.length;
  if (missing < 0 || missing > hatched.length) throw new Error(`${drawing.name}: half of it cannot be ink`);
  return [...ink, ...hatched.slice(0, missing)];
}

/** An order of the pixels in which neighbours are far apart. */
function scatter(pixel: number): number {
  return (pixel * 2_227) % pixels;
}

/** Of the centre of a pixel. */
function coordinate(k: number): number {
  return (2 * k + 1) / side - 1;
}

const isNear = (a: number, b: number) => Math.abs(a - b) < 0.025;
const isInDisc = (x: number, y: number, radius: number) => x * x + y * y < radius * radius;

function moon(x: number, y: number): boolean | undefined {
  const swell = 0.42 + 0.07 * Math.sin(6 * x);
  if (y > swell) return ((y - swell) * 5) % 1 < 0.55;
  if (isInDisc(x - 0.3, y + 0.3, 0.48)) return !isInDisc(x - 0.3, y + 0.3, 0.4);
  return undefined;
}

/** Two peaks with snow, lit from the left. */
function mountains(x: number, y: number): boolean | undefined {
  const ridge = 0.08 * Math.abs(((6 * x + 60) % 2) - 1);
  const front = 1.35 * Math.abs(x + 0.3) - 0.75;
  const back = 1.2 * Math.abs(x - 0.55) - 0.3;
  if (y > front) return y > front + 0.07 && y > ridge - 0.35 && x > -0.3;
  if (y > back) return y > back + 0.07 && y > ridge && x > 0.55;
  return undefined;
}

function spiral(x: number, y: number): boolean | undefined {
  const turns = 3.1 * Math.sqrt(x * x + y * y) - Math.atan2(y, x) / (2 * Math.PI);
  if (isInDisc(x, y, 0.97)) return turns - Math.floor(turns) < 0.5;
  return undefined;
}

function cat(x: number, y: number): boolean | undefined {
  const across = Math.abs(x);
  const isEar = y > 2.6 * Math.abs(across - 0.49) - 0.86 && y < -0.2;
  if (!isInDisc(x, 1.15 * (y - 0.1), 0.72) && !isEar) return undefined;
  if (isInDisc(across - 0.31, 1.1 * (y + 0.08), 0.16)) return isInDisc(2.2 * (across - 0.31), y + 0.08, 0.13);
  const isNose = y > 0.18 && across < 0.31 - y;
  const isMouth = y > 0.37 && isInDisc(across - 0.14, y - 0.37, 0.16) && !isInDisc(across - 0.14, y - 0.34, 0.13);
  const isWhisker = across > 0.3 && (isNear(y, 0.264 + 0.12 * across) || isNear(y, 0.33 + 0.3 * across));
  return !isNose && !isMouth && !isWhisker;
}

function psi(x: number, y: number): boolean | undefined {
  const across = Math.abs(x);
  const isStem = across < 0.085 && Math.abs(y) < 0.87;
  const isInArm =
    y > -0.12 ? isInDisc(x, y + 0.12, 0.65) && !isInDisc(x, y + 0.12, 0.49) : across > 0.49 && across < 0.65;
  return isStem || (isInArm && y > -0.7) ? false : undefined;
}

function leaf(x: number, y: number): boolean | undefined {
  const [along, across] = [(x - y) * Math.SQRT1_2, (x + y) * Math.SQRT1_2];
  const width = 0.52 * (1 - ((along - 0.05) / 0.95) ** 2) * (1 - 0.25 * along);
  if (along < -0.85 && along > -1.25 && Math.abs(across) < 0.05) return true;
  if (along < -0.9 || along > 1 || Math.abs(across) > width) return undefined;
  const vein = (along - Math.abs(across) * 0.9 + 2) % 0.3;
  return Math.abs(across) > 0.045 && vein > 0.075;
}

function key(x: number, y: number): boolean | undefined {
  const ring = Math.sqrt(x * x + (y + 0.5) * (y + 0.5));
  if (ring < 0.42) return ring > 0.2 ? true : undefined;
  if (Math.abs(x) < 0.12 && y > -0.2 && y < 0.92) return true;
  if (x > 0 && x < 0.5 && ((y > 0.4 && y < 0.56) || (y > 0.72 && y < 0.9))) return true;
  if (ring < 0.52 || (Math.abs(x) < 0.2 && y > -0.2)) return false;
  return undefined;
}

function fish(x: number, y: number): boolean | undefined {
  const half = 0.55 * (1 - ((x + 0.2) / 0.72) ** 2);
  if (isInDisc(x + 0.58, y + 0.12, 0.085)) return true;
  const isTail = x > 0.3 && x < 0.92 && Math.abs(y) < 0.08 + (x - 0.35) * 0.9;
  if (Math.abs(y) < half || isTail) {
    if (x > -0.36 && x < 0.35 && half - Math.abs(y) > 0.05) return (x + 0.36 + 0.25 * y * y) % 0.2 < 0.06;
    return false;
  }
  return undefined;
}
