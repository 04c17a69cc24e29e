/** How to cite a figure: as a sentence and as BibTeX. */
import { project } from 'virtual:references';
import { version } from '../../kernel/version.ts';

/** A figure as somebody else finds it: its id, its message and a link that shows it as it is. */
export interface Cited {
  readonly name: string;
  readonly claim: string;
  readonly href: string;
}

export function plainCitation({ claim, href }: Cited): string {
  return `${project.authors.join(', ')}, \u201c${titleOf(claim)}\u201d, live figure in ${project.title}, version ${version} (${project.year}). ${href}`;
}

export function bibtex({ name, claim, href }: Cited): string {
  const fields = {
    author: project.authors.map((author) => `{${escapeTex(author)}}`).join(' and '),
    title: `{${escapeTex(titleOf(claim))}}`,
    howpublished: `Live figure in ${escapeTex(project.title)}`,
    version,
    year: project.year,
    url: href,
  };
  const lines = Object.entries(fields).map(([field, value]) => `  ${field.padEnd(12)} = {${value}},\n`);
  return `@misc{${name},\n${lines.join('')}}`;
}

/** A sentence as a title. */
const titleOf = (claim: string): string => claim.replace(/\.$/, '');

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function escapeTex(text: string): string {
  return text.replace(/[\\~^{}%&_#$]/g, (character) => escapes[character] ?? `\\${character}`);
}
