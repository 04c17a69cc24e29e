import { linePaths, parallel, type Sides } from './geometry.ts';
import { createSides, nameAt, type SphereMark, type SphereMarkSpec, type SphereSurface } from './mark.ts';

export interface Latitude {
  /** Height of the parallel, from -1 (south) to 1 (north); NaN hides it. */
  set(height: number): void;
}

/** A marked parallel, with its name at its right end. */
export function createLatitude(surface: SphereSurface, { hue, label }: SphereMarkSpec): Latitude & SphereMark {
  const circle = createSides(surface, 'sphere-latitude', hue);
  const name = label === undefined ? undefined : surface.endLabels.add(label, hue);
  const sides: Sides = { front: '', back: '' };
  let height = Number.NaN;
  return {
    changed: true,
    set(newHeight) {
      height = newHeight;
      this.changed = true;
    },
    paint(globe) {
      const xyz = parallel(height);
      linePaths(xyz, 0, xyz.length / 3 - 1, globe, sides);
      circle.write(sides);
      if (name) nameAt(name, xyz, 0, globe);
    },
  };
}
