/** What a key, a button or the speaker's other window makes of a figure, beyond what a figure does by itself. */
import type { Values } from '../kernel/manifest.ts';
import type { Figure } from './figure.ts';

export const moves = {
  toggle(figure: Figure): void {
    if (figure.playing) figure.pause();
    else figure.play();
  },
  step: (figure: Figure): void => figure.step(),
  reset: (figure: Figure): void => figure.reset(),
  /** The next seed, and a run from its start. */
  newSeed(figure: Figure): void {
    figure.store.set({ seed: (figure.store.get('seed') + 1) % 2 ** 32 });
    figure.reset();
    figure.play();
  },
  /** The preset after the present one, the first after the last, and a run from its start. */
  nextPreset(figure: Figure): void {
    const names = Object.keys(figure.demo.presets ?? {});
    const present = presentPreset(figure);
    const next = names[(present === undefined ? 0 : names.indexOf(present) + 1) % names.length];
    if (next !== undefined) applyPreset(figure, next);
  },
} as const;

export type Move = keyof typeof moves;

/** A preset is laid over the numbers with which the figure was placed; the seed stays unless the preset names one. */
function numbersOf({ demo, initial, store }: Figure, preset: string): Values {
  return { ...initial, seed: store.get('seed'), ...demo.presets?.[preset] };
}

/** The preset whose numbers the figure has now. */
export function presentPreset(figure: Figure): string | undefined {
  return Object.keys(figure.demo.presets ?? {}).find((preset) =>
    Object.entries(numbersOf(figure, preset)).every(([name, value]) => Object.is(figure.store.get(name), value)),
  );
}

/** Sets the numbers of the preset and plays from the start. */
export function applyPreset(figure: Figure, preset: string): void {
  figure.store.set(numbersOf(figure, preset));
  figure.reset();
  figure.play();
}
