/** Pages inside other pages: the frame to paste, and oEmbed, with which editors find it by themselves. */
import { escapeHtml } from 'markdown-it/lib/common/utils.mjs';
import { cardSize } from './sharing.ts';

export interface Embedded {
  readonly title: string;
  readonly author?: string | undefined;
  /** What the frame shows. */
  readonly src: string;
  /** CSS px. */
  readonly width: number;
  readonly height: number;
}

/** A frame may run scripts and keep what it loads, open what is linked, and save what a reader asks for. */
const permissions =
  'allow="fullscreen; clipboard-write" sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads"';

export function iframe({ title, src, width, height }: Omit<Embedded, 'author'>): string {
  return (
    `<iframe src="${escapeHtml(src)}" title="${escapeHtml(title)}" width="${width}" height="${height}" ` +
    `style="max-width: 100%; border: 0" loading="lazy" ${permissions}></iframe>`
  );
}

/**
 * The text of `oembed.json`: https://oembed.com, type rich.
 *
 * @param folder address of the page, empty where it is not known: then addresses are relative to the file.
 * @param home address of the site, relative or absolute.
 */
export function oEmbed(page: Embedded, folder: string, home: string): string {
  const description = {
    version: '1.0',
    type: 'rich',
    title: page.title,
    author_name: page.author,
    provider_name: 'Glassdeck',
    provider_url: home,
    thumbnail_url: `${folder}card.png`,
    thumbnail_width: cardSize.width,
    thumbnail_height: cardSize.height,
    width: page.width,
    height: page.height,
    html: iframe({ ...page, src: folder + page.src || './' }),
  };
  return `${JSON.stringify(description, null, 2)}\n`;
}
