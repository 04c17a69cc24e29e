/** The figures as the deck finds them: asked for anew each time, since reveal.js may move, clone or replace a slide. */
import type { LiveDemo } from '../demo/live-demo.ts';

/** The `<live-demo>` elements below `root` in document order, without those whose start failed. */
export function figuresIn(root: ParentNode): LiveDemo[] {
  return [...root.querySelectorAll<LiveDemo>('live-demo')].filter((figure) => 'fold' in figure);
}

/** Does something with each figure; one that fails is reported, and the others have their turn. */
export function forEachFigure(figures: readonly LiveDemo[], action: (figure: LiveDemo) => void): void {
  for (const figure of figures) {
    try {
      action(figure);
    } catch (error) {
      report(error);
    }
  }
}

/** Puts an error where a developer finds it. The deck goes on. */
export function report(error: unknown): void {
  console.error(error);
}
