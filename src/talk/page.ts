/** A page's shell with its blanks filled: the shells are real HTML, the blanks are comments. */
import { escapeHtml } from 'markdown-it/lib/common/utils.mjs';
import { canonical, type Sharing, sharingHead } from './sharing.ts';

export interface Page {
  readonly title: string;
  /** One sentence for search results and social cards. */
  readonly description?: string | undefined;
  readonly lang?: string;
  readonly sharing?: Sharing;
  /** The page that this one is a part of, from here or absolute. */
  readonly partOf?: string;
  /** HTML by the name of its comment: `<!-- name -->`. */
  readonly blanks: Readonly<Record<string, string>>;
}

/** A point on a sphere. In the page, since a browser asks for one in any case. */
const icon =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none" stroke="#0072B2" stroke-width="3">' +
      '<circle cx="16" cy="16" r="13"/><ellipse cx="16" cy="16" rx="13" ry="4.5"/>' +
      '<circle cx="21" cy="8" r="3" fill="#E69F00" stroke="none"/></svg>',
  );

/** @throws naming `file` when the shell has no `<title>` or lacks a blank. */
export function fillPage(file: string, shell: string, page: Page): string {
  const { title, description, lang = 'en', sharing, partOf, blanks } = page;
  const meta = (key: string, name: string, content: string) =>
    `\n    <meta ${key}="${name}" content="${escapeHtml(content)}">`;
  const head =
    `<title>${escapeHtml(title)}</title>\n    <link rel="icon" href="${icon}">${meta('property', 'og:title', title)}` +
    (description ? meta('name', 'description', description) + meta('property', 'og:description', description) : '') +
    [...(sharing ? sharingHead(title, sharing) : []), ...(partOf ? [canonical(partOf)] : [])]
      .map((line) => `\n    ${line}`)
      .join('');
  let html = replace(file, shell, /<title>[^<]*<\/title>/, head, '<title>');
  html = replace(file, html, /<html\b[^>]*>/, `<html lang="${escapeHtml(lang)}">`, '<html>');
  for (const [name, content] of Object.entries(blanks)) {
    html = replace(file, html, new RegExp(`<!-- ${name} -->`), content, `<!-- ${name} -->`);
  }
  return html;
}

/** Replaces what matches `pattern`, which the page must have; `what` names it. */
export function replace(file: string, html: string, pattern: RegExp, by: string, what: string): string {
  if (!pattern.test(html)) throw new Error(`${file}: no ${what} to fill in`);
  return html.replace(pattern, () => by);
}
