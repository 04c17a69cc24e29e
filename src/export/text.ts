/** The words of a figure: one `<text>` for each stretch of one font on one line, where the browser set it. */
import type { Baselines } from './baseline.ts';
import { paintAttributes } from './colour.ts';
import { type Attributes, tag, words } from './markup.ts';
import { type Ground, type Linear, placeOf } from './place.ts';

/** What has been written in which font. */
export interface Written {
  /** Names in order of preference, as in a style sheet. */
  readonly families: string;
  /** 1 to 1000 */
  readonly weight: number;
  readonly style: string;
  readonly text: string;
}

/** What the parts of a figure share while it is exported. */
export interface Sheet {
  readonly ground: Ground;
  readonly baselines: Baselines;
  readonly written: Written[];
}

/** A stretch of a text node on one line: its characters from `start` to `end`. */
interface Line {
  readonly start: number;
  end: number;
  text: string;
}

/** The lines of `node`, whose element has the computed `style`. */
export function textOf(node: Text, style: CSSStyleDeclaration, linear: Linear, sheet: Sheet): string[] {
  const look = { ...fontAttributes(style), ...inkAttributes(style) };
  return linesOf(node, linear).map(({ start, end, text }) => {
    write(sheet, style, text);
    const { x, y, transform } = placeOf(boxOf(node, start, end), linear, sheet.ground);
    return tag('text', { x, y: y + sheet.baselines.below(style), transform, ...look }, [words(text)]);
  });
}

/** Notes that `text` needs the font of `style`. */
export function write(sheet: Sheet, style: CSSStyleDeclaration, text: string): void {
  const { fontFamily: families, fontWeight, fontStyle } = style;
  sheet.written.push({ families, weight: Number(fontWeight), style: fontStyle, text });
}

/** The font of a computed style. */
export function fontAttributes(style: CSSStyleDeclaration): Attributes {
  const numeric = style.fontVariantNumeric;
  const unless = (usual: string, value: string) => (value === usual ? undefined : value);
  return {
    'font-family': style.fontFamily.replaceAll('"', "'"),
    'font-size': Number.parseFloat(style.fontSize),
    'font-weight': unless('400', style.fontWeight),
    'font-style': unless('normal', style.fontStyle),
    'letter-spacing': unless('normal', style.letterSpacing),
    style: numeric === 'normal' ? undefined : `font-variant-numeric:${numeric}`,
  };
}

function inkAttributes(style: CSSStyleDeclaration): Attributes {
  const strokeWidth = Number.parseFloat(style.webkitTextStrokeWidth);
  const stroke = strokeWidth > 0 && {
    ...paintAttributes('stroke', style.webkitTextStrokeColor),
    'stroke-width': strokeWidth,
  };
  return { ...paintAttributes('fill', style.webkitTextFillColor), ...stroke };
}

/** The words of `node` line by line, without the white space and the joints that take no room. */
function linesOf(node: Text, linear: Linear): Line[] {
  const lines: Line[] = [];
  let line: Line | undefined;
  let lineLevel = Number.NaN;
  let end = 0;
  for (const character of node.data) {
    const start = end;
    end += character.length;
    const isSpace = /[ \t\n\r]/.test(character);
    if (character === '\u200b' || (isSpace && !line)) continue;
    const box = boxOf(node, start, end);
    if (isSpace) {
      if (line && box.width > 0) line.text += ' ';
      continue;
    }
    const level = levelOf(box, linear);
    if (!line || Math.abs(level - lineLevel) > 1) {
      line = { start, end, text: '' };
      lineLevel = level;
      lines.push(line);
    }
    line.text += character;
    line.end = end;
  }
  for (const each of lines) each.text = each.text.trimEnd();
  return lines;
}

function boxOf(node: Text, start: number, end: number): DOMRect {
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return range.getBoundingClientRect();
}

/** How far down the page the middle of `box` is for a reader who holds the text upright, px. */
function levelOf(box: DOMRect, { a, b, c, d }: Linear): number {
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  return (a * y - b * x) / (a * d - b * c);
}
