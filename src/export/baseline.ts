/** Where the baseline of a font lies in the box that the browser gives to its text. */

export interface Baselines {
  /** From the top of a text's box to its baseline, untransformed px. */
  below(style: CSSStyleDeclaration): number;
  destroy(): void;
}

/** Measures by setting a letter of each font outside of the figure, for a moment and unseen. */
export function createBaselines(): Baselines {
  const known = new Map<string, number>();
  const line = document.createElement('div');
  const foot = document.createElement('span');
  Object.assign(line.style, { position: 'absolute', top: '0', left: '0', visibility: 'hidden', lineHeight: 'normal' });
  Object.assign(foot.style, { display: 'inline-block', width: '0', height: '0' });
  line.append('x', foot);
  const letter = document.createRange();
  letter.selectNode(line.firstChild as Node);
  document.body.append(line);
  return {
    below({ fontFamily, fontSize, fontStyle, fontWeight }) {
      const font = [fontFamily, fontSize, fontStyle, fontWeight].join(';');
      let distance = known.get(font);
      if (distance === undefined) {
        Object.assign(line.style, { fontFamily, fontSize, fontStyle, fontWeight });
        distance = foot.getBoundingClientRect().bottom - letter.getBoundingClientRect().top;
        known.set(font, distance);
      }
      return distance;
    },
    destroy: () => line.remove(),
  };
}
