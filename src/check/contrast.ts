/** Words that are too pale to read, as axe-core finds them. */
import axe from 'axe-core';
import { plainText } from '../deck/plain-text.ts';
import type { Finding } from './finding.ts';
import { lineOf, quoted } from './texts.ts';

/** WCAG 2.2, 1.4.3 (AA); on a weak projector large words get no discount. */
const ratios = { normal: 4.5, large: 3, projected: 4.5 };

interface Measured {
  readonly fgColor?: string;
  readonly bgColor?: string;
  readonly contrastRatio?: number;
  readonly expectedContrastRatio?: string;
}

export async function paleWords(slide: Element, theme: string): Promise<Finding[]> {
  const large = theme === 'projector' ? ratios.projected : ratios.large;
  const options = { contrastRatio: { normal: { expected: ratios.normal }, large: { expected: large } } };
  axe.configure({ checks: [{ id: 'color-contrast', options }] });
  const { violations } = await axe.run(slide as HTMLElement, {
    runOnly: ['color-contrast'],
    resultTypes: ['violations'],
    elementRef: true,
  });
  return violations.flatMap(({ nodes }) =>
    nodes.map(({ element, any }) => {
      const { fgColor, bgColor, contrastRatio, expectedContrastRatio } = (any[0]?.data ?? {}) as Measured;
      const words = quoted(element ? plainText(element) : '');
      const detail = `${contrastRatio}:1 (${fgColor} on ${bgColor}), expected ${expectedContrastRatio}`;
      const line = element ? lineOf(element) : 0;
      return { line, kind: `pale ${words}`, px: 0, what: `${words} is too pale`, detail };
    }),
  );
}
