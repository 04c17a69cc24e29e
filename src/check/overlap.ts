/** Words on top of other words: of another paragraph, of a label, of the slide's foot. */
import type { Finding } from './finding.ts';
import { lineOf, type Text, textsOf } from './texts.ts';

/** Boxes may touch by so much in each direction, px. */
const tolerance = 2;

export function overlaps(slide: Element): Finding[] {
  const texts = textsOf(slide);
  return texts.flatMap((text, i) =>
    texts.slice(i + 1).flatMap((other) => {
      if (text.block.contains(other.block) || other.block.contains(text.block)) return [];
      const px = deepest(text, other);
      if (px <= tolerance) return [];
      const line = lineOf(text.block);
      const detail = `by ${Math.round(px)} px, expected none`;
      const kind = `overlap ${lineOf(other.block)}`;
      return [{ line, kind, px, what: `${text.words} and ${other.words} overlap`, detail }];
    }),
  );
}

/** How far two texts reach into each other where they do most, px. */
function deepest(a: Text, b: Text): number {
  let px = 0;
  for (const one of a.boxes) {
    for (const two of b.boxes) {
      const across = Math.min(one.right, two.right) - Math.max(one.left, two.left);
      const down = Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top);
      px = Math.max(px, Math.min(across, down));
    }
  }
  return px;
}
