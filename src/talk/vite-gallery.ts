/** A Vite plugin: `slides/index.html` lists the talks and the demos that exist. */
import path from 'node:path';
import { escapeHtml } from 'markdown-it/lib/common/utils.mjs';
import type { Plugin } from 'vite';
import { pictureBlank } from '../build/pictures/blank.ts';
import { root } from '../build/root.ts';
import type { Figures } from './figures.ts';
import { fillPage } from './page.ts';
import { type Site, slidesFolder } from './site.ts';
import type { RenderedTalk } from './talk.ts';

const file = path.join(slidesFolder, 'index.html');

export function gallery(site: Site): Plugin {
  return {
    name: 'glassdeck:gallery',
    transformIndexHtml: {
      order: 'pre',
      async handler(shell, { filename }) {
        if (path.resolve(filename) !== file) return shell;
        return fillGallery(path.relative(root, file), shell, await site.talks(), await site.figures(), site.address);
      },
    },
  };
}

/** @param address of the site, where it is known. */
export function fillGallery(
  file: string,
  shell: string,
  talks: readonly RenderedTalk[],
  figures: Figures,
  address: string | undefined,
): string {
  const demos = [...figures].map(([id, figure]) => demoItem(id, figure instanceof Error ? id : figure.claim));
  const blanks = { talks: talks.map(talkItem).join(''), demos: demos.join('') };
  const description = 'Talks and figures whose simulations run in the page.';
  const sharing = { type: 'website', address, hasCard: true, hasEmbed: false } as const;
  return fillPage(file, shell, { title: 'Glassdeck', description, sharing, blanks });
}

const picture = (folder: string) => pictureBlank(`${folder}/still.webp`, `${folder}/still-dark.webp`);

function talkItem({ name, meta }: RenderedTalk): string {
  const when = [meta.author, meta.event, meta.date].filter(Boolean).join(', ');
  const lines = [
    picture(name),
    `<a href="${name}/">${escapeHtml(meta.title || name)}</a>`,
    when && `<p class="event">${escapeHtml(when)}</p>`,
    meta.description && `<p>${escapeHtml(meta.description)}</p>`,
  ];
  return `<li>${lines.filter(Boolean).join('\n')}</li>\n`;
}

function demoItem(id: string, claim: string): string {
  return `<li>${picture(`demo/${id}`)}<a href="demo/${id}/">${escapeHtml(claim)}</a></li>\n`;
}
