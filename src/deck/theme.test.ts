import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Hue, hueColour } from '../plot/hue.ts';
import { themes } from './appearance.ts';

const source = readFileSync(path.join(import.meta.dirname, 'theme.css'), 'utf8');
const css = source.replace(/\/\*[\s\S]*?\*\/|@import[^;]*;/g, '');

/** The declarations of the blocks with that selector. */
function blocks(selector: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, selectors = '', body = ''] of css.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const names = selectors.split(',').map((name) => name.trim());
    if (!names.includes(selector)) continue;
    for (const [, name = '', value = ''] of body.matchAll(/(--[\w-]+|color-scheme):\s*([^;]+);/g)) found[name] = value;
  }
  return found;
}

const tokensOf = (theme: string) => ({ ...blocks(':root'), ...blocks(`:root[data-theme="${theme}"]`) });

type Colour = readonly [number, number, number];

/** sRGB as linear light, each 0 to 1. */
function linear(hex: string): Colour {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  expect(hex).toMatch(/^#[\da-f]{6}$/);
  return [channel(1), channel(3), channel(5)];
}

const times = (matrix: readonly Colour[], [r, g, b]: Colour) =>
  matrix.map(([x, y, z]) => x * r + y * g + z * b) as unknown as Colour;

/** A colour at that opacity over another, as a browser mixes them. */
function mixed(paper: string, colour: string, opacity: number): string {
  const channels = [1, 3, 5].map((at) => {
    const [under, over] = [paper, colour].map((hex) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number];
    return Math.round(under + opacity * (over - under));
  });
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** WCAG 2.2, contrast ratio. */
function contrast(one: string, other: string): number {
  const luminance = (hex: string) => times([[0.2126, 0.7152, 0.0722]], linear(hex))[0];
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Ottosson, "A perceptual color space for image processing" (2020); lightness 0 to 1. */
function oklab(colour: Colour): Colour {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    colour,
  ).map(Math.cbrt) as unknown as Colour;
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones,
  );
}

/** Machado, Oliveira & Fernandes, IEEE TVCG 15, 1291 (2009), severity 1, on linear light. */
const eyes: Readonly<Record<string, readonly Colour[]>> = {
  trichromat: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanope: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranope: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanope: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const hues = ['gradient-flow', 'langevin', 'amp', 'averaged-descent', 'spectral', 'sgd'] as const satisfies Hue[];

describe.each(themes)('the %s theme', (theme) => {
  const tokens = tokensOf(theme);
  const token = (name: string) => tokens[name] ?? '';

  it('writes text at 4.5:1 or more', () => {
    const texts = ['--ink', '--ink-2', '--accent', ...hues.map((hue) => `--hue-${hue}-text`)];
    for (const text of texts) {
      expect(contrast(token(text), token('--paper')), text).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('keeps words in ink at 4.5:1 on the hues of a figure behind them', () => {
    for (const hue of hues) {
      const behind = mixed(token('--paper'), token(`--hue-${hue}`), Number(token('--ground')));
      for (const text of ['--ink', '--ink-2']) {
        expect(contrast(token(text), behind), `${text} on ${hue}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  it('draws axes at 3:1 or more', () => {
    expect(contrast(token('--ink-3'), token('--paper'))).toBeGreaterThanOrEqual(3);
  });

  it('points at 3:1 or more, and has codes in black on white', () => {
    expect(contrast(token('--laser'), token('--paper'))).toBeGreaterThanOrEqual(3);
    expect([token('--code-ink'), token('--code-paper')]).toEqual(['#000000', '#ffffff']);
  });

  it('has a token for every hue that a plot can name', () => {
    for (const hue of [...hues, 'signal', 'ink'] as Hue[]) {
      expect(token(/^var\((.+)\)$/.exec(hueColour(hue))?.[1] ?? ''), hue).not.toBe('');
    }
  });
});

describe('the themes', () => {
  it('give each token of the light one a value of their own', () => {
    const [light, ...others] = themes.map((theme) => blocks(`:root[data-theme="${theme}"]`));
    for (const other of others) expect(Object.keys(other)).toEqual(expect.arrayContaining(Object.keys(light ?? {})));
  });

  it('are dark alike, whether the reader or the system chose it', () => {
    expect(blocks(':root:not([data-theme]):not(:has(.reveal))')).toEqual(blocks(':root[data-theme="dark"]'));
  });

  it('for a projector are black on white with lines 1.5 times as wide and no grey below 4.5:1', () => {
    const [light, projector] = [tokensOf('light'), tokensOf('projector')];
    expect([projector['--paper'], projector['--ink']]).toEqual(['#ffffff', '#000000']);
    for (const name of ['--stroke', '--stroke-axis']) {
      expect(Number.parseFloat(projector[name] ?? '')).toBe(1.5 * Number.parseFloat(light[name] ?? ''));
    }
    for (const name of ['--ink-2', '--ink-3', '--hairline']) {
      expect(contrast(projector[name] ?? '', '#ffffff'), name).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe.each(themes)('the hues of the %s theme', (theme) => {
  const tokens = tokensOf(theme);
  const hue = (name: string) => linear(tokens[`--hue-${name}`] ?? '');
  const seenBy = (eye: string, name: string) => {
    const colour = times(eyes[eye] as readonly Colour[], hue(name));
    return oklab(colour.map((value) => Math.min(1, Math.max(0, value))) as unknown as Colour);
  };

  /**
   * Two patches side by side differ visibly at a distance of about 0.02 in OKLab. Curves are thin and apart: three
   * times that is asked for. The closest pair of each palette is just above.
   */
  const visible = 0.06;

  it.each(Object.keys(eyes))('can be told apart by a %s', (eye) => {
    for (const [i, one] of hues.entries()) {
      for (const other of hues.slice(0, i)) {
        const [a, b] = [seenBy(eye, one), seenBy(eye, other)];
        const distance = Math.hypot(...a.map((value, k) => value - (b[k] as number)));
        expect(distance, `${one} and ${other}`).toBeGreaterThan(visible);
      }
    }
  });

  /**
   * Without colour there is lightness alone, and between 3:1 on the paper and ink there is room for four levels or so.
   * Algorithms that share a figure are a level apart; for any others, as for theory, the second cue is the name at the
   * end of the curve and the dashes.
   */
  it.each<{ together: readonly Hue[]; least: number }>([
    { together: ['gradient-flow', 'langevin', 'amp'], least: visible },
    { together: ['gradient-flow', 'averaged-descent', 'spectral'], least: visible },
    { together: ['averaged-descent', 'amp'], least: visible },
    // Both are solid curves of one chart, and trails on one sphere.
    { together: ['gradient-flow', 'averaged-descent'], least: 0.1 },
  ])('differ in lightness by $least where they share a figure: $together', ({ together, least }) => {
    /** OKLab lightness of a grey as bright as the hue. */
    const lightness = (name: string) => Math.cbrt(times([[0.2126, 0.7152, 0.0722]], hue(name))[0]);
    for (const [i, one] of together.entries()) {
      for (const other of together.slice(0, i)) {
        const difference = Math.abs(lightness(one) - lightness(other));
        expect(difference, `${one} and ${other}`).toBeGreaterThan(least);
      }
    }
  });

  it('stand out from the paper at 3:1 or more', () => {
    for (const name of hues) {
      const ratio = contrast(tokens[`--hue-${name}`] ?? '', tokens['--paper'] ?? '');
      expect(ratio, name).toBeGreaterThanOrEqual(3);
    }
  });

  it('keep the names of Okabe and Ito: their angle in OKLab, within what the gamut moves it', () => {
    const named: Readonly<Record<(typeof hues)[number], string>> = {
      'gradient-flow': '#e69f00',
      langevin: '#d55e00',
      amp: '#0072b2',
      'averaged-descent': '#009e73',
      spectral: '#cc79a7',
      sgd: '#56b4e9',
    };
    const angle = (colour: Colour) => {
      const [, a, b] = oklab(colour);
      return (180 / Math.PI) * Math.atan2(b, a);
    };
    for (const name of hues) {
      expect(Math.abs(angle(hue(name)) - angle(linear(named[name]))), name).toBeLessThan(4);
    }
  });
});
