/** Figures and images that fail, or that say nothing to whoever does not see them. */
import type { Finding } from './finding.ts';
import { lineOf } from './texts.ts';

export function pictureFaults(slide: Element): Finding[] {
  return [...failed(slide), ...broken(slide), ...undescribed(slide)];
}

function failed(slide: Element): Finding[] {
  return [...slide.querySelectorAll('live-demo')].flatMap((figure) => {
    const name = `live-demo "${figure.getAttribute('name')}"`;
    const reason = figure.querySelector('.failure:not(:empty)')?.textContent;
    if (reason) return [{ line: lineOf(figure), kind: 'fails', px: 0, what: `${name} fails`, detail: reason }];
    const isShown = figure.matches(':defined') && figure.querySelector('.panel');
    const what = `${name} shows nothing`;
    return isShown ? [] : [{ line: lineOf(figure), kind: 'fails', px: 0, what, detail: 'expected a picture' }];
  });
}

function broken(slide: Element): Finding[] {
  const images = [...slide.querySelectorAll('img')].filter(({ complete, naturalWidth }) => complete && !naturalWidth);
  return images.map((image) => {
    const what = `image "${image.alt}" cannot be shown`;
    return { line: lineOf(image), kind: 'broken', px: 0, what, detail: 'expected an image file' };
  });
}

function undescribed(slide: Element): Finding[] {
  const pictures = [...slide.querySelectorAll('img, svg, canvas, live-demo .stage')];
  return pictures
    .filter((picture) => !picture.closest('aside.notes, .katex') && !isDescribed(picture))
    .map((picture) => {
      const what = `<${picture.localName}> has no description`;
      return {
        line: lineOf(picture),
        kind: 'words',
        px: 0,
        what,
        detail: 'expected words for those who do not see it',
      };
    });
}

/** By itself, or as a part of something that is, or that is for nobody. */
function isDescribed(picture: Element): boolean {
  const { parentElement } = picture;
  if (picture.getAttribute('aria-hidden') === 'true' || /^(none|presentation)$/.test(picture.role ?? '')) return true;
  const words = ['aria-label', 'aria-labelledby', 'alt', 'title'].map((name) => picture.getAttribute(name)?.trim());
  if (words.some(Boolean) || picture.querySelector(':scope > title')) return true;
  return parentElement !== null && !parentElement.matches('section, live-demo, .frame') && isDescribed(parentElement);
}
