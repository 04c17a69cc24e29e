/** A paper of the kernels as plain text, for the command line and for figures. */
import { readBibliography, sharedReferences } from './bibliography.ts';
import { label } from './reference.ts';

export interface Citation {
  readonly key: string;
  /** Authors, year, journal, volume and page. */
  readonly text: string;
  readonly title: string;
  /** Where it can be read; empty if nobody said. */
  readonly link: string;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/**
 * The work that `assembly/references.bib` has under `key`.
 *
 * @throws naming the file and the key when there is none.
 */
export function cite(key: string): Citation {
  const work = readBibliography([sharedReferences]).bibliography.get(key);
  if (!work) throw new Error(`${sharedReferences} has no "${key}"`);
  const place = [`${work.venue} ${work.volume}`.trim(), work.page].filter((part) => part !== '').join(', ');
  return { key, text: [label(work), place].filter(Boolean).join(', '), title: plainText(work.title), link: work.link };
}

function plainText(html: string): string {
  return html.replace(/<[^>]*>/g, '').replace(/&(\w+);/g, (entity, name: string) => entities[name] ?? entity);
}
