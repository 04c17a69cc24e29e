import { linePaths, type Sides } from './geometry.ts';
import {
  createNamedDisc,
  createSides,
  type Directions,
  directions,
  type SphereMark,
  type SphereMarkSpec,
  type SphereSurface,
} from './mark.ts';

/** A trail is drawn in this many pieces, older ones fainter. */
const pieces = 5;

/** The way of a point, older parts fainter, with a disc and its name at the present place. */
export function createTrail(surface: SphereSurface, spec: SphereMarkSpec): Directions & SphereMark {
  const ages = Array.from({ length: pieces }, (_, i) => {
    const piece = createSides(surface, 'sphere-trail', spec.hue);
    const age = `${(pieces - 1 - i) / (pieces - 1)}`;
    for (const path of [piece.back, piece.front]) path.style.setProperty('--age', age);
    return piece;
  });
  const present = createNamedDisc(surface, spec);
  const sides: Sides = { front: '', back: '' };
  return directions((xyz, length, globe) => {
    ages.forEach((piece, i) => {
      const first = Math.floor(((length - 1) * i) / pieces);
      const last = Math.floor(((length - 1) * (i + 1)) / pieces);
      linePaths(xyz, Math.max(0, first), last, globe, sides);
      piece.write(sides);
    });
    present.paint(xyz, length - 1, globe);
  });
}
