/** One work as it is cited: in the text, at the foot of a slide, in the list of references. */
import { escapeHtml } from 'markdown-it/lib/common/utils.mjs';

export interface Name {
  readonly family: string;
  /** Given names cut down, as in `J.-P.`; empty for a collaboration. */
  readonly initials: string;
}

export interface Work {
  readonly names: readonly Name[];
  /** The work itself says that there are more authors. */
  readonly andOthers: boolean;
  /** HTML. */
  readonly title: string;
  /** Journal, proceedings, publisher or archive. */
  readonly venue: string;
  readonly volume: string;
  readonly page: string;
  readonly year: string;
  readonly link: string;
}

/** `Parisi 1979`, `Cugliandolo & Kurchan 1993`, `Ros et al. 2019`. */
export function label({ names, andOthers, title, year }: Work): string {
  const [first, second, third] = names.map(({ family }) => family);
  if (!first) return `${title.replace(/<[^>]*>/g, '') || 'Anonymous'} ${year}`;
  const authors = third || andOthers ? `${first} et al.` : second ? `${first} & ${second}` : first;
  return `${authors} ${year}`;
}

/** Authors, title (in the full form), journal **volume**, page (year), linked to where it can be read. HTML. */
export function reference(work: Work, form: 'short' | 'full'): string {
  const { title, venue, volume, page, year, link } = work;
  const number = volume && ` <b>${escapeHtml(volume)}</b>`;
  const place = `${escapeHtml(venue)}${number}${page && `${venue || volume ? ', ' : ''}${escapeHtml(page)}`}`;
  const hasTitle = title && (form === 'full' || !place);
  const where = `${hasTitle && !place ? `<i>${title}</i>` : place} (${escapeHtml(year)})`.trim();
  const linked = link ? `<a href="${escapeHtml(link)}" target="_blank" rel="noopener">${where}</a>` : where;
  return [escapeHtml(authors(work)), hasTitle && place ? `<i>${title}</i>` : '', linked].filter(Boolean).join(', ');
}

function authors({ names, andOthers }: Work): string {
  const full = names.map(({ initials, family }) => `${initials} ${family}`.trim());
  if (full.length > 3 || andOthers) return full[0] ? `${full[0]} et al.` : '';
  return full.length > 1 ? `${full.slice(0, -1).join(', ')} and ${full.at(-1)}` : (full[0] ?? '');
}
