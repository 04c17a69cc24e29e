/**
 * The unit sphere seen from slightly above its equator, orthographically. A point (a, b, c) of the sphere has its north
 * along c; the reader looks along +b, tilted by `tilt`: the equator is an ellipse and the north pole is in sight.
 */

import { point } from '../path.ts';

const tilt = (20 * Math.PI) / 180;
const [sine, cosine] = [Math.sin(tilt), Math.cos(tilt)];

/** Where a point of the sphere is on the picture, in units of the radius: `up` is upwards, `depth` towards the reader. */
export interface Seen {
  x: number;
  up: number;
  depth: number;
}

/** Projects the unit vector (a, b, c) to `seen`. */
export function project(a: number, b: number, c: number, seen: Seen): void {
  seen.x = a;
  seen.up = c * cosine + b * sine;
  seen.depth = c * sine - b * cosine;
}

/** The parallel at height `c`, |c| <= 1, as unit vectors, row-major [points, 3]; it is closed. */
export function parallel(c: number, points = 121): Float64Array {
  const rho = Math.sqrt(Math.max(0, 1 - c * c));
  const xyz = new Float64Array(3 * points);
  for (let i = 0; i < points; i++) {
    const phi = (2 * Math.PI * i) / (points - 1);
    xyz.set([rho * Math.cos(phi), rho * Math.sin(phi), c], 3 * i);
  }
  return xyz;
}

/** The great circle through both poles and the longitude `phi`, as unit vectors, row-major [points, 3]; it is closed. */
export function meridian(phi: number, points = 121): Float64Array {
  const xyz = new Float64Array(3 * points);
  for (let i = 0; i < points; i++) {
    const theta = (2 * Math.PI * i) / (points - 1);
    const rho = Math.sin(theta);
    xyz.set([rho * Math.cos(phi), rho * Math.sin(phi), Math.cos(theta)], 3 * i);
  }
  return xyz;
}

/** Front and back of a line on the sphere, as path strings in px. */
export interface Sides {
  front: string;
  back: string;
}

/** The picture: centre and radius, px. */
export interface Globe {
  x: number;
  y: number;
  radius: number;
}

/** Steps shorter than this do not show, px. */
const shortest = 0.6;

const here: Seen = { x: 0, up: 0, depth: 0 };
const before: Seen = { x: 0, up: 0, depth: 0 };
const border: Seen = { x: 0, up: 0, depth: 0 };

/**
 * The points `first` to `last` (inclusive) of the line `xyz`, row-major [n, 3] unit vectors, split where it passes
 * behind the sphere's outline; written to `sides`. NaN breaks the line.
 */
export function linePaths(xyz: ArrayLike<number>, first: number, last: number, globe: Globe, sides: Sides): void {
  let front = '';
  let back = '';
  let open = false;
  let [drawnX, drawnUp] = [0, 0];
  for (let i = first; i <= last; i++) {
    project(xyz[3 * i] as number, xyz[3 * i + 1] as number, xyz[3 * i + 2] as number, here);
    if (Number.isNaN(here.depth + here.x)) {
      open = false;
      continue;
    }
    if (!open) {
      const start = `M${place(globe, here)}`;
      if (here.depth >= 0) front += start;
      else back += start;
    } else if (here.depth >= 0 !== before.depth >= 0) {
      const part = before.depth / (before.depth - here.depth);
      border.x = before.x + part * (here.x - before.x);
      border.up = before.up + part * (here.up - before.up);
      const crossing = place(globe, border);
      if (here.depth >= 0) {
        back += ` ${crossing}`;
        front += `M${crossing} ${place(globe, here)}`;
      } else {
        front += ` ${crossing}`;
        back += `M${crossing} ${place(globe, here)}`;
      }
    } else {
      const moved = Math.abs(here.x - drawnX) + Math.abs(here.up - drawnUp);
      if (moved * globe.radius < shortest && i < last) {
        before.depth = here.depth;
        before.x = here.x;
        before.up = here.up;
        continue;
      }
      if (here.depth >= 0) front += ` ${place(globe, here)}`;
      else back += ` ${place(globe, here)}`;
    }
    open = true;
    drawnX = before.x = here.x;
    drawnUp = before.up = here.up;
    before.depth = here.depth;
  }
  sides.front = front;
  sides.back = back;
}

/** Discs for the points `first` to `last` (inclusive) of `xyz`, row-major [n, 3] unit vectors, written to `sides`. */
export function pointPaths(xyz: ArrayLike<number>, first: number, last: number, globe: Globe, sides: Sides): void {
  sides.front = sides.back = '';
  for (let i = first; i <= last; i++) {
    project(xyz[3 * i] as number, xyz[3 * i + 1] as number, xyz[3 * i + 2] as number, here);
    if (Number.isNaN(here.depth + here.x)) continue;
    const disc = `M${place(globe, here)}h0`;
    if (here.depth >= 0) sides.front += disc;
    else sides.back += disc;
  }
}

function place({ x, y, radius }: Globe, seen: Seen): string {
  return point(x + radius * seen.x, y - radius * seen.up);
}
