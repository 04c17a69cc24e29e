/** What an HTML element paints by itself: its background and its borders. */
import { paintAttributes, paintOf } from './colour.ts';
import { tag } from './markup.ts';
import { type Linear, type Place, placeOf } from './place.ts';
import type { Sheet } from './text.ts';

type Side = 'top' | 'right' | 'bottom' | 'left';
const sides: readonly Side[] = ['top', 'right', 'bottom', 'left'];

/** Rectangles and lines for `element`, whose computed style is `style`. */
export function boxOf(element: HTMLElement, style: CSSStyleDeclaration, linear: Linear, { ground }: Sheet): string[] {
  const hasBackground = paintOf(style.backgroundColor).opacity > 0;
  const drawn = sides.filter((side) => isDrawn(style, side));
  if (!hasBackground && drawn.length === 0) return [];
  return [...element.getClientRects()].flatMap((rect) => {
    const place = placeOf(rect, linear, ground);
    const background = hasBackground ? [backgroundOf(place, style)] : [];
    return [...background, ...drawn.map((side) => borderOf(place, style, side))];
  });
}

function backgroundOf({ x, y, width, height, transform }: Place, style: CSSStyleDeclaration): string {
  const radius = Number.parseFloat(style.borderTopLeftRadius);
  const rx = radius > 0 ? Math.min(radius, width / 2, height / 2) : undefined;
  return tag('rect', { x, y, width, height, rx, transform, ...paintAttributes('fill', style.backgroundColor) });
}

const widthOf = (style: CSSStyleDeclaration, side: Side): number =>
  Number.parseFloat(style.getPropertyValue(`border-${side}-width`));
const colourOf = (style: CSSStyleDeclaration, side: Side): string => style.getPropertyValue(`border-${side}-color`);

function isDrawn(style: CSSStyleDeclaration, side: Side): boolean {
  return widthOf(style, side) > 0 && paintOf(colourOf(style, side)).opacity > 0;
}

/** A border as the line along its middle. */
function borderOf({ x, y, width, height, transform }: Place, style: CSSStyleDeclaration, side: Side): string {
  const thickness = widthOf(style, side);
  const half = thickness / 2;
  const [right, bottom] = [x + width, y + height];
  const [x1, y1, x2, y2] = {
    top: [x, y + half, right, y + half],
    right: [right - half, y, right - half, bottom],
    bottom: [x, bottom - half, right, bottom - half],
    left: [x + half, y, x + half, bottom],
  }[side] as [number, number, number, number];
  const isDashed = style.getPropertyValue(`border-${side}-style`) === 'dashed';
  return tag('line', {
    x1,
    y1,
    x2,
    y2,
    transform,
    ...paintAttributes('stroke', colourOf(style, side)),
    'stroke-width': thickness,
    'stroke-dasharray': isDashed ? dashes(Math.max(width, height), thickness) : undefined,
  });
}

/**
 * Dashes for a border of `length` px that begins and ends with a whole one, as Chromium sets them: dashes of two
 * thicknesses and gaps of one, of three and two below 3 px; the gaps give way.
 */
function dashes(length: number, thickness: number): string | undefined {
  const dash = thickness * (thickness < 3 ? 3 : 2);
  const gap = thickness * (thickness < 3 ? 2 : 1);
  const count = Math.round((length + gap) / (dash + gap));
  return count > 1 ? `${dash} ${((length - count * dash) / (count - 1)).toFixed(2)}` : undefined;
}
