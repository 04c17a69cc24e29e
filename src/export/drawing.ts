/**
 * An `<svg>` of the figure inside of the exported one. What style sheets say of it is written out, since classes and
 * theme tokens stay on the page.
 */
import { paintOf } from './colour.ts';
import { type Attributes, tag, words } from './markup.ts';
import type { Place } from './place.ts';
import { fontAttributes, type Sheet, write } from './text.ts';

/** How shapes and words are painted, with the values where nobody says anything. Groups leave it to their parts. */
const look: Readonly<Record<string, string>> = {
  'fill-rule': 'nonzero',
  'clip-rule': 'nonzero',
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-dashoffset': '0px',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'stroke-miterlimit': '4',
  'paint-order': 'normal',
  'text-anchor': 'start',
  'dominant-baseline': 'auto',
  'vector-effect': 'none',
};
/** Colours, each with the property that makes it fainter. */
const paints = [
  ['fill', 'fill-opacity', 'rgb(0, 0, 0)'],
  ['stroke', 'stroke-opacity', 'none'],
  ['stop-color', 'stop-opacity', 'rgb(0, 0, 0)'],
] as const;
/** What groups have as well. */
const common: Readonly<Record<string, string>> = { opacity: '1', transform: 'none', 'clip-path': 'none', mask: 'none' };
/** What a style sheet may say of a shape's size and place. */
const geometry: Readonly<Record<string, readonly string[]>> = {
  circle: ['cx', 'cy', 'r'],
  ellipse: ['cx', 'cy', 'rx', 'ry'],
  rect: ['x', 'y', 'width', 'height', 'rx', 'ry'],
};
/** Attributes that the computed style says better, or that mean nothing away from the page. */
const dropped = new Set([...Object.keys(look), ...Object.keys(common), ...paints.flat(), 'visibility', 'display']);
const foreign = /^(class|style|role|tabindex|(data-|aria-|on|xmlns).*)$/;

/** The drawing `svg` at its `place`. */
export function drawingOf(svg: SVGSVGElement, place: Place, sheet: Sheet): readonly string[] {
  const style = getComputedStyle(svg);
  const children = childrenOf(svg, style, sheet);
  if (children.length === 0) return [];
  const { x, y, width, height, transform } = place;
  const overflow = style.overflow === 'visible' ? 'visible' : undefined;
  const [viewBox, preserveAspectRatio] = ['viewBox', 'preserveAspectRatio'].map((name) => svg.getAttribute(name));
  const view = { viewBox: viewBox ?? undefined, preserveAspectRatio: preserveAspectRatio ?? undefined, overflow };
  const drawing = tag('svg', { x, y, width, height, ...view }, children);
  return transform ? [tag('g', { transform }, [drawing])] : [drawing];
}

function childrenOf(parent: SVGElement, style: CSSStyleDeclaration, sheet: Sheet): string[] {
  return [...parent.childNodes].flatMap((node) => {
    if (node instanceof SVGElement) return elementOf(node, sheet);
    const isSeen = node instanceof Text && parent instanceof SVGTextContentElement && style.visibility === 'visible';
    if (!isSeen) return [];
    write(sheet, style, node.data);
    return [words(node.data)];
  });
}

/** Of what is neither a shape nor words only what holds such things: no script, no style sheet, no HTML, no image. */
function elementOf(element: SVGElement, sheet: Sheet): string[] {
  const style = getComputedStyle(element);
  const name = element.tagName;
  if (style.display === 'none' || style.opacity === '0') return [];
  const children = childrenOf(element, style, sheet);
  const isShape = element instanceof SVGGeometryElement;
  const isReference = element instanceof SVGStopElement || element instanceof SVGUseElement;
  if (isShape ? !isSeen(element, style) : children.length === 0 && !isReference) return [];
  const isText = element instanceof SVGTextContentElement;
  const attributes = {
    ...attributesOf(element),
    ...sizesOf(name, style),
    ...differing(style, common),
    ...(isShape || isText || isReference ? lookOf(element, style) : {}),
    ...(isText ? fontAttributes(style) : {}),
  };
  return [tag(name, attributes, children)];
}

function isSeen(shape: SVGGeometryElement, style: CSSStyleDeclaration): boolean {
  const hasPath = shape.tagName !== 'path' || Boolean(shape.getAttribute('d'));
  return hasPath && style.visibility === 'visible' && (style.fill !== 'none' || style.stroke !== 'none');
}

function attributesOf(element: SVGElement): Attributes {
  const kept = [...element.attributes].filter(({ name, value }) => {
    const isInside = !/^(xlink:)?href$/.test(name) || value.startsWith('#');
    return isInside && !dropped.has(name) && !foreign.test(name);
  });
  return Object.fromEntries(kept.map(({ name, value }) => [name, value]));
}

function sizesOf(name: string, style: CSSStyleDeclaration): Attributes {
  const sizes = (geometry[name] ?? []).map((key) => [key, style.getPropertyValue(key)] as const);
  return Object.fromEntries(
    sizes.filter(([, value]) => value !== 'auto').map(([key, value]) => [key, unitless(value)]),
  );
}

/** The properties of `usual` that have other values; all of them where a piece of text is a part of another one. */
function lookOf(element: SVGElement, style: CSSStyleDeclaration): Attributes {
  const isPart = element.parentElement instanceof SVGTextContentElement;
  const attributes: Record<string, string | number | undefined> = {};
  for (const [name, opacityName, usual] of paints) {
    const css = style.getPropertyValue(name);
    const isColour = css !== 'none' && !css.startsWith('url(');
    const paint = isColour ? paintOf(css) : { colour: css, opacity: 1 };
    const opacity = paint.opacity * Number(style.getPropertyValue(opacityName));
    if (isPart || css !== usual) attributes[name] = paint.colour;
    if (isPart || opacity !== 1) attributes[opacityName] = opacity;
  }
  return { ...attributes, ...differing(style, isPart ? {} : look, style.stroke === 'none') };
}

function differing(
  style: CSSStyleDeclaration,
  usual: Readonly<Record<string, string>>,
  isLineless = false,
): Attributes {
  const values = Object.keys(usual)
    .filter((name) => !isLineless || !name.startsWith('stroke-'))
    .map((name) => [name, style.getPropertyValue(name)] as const);
  return Object.fromEntries(values.filter(([name, value]) => value !== usual[name]).map(([k, v]) => [k, unitless(v)]));
}

const unitless = (value: string): string => value.replace(/(\d)px/g, '$1');
