/** Where the browser put something, in CSS px of the exported element: no scale of a slide, no scrolling. */

/** The part of an affine map that is not a shift, as in `matrix(a, b, c, d, 0, 0)`. */
export interface Linear {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

export const upright: Linear = { a: 1, b: 0, c: 0, d: 1 };

/** The exported element in the window. */
export interface Ground {
  readonly left: number;
  readonly top: number;
  /** px of the window per px of the element. */
  readonly scale: number;
}

/** A box, with the map into the element's px where it is turned, mirrored or scaled. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly transform: string | undefined;
}

export function groundOf(element: HTMLElement): Ground {
  const { left, top, width } = element.getBoundingClientRect();
  return { left, top, scale: width / element.offsetWidth };
}

/** `outer`, and inside of it the `transform` of a computed style. */
export function within(outer: Linear, transform: string): Linear {
  if (transform === 'none') return outer;
  const { a, b, c, d } = new DOMMatrix([outer.a, outer.b, outer.c, outer.d, 0, 0]).multiply(new DOMMatrix(transform));
  return { a, b, c, d };
}

/**
 * The place of what covers `rect` of the window and whose own axes `linear` maps to those of the element: the affine map
 * keeps the centre, and the sides follow from those of the bounding box.
 */
export function placeOf(rect: DOMRectReadOnly, linear: Linear, { left, top, scale }: Ground): Place {
  const [x, y] = [(rect.left - left) / scale, (rect.top - top) / scale];
  const [boxWidth, boxHeight] = [rect.width / scale, rect.height / scale];
  const { a, b, c, d } = linear;
  if (a === 1 && b === 0 && c === 0 && d === 1)
    return { x, y, width: boxWidth, height: boxHeight, transform: undefined };
  const determinant = Math.abs(a * d) - Math.abs(b * c);
  const width = (Math.abs(d) * boxWidth - Math.abs(c) * boxHeight) / determinant;
  const height = (Math.abs(a) * boxHeight - Math.abs(b) * boxWidth) / determinant;
  const shift = [x + boxWidth / 2, y + boxHeight / 2].map((value) => value.toFixed(2));
  const turn = [a, b, c, d].map((value) => Number(value.toFixed(6)));
  return { x: -width / 2, y: -height / 2, width, height, transform: `matrix(${[...turn, ...shift].join(' ')})` };
}
