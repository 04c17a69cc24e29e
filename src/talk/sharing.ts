/** What the head of a page says to those who pass it on: social networks, oEmbed readers, search engines. */
import { escapeHtml } from 'markdown-it/lib/common/utils.mjs';

export interface Sharing {
  readonly type: 'website' | 'article';
  /** Absolute address of the page's folder with a slash at its end, where it is known. */
  readonly address: string | undefined;
  /** `card.png` is where the page is. */
  readonly hasCard: boolean;
  /** `oembed.json` is beside the page. */
  readonly hasEmbed: boolean;
}

/** Pixels. */
export const cardSize = { width: 1200, height: 630 } as const;

/** Says under which address the page is known. */
export const canonical = (href: string): string => `<link rel="canonical" href="${escapeHtml(href)}" vite-ignore>`;

/** A line for each element; the build leaves alone what is marked as not there yet. */
export function sharingHead(title: string, { type, address, hasCard, hasEmbed }: Sharing): string[] {
  const meta = (key: string, name: string, content: string) =>
    `<meta ${key}="${name}" content="${escapeHtml(content)}"${name === 'og:image' ? ' vite-ignore' : ''}>`;
  const { width, height } = cardSize;
  const card = [
    meta('property', 'og:image', `${address ?? ''}card.png`),
    meta('property', 'og:image:width', `${width}`),
    meta('property', 'og:image:height', `${height}`),
    meta('name', 'twitter:card', 'summary_large_image'),
  ];
  const oembed = `<link rel="alternate" type="application/json+oembed" title="${escapeHtml(title)}" href="oembed.json" vite-ignore>`;
  return [
    meta('property', 'og:type', type),
    ...(address ? [meta('property', 'og:url', address), canonical(address)] : []),
    ...(hasCard ? card : []),
    ...(hasEmbed ? [oembed] : []),
  ];
}
