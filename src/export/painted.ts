/** What the browser has painted of an HTML element, in the order of the document. */
import { boxOf } from './box.ts';
import { drawingOf } from './drawing.ts';
import { group, tag } from './markup.ts';
import { type Linear, placeOf, within } from './place.ts';
import { type Sheet, textOf } from './text.ts';

/**
 * Markup for `element` and everything in it. `linear` maps its px to those of the exported element. Generated content,
 * `text-transform`, shadows, background images and `z-index` are left out: figures have none.
 */
export function paintedOf(element: HTMLElement, linear: Linear, sheet: Sheet): readonly string[] {
  const style = getComputedStyle(element);
  if (isHidden(style)) return [];
  const isVisible = style.visibility === 'visible';
  const box = isVisible ? boxOf(element, style, linear, sheet) : [];
  const inside = [...element.childNodes].flatMap((node): readonly string[] => {
    if (node instanceof Text) return isVisible ? textOf(node, style, linear, sheet) : [];
    if (node instanceof HTMLCanvasElement) return imageOf(node, linear, sheet);
    if (node instanceof SVGSVGElement) return drawnOf(node, linear, sheet);
    if (!(node instanceof HTMLElement)) return [];
    return paintedOf(node, within(linear, getComputedStyle(node).transform), sheet);
  });
  const opacity = Number(style.opacity);
  return group([...box, ...clipped(element, style, inside, sheet)], { opacity: opacity < 1 ? opacity : undefined });
}

/** Not painted at all, or cut down to nothing, as what only a screen reader is meant to find. */
function isHidden({ display, opacity, clip, clipPath }: CSSStyleDeclaration): boolean {
  return display === 'none' || opacity === '0' || clip !== 'auto' || clipPath === 'inset(50%)';
}

/** `parts` inside of the box of an element that cuts off what stands out. */
function clipped(
  element: HTMLElement,
  { display, overflowX, overflowY }: CSSStyleDeclaration,
  parts: readonly string[],
  { ground }: Sheet,
): readonly string[] {
  const cuts = display !== 'inline' && display !== 'contents' && (overflowX !== 'visible' || overflowY !== 'visible');
  if (!cuts || parts.length === 0) return parts;
  const { left, top } = element.getBoundingClientRect();
  const x = (left - ground.left) / ground.scale + element.clientLeft;
  const y = (top - ground.top) / ground.scale + element.clientTop;
  const { clientWidth: width, clientHeight: height } = element;
  return [tag('svg', { x, y, width, height, viewBox: [x, y, width, height].join(' ') }, parts)];
}

function drawnOf(svg: SVGSVGElement, linear: Linear, sheet: Sheet): readonly string[] {
  const style = getComputedStyle(svg);
  if (isHidden(style)) return [];
  const place = placeOf(svg.getBoundingClientRect(), within(linear, style.transform), sheet.ground);
  const opacity = Number(style.opacity);
  return group(drawingOf(svg, place, sheet), { opacity: opacity < 1 ? opacity : undefined });
}

function imageOf(canvas: HTMLCanvasElement, linear: Linear, { ground }: Sheet): readonly string[] {
  const style = getComputedStyle(canvas);
  if (isHidden(style) || style.visibility !== 'visible' || canvas.width === 0 || canvas.height === 0) return [];
  const place = placeOf(canvas.getBoundingClientRect(), within(linear, style.transform), ground);
  const opacity = Number(style.opacity);
  return [
    tag('image', {
      ...place,
      opacity: opacity < 1 ? opacity : undefined,
      preserveAspectRatio: 'none',
      'image-rendering': style.imageRendering === 'auto' ? undefined : style.imageRendering,
      href: canvas.toDataURL('image/png'),
    }),
  ];
}
