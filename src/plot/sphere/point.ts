import { createNamedDisc, type SphereMark, type SphereMarkSpec, type SphereSurface } from './mark.ts';

export interface SpherePoint {
  /** The unit vector `xyz`, [3], north along the third; kept, not copied. */
  set(xyz: ArrayLike<number>): void;
}

/** A single direction: a disc with its name. */
export function createPoint(surface: SphereSurface, spec: SphereMarkSpec): SpherePoint & SphereMark {
  const disc = createNamedDisc(surface, spec);
  let xyz: ArrayLike<number> = [];
  return {
    changed: false,
    set(newXyz) {
      xyz = newXyz;
      this.changed = true;
    },
    paint: (globe) => disc.paint(xyz, xyz.length / 3 - 1, globe),
  };
}
