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

/** The parallel at height `c`, |c| <= 1, as unit vectors, row-major [121, 3]; it is closed. */
export function parallel(c: number): Float64Array {
  const points = 121;
  const rho = Math.sqrt(Math.max(0, 1 - c * c));
  const xyz = new Float64Array(3 * points);
  for (let i = 0; i < points; i++) {
    const phi = (2 * Math.PI * i) / (points - 1);
    xyz.set([rho * Math.cos(phi), rho * Math.sin(phi), c], 3 * i);
  }
  return xyz;
}

/** The great circle through both poles and the longitude `phi`, as unit vectors, row-major [5, 3]; it is closed. */
export function meridian(phi: number): readonly number[] {
  const [a, b] = [Math.cos(phi), Math.sin(phi)];
  return [0, 0, 1, a, b, 0, 0, 0, -1, -a, -b, 0, 0, 0, 1];
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
/** A chord of this angle, rad, leaves its arc by 1/3200 of the radius, less than a tenth of a pixel. */
const longest = 0.05;
/** Shorter sums of two unit vectors come from antipodes: rounding alone would choose the great circle. */
const antipodal = 1e-6;

const here: Seen = { x: 0, up: 0, depth: 0 };
/** The last point of the line that was drawn. */
const before: Seen = { x: 0, up: 0, depth: 0 };
const border: Seen = { x: 0, up: 0, depth: 0 };
/** What `linePaths` has written so far; `down` while there is a line to go on with. */
const pen = { front: '', back: '', down: false };

/**
 * The points `first` to `last` (inclusive) of the line `xyz`, row-major [n, 3] unit vectors, joined by great circles
 * and split where the line passes behind the sphere's outline; written to `sides`. NaN breaks the line, and so do
 * antipodes, which no single great circle joins.
 */
export function linePaths(xyz: ArrayLike<number>, first: number, last: number, globe: Globe, sides: Sides): void {
  pen.front = pen.back = '';
  pen.down = false;
  for (let i = first; i <= last; i++) {
    if (pen.down) goAlong(xyz, i, globe);
    drawTo(xyz[3 * i] as number, xyz[3 * i + 1] as number, xyz[3 * i + 2] as number, globe, i === last);
  }
  sides.front = pen.front;
  sides.back = pen.back;
}

/** Draws the great circle from point `i` - 1 up to, but without, point `i`; lifts the pen between antipodes. */
function goAlong(xyz: ArrayLike<number>, i: number, globe: Globe): void {
  const [fromA, fromB, fromC] = [xyz[3 * i - 3] as number, xyz[3 * i - 2] as number, xyz[3 * i - 1] as number];
  const [toA, toB, toC] = [xyz[3 * i] as number, xyz[3 * i + 1] as number, xyz[3 * i + 2] as number];
  const chord = Math.hypot(toA - fromA, toB - fromB, toC - fromC);
  if (!(chord > longest)) return;
  const sum = Math.hypot(toA + fromA, toB + fromB, toC + fromC);
  pen.down = sum > antipodal;
  const angle = 2 * Math.atan2(chord, sum);
  const steps = pen.down ? Math.ceil(angle / longest) : 0;
  for (let k = 1; k < steps; k++) {
    const from = Math.sin((1 - k / steps) * angle) / Math.sin(angle);
    const to = Math.sin((k / steps) * angle) / Math.sin(angle);
    drawTo(from * fromA + to * toA, from * fromB + to * toB, from * fromC + to * toC, globe, false);
  }
}

/** Draws to the unit vector (a, b, c), unless the line goes on from it and the step would not show. */
function drawTo(a: number, b: number, c: number, globe: Globe, ends: boolean): void {
  project(a, b, c, here);
  if (Number.isNaN(here.depth + here.x)) {
    pen.down = false;
    return;
  }
  const [side, other] = here.depth >= 0 ? (['front', 'back'] as const) : (['back', 'front'] as const);
  if (!pen.down) pen[side] += `M${place(globe, here)}`;
  else if (before.depth >= 0 !== here.depth >= 0) {
    const part = before.depth / (before.depth - here.depth);
    border.x = before.x + part * (here.x - before.x);
    border.up = before.up + part * (here.up - before.up);
    const crossing = place(globe, border);
    pen[other] += `L${crossing}`;
    pen[side] += `M${crossing}L${place(globe, here)}`;
  } else {
    const moved = (Math.abs(here.x - before.x) + Math.abs(here.up - before.up)) * globe.radius;
    if (moved < shortest && !ends) return;
    pen[side] += `L${place(globe, here)}`;
  }
  pen.down = true;
  before.x = here.x;
  before.up = here.up;
  before.depth = here.depth;
}

/** Discs for the points `first` to `last` (inclusive) of `xyz`, row-major [n, 3] unit vectors, written to `sides`. */
export function pointPaths(xyz: ArrayLike<number>, first: number, last: number, globe: Globe, sides: Sides): void {
  sides.front = sides.back = '';
  for (let i = first; i <= last; i++) {
    project(xyz[3 * i] as number, xyz[3 * i + 1] as number, xyz[3 * i + 2] as number, here);
    if (Number.isNaN(here.depth + here.x)) continue;
    sides[here.depth >= 0 ? 'front' : 'back'] += `M${place(globe, here)}h0`;
  }
}

function place({ x, y, radius }: Globe, seen: Seen): string {
  return point(x + radius * seen.x, y - radius * seen.up);
}
