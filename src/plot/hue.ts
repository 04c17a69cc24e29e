/** The hues of the theme: one per algorithm, the same in every slide, control, curve and equation. */
export type Hue = 'gradient-flow' | 'langevin' | 'amp' | 'averaged-descent' | 'spectral' | 'sgd' | 'signal' | 'ink';

/** The hue as a CSS colour. */
export function hueColour(hue: Hue): string {
  return hue === 'ink' ? 'var(--ink)' : `var(--hue-${hue})`;
}

/** The hue as a CSS colour for words. */
export function hueTextColour(hue: Hue): string {
  return hue === 'ink' || hue === 'signal' ? hueColour(hue) : `var(--hue-${hue}-text)`;
}
