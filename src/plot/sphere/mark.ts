/** What the sphere and its marks know of each other, and what the marks share. */
import { setAttribute, svgElement } from '../elements.ts';
import type { EndLabel, EndLabels } from '../end-labels.ts';
import type { Hue } from '../hue.ts';
import { type Globe, pointPaths, project, type Seen, type Sides } from './geometry.ts';

export interface SphereSurface {
  /** Behind the grid, and in front of it. */
  readonly back: SVGElement;
  readonly front: SVGElement;
  readonly endLabels: EndLabels;
}

export interface SphereMark {
  /** Its data changed since it was painted. */
  changed: boolean;
  paint(globe: Globe): void;
}

export interface SphereMarkSpec {
  hue: Hue;
  /** HTML of its name. */
  label?: string;
}

export interface Directions {
  /** The first `length` unit vectors of `xyz`, row-major [n, 3], north along the third; kept, not copied. */
  set(xyz: ArrayLike<number>, length?: number): void;
}

const none: ArrayLike<number> = [];

/** The part that all marks made of directions have in common: keep what was set, paint it when asked. */
export function directions(
  paint: (xyz: ArrayLike<number>, length: number, globe: Globe) => void,
): Directions & SphereMark {
  let xyz = none;
  let length = 0;
  return {
    changed: false,
    set(newXyz, newLength = Math.floor(newXyz.length / 3)) {
      xyz = newXyz;
      length = newLength;
      this.changed = true;
    },
    paint: (globe) => paint(xyz, length, globe),
  };
}

/** Two paths of one style: what lies behind the outline is fainter. */
export function createSides(surface: SphereSurface, style: string, hue: Hue) {
  const back = svgElement(surface.back, 'path', `${style} sphere-behind`, hue);
  const front = svgElement(surface.front, 'path', style, hue);
  return {
    back,
    front,
    write(sides: Sides) {
      setAttribute(front, 'd', sides.front);
      setAttribute(back, 'd', sides.back);
    },
  };
}

/** A disc, and where there is a label its name beside it, at point `index` of an array of directions. */
export function createNamedDisc(surface: SphereSurface, { hue, label }: SphereMarkSpec) {
  const disc = createSides(surface, 'plot-present', hue);
  const name = label === undefined ? undefined : surface.endLabels.add(label, hue);
  const sides: Sides = { front: '', back: '' };
  return {
    paint(xyz: ArrayLike<number>, index: number, globe: Globe) {
      pointPaths(xyz, Math.max(0, index), index, globe, sides);
      disc.write(sides);
      if (!name) return;
      nameAt(name, xyz, index, globe);
      name.side = clearOfPole(name.side);
    },
  };
}

/** Left of the pole and near it a name stands on the left, or it would cover the pole; small steps change nothing. */
function clearOfPole(side: 1 | -1): 1 | -1 {
  if (seen.x < -0.1 && seen.up > 0.7) return -1;
  return seen.x > 0 || seen.up < 0.6 ? 1 : side;
}

const seen: Seen = { x: 0, up: 0, depth: 0 };

/** Puts `name` beside point `index` of `xyz`, and hides it where there is none. */
export function nameAt(name: EndLabel, xyz: ArrayLike<number>, index: number, globe: Globe): void {
  const part = (k: number) => (index < 0 ? Number.NaN : (xyz[3 * index + k] ?? Number.NaN));
  project(part(0), part(1), part(2), seen);
  name.x = globe.x + globe.radius * seen.x;
  name.y = globe.y - globe.radius * seen.up;
}
