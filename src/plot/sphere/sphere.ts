/**
 * The unit sphere with the signal at its north pole: the latitude of a point is its overlap. Orthographic, seen from
 * slightly above the equator; what lies behind is fainter, nothing is shaded.
 */
import { htmlElement, moveTo, setAttribute, svgElement } from '../elements.ts';
import { createEndLabels } from '../end-labels.ts';
import { followSize } from '../host-size.ts';
import type { Hue } from '../hue.ts';
import { createCloud } from './cloud.ts';
import { type Globe, linePaths, meridian, parallel, pointPaths, type Sides } from './geometry.ts';
import { createLatitude, type Latitude } from './latitude.ts';
import type { Directions, SphereMark, SphereMarkSpec, SphereSurface } from './mark.ts';
import { createPoint, type SpherePoint } from './point.ts';
import { createTrail } from './trail.ts';

export interface SphereSpec {
  /** HTML of the name of the north pole. */
  pole: string;
}

export interface Sphere {
  trail(spec: SphereMarkSpec): Directions;
  point(spec: SphereMarkSpec): SpherePoint;
  cloud(spec: { hue: Hue }): Directions;
  latitude(spec: SphereMarkSpec): Latitude;
  /** Paints what changed since the last time; nothing while the host has no size. */
  draw(): void;
  destroy(): void;
}

/** Heights of the thin parallels (30 degrees apart) and longitudes of the thin meridians (30 degrees apart). */
const parallels = [-Math.sqrt(3) / 2, -0.5, 0.5, Math.sqrt(3) / 2];
const meridians = [0, 1, 2, 3, 4, 5].map((k) => ((k + 0.5) * Math.PI) / 6);
/** Around the sphere, px: half a disc on the outline. */
const margin = 10;
/** Names may take this part of the width beside the sphere. */
const labelShare = 0.3;

/** A sphere as large as `host`, a positioned block with a size of its own, permits. */
export function sphere(host: HTMLElement, { pole }: SphereSpec): Sphere {
  const root = htmlElement(host, 'div', 'plot');
  root.setAttribute('aria-hidden', 'true');
  const svg = svgElement(root, 'svg', 'plot-svg');
  const labels = htmlElement(root, 'div', 'plot-labels');
  const surface: SphereSurface = {
    back: svgElement(svg, 'g'),
    front: svgElement(svg, 'g'),
    endLabels: createEndLabels(labels),
  };
  const grid = (style: string) => ({
    back: svgElement(surface.back, 'path', `${style} sphere-behind`),
    front: svgElement(surface.front, 'path', style),
  });
  const thin = grid('sphere-grid');
  const equator = grid('sphere-equator');
  const outline = svgElement(surface.front, 'circle', 'sphere-outline');
  const north = svgElement(svg, 'path', 'plot-present', 'signal');
  const poleName = htmlElement(labels, 'div', 'plot-label plot-end', pole, 'signal');
  const globe: Globe = { x: 0, y: 0, radius: 0 };
  const sides: Sides = { front: '', back: '' };
  const marks: SphereMark[] = [];
  let laidOut = false;
  let drawn = false;

  const add = <M extends SphereMark>(mark: M): M => {
    marks.push(mark);
    laidOut = false;
    return mark;
  };

  const layOut = () => {
    const { width, height } = size;
    const labelRoom = Math.min(surface.endLabels.measure(), labelShare * width);
    const top = poleName.offsetHeight + margin;
    globe.radius = Math.max(1, Math.min((height - top - margin) / 2, (width - labelRoom) / 2 - margin));
    globe.x = Math.min(width / 2, width - labelRoom - globe.radius - margin);
    globe.y = (height + top - margin) / 2;
    svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
    labels.style.cssText = `left:0;top:0;width:${width}px;height:${height}px`;
    drawLines([...parallels.map((height) => parallel(height)), ...meridians.map((phi) => meridian(phi))], thin);
    drawLines([parallel(0)], equator);
    Object.entries({ cx: globe.x, cy: globe.y, r: globe.radius }).forEach(([name, value]) => {
      outline.setAttribute(name, value.toFixed(1));
    });
    pointPaths([0, 0, 1], 0, 0, globe, sides);
    setAttribute(north, 'd', sides.front);
    moveTo(poleName, globe.x - poleName.offsetWidth / 2, globe.y - globe.radius - poleName.offsetHeight);
    laidOut = true;
  };

  const drawLines = (lines: ArrayLike<number>[], paths: { back: SVGElement; front: SVGElement }) => {
    const drawnLines = lines.map((xyz) => {
      linePaths(xyz, 0, xyz.length / 3 - 1, globe, sides);
      return { ...sides };
    });
    setAttribute(paths.front, 'd', drawnLines.map((line) => line.front).join(''));
    setAttribute(paths.back, 'd', drawnLines.map((line) => line.back).join(''));
  };

  const draw = () => {
    drawn = true;
    if (!size.exists()) return;
    const all = !laidOut;
    if (all) layOut();
    let painted = all;
    for (const mark of marks) {
      if (!all && !mark.changed) continue;
      mark.paint(globe);
      mark.changed = false;
      painted = true;
    }
    if (painted) surface.endLabels.place(size.width, size.height, 0);
  };

  const size = followSize(host, () => {
    laidOut = false;
    if (drawn) draw();
  });

  return {
    trail: (spec) => add(createTrail(surface, spec)),
    point: (spec) => add(createPoint(surface, spec)),
    cloud: (spec) => add(createCloud(surface, spec)),
    latitude: (spec) => add(createLatitude(surface, spec)),
    draw,
    destroy() {
      size.stop();
      root.remove();
    },
  };
}
