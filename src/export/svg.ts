/** A figure of the page as one SVG document that needs nothing else. */
import { createBaselines } from './baseline.ts';
import { paintOf } from './colour.ts';
import { fontStyles } from './fonts.ts';
import { group, tag, words } from './markup.ts';
import { paintedOf } from './painted.ts';
import { groundOf, upright } from './place.ts';
import type { Sheet } from './text.ts';

/**
 * What `element` shows now, as an SVG of its size in CSS px, whatever the scale of the slide: curves stay curves, words
 * stay words and bring their fonts, canvases become PNG images. `words` tell what it is to those who do not see it.
 *
 * @throws where `element` has no size on the page.
 */
export async function svgOf(element: HTMLElement, about: { title: string; description: string }): Promise<string> {
  await document.fonts.ready;
  const { offsetWidth: width, offsetHeight: height } = element;
  if (width === 0 || height === 0) {
    const name = `<${element.tagName.toLowerCase()} class="${element.className}">`;
    throw new Error(`svgOf: ${name} is ${width} x ${height} px, expected a figure that is on the page`);
  }
  const baselines = createBaselines();
  const sheet: Sheet = { ground: groundOf(element), baselines, written: [] };
  const figure = paintedOf(element, upright, sheet);
  baselines.destroy();
  const paper = paintOf(getComputedStyle(element).getPropertyValue('--paper')).colour;
  const fonts = await fontStyles(sheet.written);
  const size = { width, height, viewBox: `0 0 ${width} ${height}` };
  return tag('svg', { xmlns: 'http://www.w3.org/2000/svg', ...size, role: 'img' }, [
    tag('title', {}, [words(about.title)]),
    tag('desc', {}, [words(about.description)]),
    ...(fonts ? [tag('style', {}, [words(fonts)])] : []),
    tag('rect', { width, height, fill: paper }),
    ...group(figure),
  ]);
}
