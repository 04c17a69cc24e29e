import type { Hue } from '../hue.ts';
import { pointPaths, type Sides } from './geometry.ts';
import { createSides, type Directions, directions, type SphereMark, type SphereSurface } from './mark.ts';

/** Many directions: small discs. */
export function createCloud(surface: SphereSurface, { hue }: { hue: Hue }): Directions & SphereMark {
  const discs = createSides(surface, 'sphere-cloud', hue);
  const sides: Sides = { front: '', back: '' };
  return directions((xyz, length, globe) => {
    pointPaths(xyz, 0, length - 1, globe, sides);
    discs.write(sides);
  });
}
