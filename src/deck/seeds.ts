/**
 * `seed="any"` of a figure: another seed each time the talk is opened. A link to the figure brings the seed that was
 * drawn; on paper, and so in pictures of a talk, it is always the same.
 */
import { parseSetting } from '../params/setting.ts';
import { anySeed, seedSpec } from '../params/spec.ts';

/** Gives a seed to the figures that leave it open, before they begin. */
export function drawSeeds(roots: readonly ParentNode[], isPrint: boolean): void {
  for (const root of roots) {
    for (const { dataset } of root.querySelectorAll<HTMLElement>('live-demo[data-set]')) {
      const settings = parseSetting(dataset.set ?? '');
      if (settings.seed !== anySeed) continue;
      settings.seed = `${isPrint ? seedSpec.default : crypto.getRandomValues(new Uint32Array(1))[0]}`;
      dataset.set = Object.entries(settings)
        .map(([name, text]) => `${name}=${text}`)
        .join(' ');
    }
  }
}
