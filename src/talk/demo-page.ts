/** The pages of a demo: its own, with all its numbers and the slides on which it stands, and the frame for other pages. */
import path from 'node:path';
import { escapeHtml } from 'markdown-it/lib/common/utils.mjs';
import { root } from '../build/root.ts';
import { type FigureSpec, poster } from './figures.ts';
import { type Embedded, iframe } from './oembed.ts';
import { fillPage } from './page.ts';
import type { RenderedTalk } from './talk.ts';

/** The pages by name, and the shells that they are made from. */
export const shells = {
  'index.html': path.join(root, 'src/demo/page.html'),
  'frame.html': path.join(root, 'src/demo/frame.html'),
} as const;

/** The still of a demo, from its page and from its frame. */
const still = 'still.webp';

/** A demo inside another page: from its folder, CSS px. */
export function demoFrame({ claim }: FigureSpec): Embedded {
  return { title: claim, author: 'The Glassdeck authors', src: 'frame.html', width: 800, height: 600 };
}

/** @param address of the demo's folder, where it is known. */
export function fillDemoPage(
  html: string,
  id: string,
  figure: FigureSpec,
  talks: readonly RenderedTalk[],
  address: string | undefined,
): string {
  const { claim, alt } = figure;
  const frame = demoFrame(figure);
  const code = iframe({ ...frame, src: `${address ?? ''}${frame.src}` });
  const blanks = {
    heading: `<h1>${escapeHtml(claim)}</h1>`,
    figure: `<live-demo name="${id}" full>${poster(figure, still)}</live-demo>`,
    slides: slideList(id, talks),
    embed: `<code>${escapeHtml(code)}</code>`,
  };
  const sharing = { type: 'article', address, hasCard: true, hasEmbed: true } as const;
  return fillPage(path.relative(root, shells['index.html']), html, { title: claim, description: alt, sharing, blanks });
}

/** @param address of the demo's folder, where it is known. */
export function fillFrame(html: string, id: string, figure: FigureSpec, address: string | undefined): string {
  const { claim, alt } = figure;
  const blanks = {
    figure: `<live-demo name="${id}">${poster(figure, still)}</live-demo>`,
    heading: `<h1><a href="./" target="_blank" rel="noopener">${escapeHtml(claim)}</a></h1>`,
  };
  const partOf = address ?? './';
  return fillPage(path.relative(root, shells['frame.html']), html, { title: claim, description: alt, partOf, blanks });
}

/** The slides on which the demo stands. */
function slideList(id: string, talks: readonly RenderedTalk[]): string {
  const items = talks.flatMap(({ name, meta, figures }) =>
    figures
      .filter(({ demo }) => demo === id)
      .map(({ slide, title }) => {
        const link = `<a href="../../${name}/#/${escapeHtml(slide)}">${title}</a>`;
        return `<li>${link} (${escapeHtml(meta.title)})</li>\n`;
      }),
  );
  return items.length > 0 ? `<ul>\n${items.join('')}</ul>\n` : '';
}
