/** Colours as every SVG program reads them: `#rrggbb` and an opacity, whatever space the style sheet mixed them in. */

export interface Paint {
  /** `#rrggbb` */
  readonly colour: string;
  /** 0 to 1 */
  readonly opacity: number;
}

/** A canvas reads colours and writes them in the space that it is asked for. */
let reader: CanvasRenderingContext2D | undefined;

const part = '(none|[-+.e\\d]+)';
const srgb = new RegExp(`^color\\(srgb ${part} ${part} ${part}(?: / ${part})?\\)$`);

/**
 * The colour `css`, a computed value such as `oklab(0.6 0.1 0.1 / 0.5)`.
 *
 * @throws naming the value when it is not a colour.
 */
export function paintOf(css: string): Paint {
  reader ??= document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
  // What it cannot read changes nothing, and a name is not written as a colour of a space.
  reader.fillStyle = 'black';
  reader.fillStyle = `color(from ${css} srgb r g b / alpha)`;
  const parts = srgb.exec(String(reader.fillStyle));
  if (!parts) throw new Error(`export: colour "${css}" is not one that this browser can write as sRGB`);
  const [red, green, blue, alpha] = parts.slice(1).map((text) => clamp(Number.parseFloat(text ?? '1') || 0));
  const hex = [red, green, blue].map((value) =>
    Math.round(255 * (value as number))
      .toString(16)
      .padStart(2, '0'),
  );
  return { colour: `#${hex.join('')}`, opacity: alpha as number };
}

/** The colour and its opacity as attributes `name` and `name-opacity`, the latter where it is not 1. */
export function paintAttributes(name: 'fill' | 'stroke', css: string): Record<string, string | number | undefined> {
  const { colour, opacity } = paintOf(css);
  return { [name]: colour, [`${name}-opacity`]: opacity < 1 ? opacity : undefined };
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));
