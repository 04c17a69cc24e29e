/** The works that a talk may cite, from BibTeX files: LaTeX accents and braces become Unicode. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Creator, type Entry, parse } from '@retorquere/bibtex-parser';
import { escapeHtml } from 'markdown-it/lib/common/utils.mjs';
import { root } from '../build/root.ts';
import { newlines } from './line-numbers.ts';
import type { Problem } from './problem.ts';
import type { Name, Work } from './reference.ts';

/** What every talk may cite, below the project's root. */
export const sharedReferences = path.join('assembly', 'references.bib');

export type Bibliography = ReadonlyMap<string, Work>;

/** Reads `files` (paths below the project's root; a missing one is empty). The first that has a key defines it. */
export function readBibliography(files: readonly string[]): { bibliography: Bibliography; problems: Problem[] } {
  const bibliography = new Map<string, Work>();
  const problems: Problem[] = [];
  for (const file of files) {
    const absolute = path.resolve(root, file);
    if (!existsSync(absolute)) continue;
    const { works, complaints } = parseBibtex(readFileSync(absolute, 'utf8'));
    problems.push(...complaints.map((complaint) => ({ file, ...complaint })));
    for (const [key, work] of works) if (!bibliography.has(key)) bibliography.set(key, work);
  }
  return { bibliography, problems };
}

interface Parsed {
  readonly works: Bibliography;
  readonly complaints: readonly { readonly line: number; readonly message: string }[];
}

/** What has been parsed, by its text: all talks share a file, and most changes of a talk leave its files alone. */
const parsed = new Map<string, Parsed>();

/** The works of one BibTeX text by key. */
export function parseBibtex(source: string): Parsed {
  const known = parsed.get(source);
  if (known) return known;
  const { entries, errors } = parse(source, { english: false, caseProtection: false, sentenceCase: false });
  const complaints = errors.map(({ error, input }) => {
    const message = error.replace(/ at line \d+, column .*/s, '');
    return { line: lineOf(source.indexOf(input ?? ''), source), message };
  });
  const works = new Map<string, Work>();
  for (const entry of entries) {
    if (works.has(entry.key)) {
      complaints.push({
        line: lineOf(source.lastIndexOf(entry.input), source),
        message: `"${entry.key}" is defined twice`,
      });
    } else {
      works.set(entry.key, toWork(entry));
    }
  }
  const result = { works, complaints };
  parsed.set(source, result);
  return result;
}

function lineOf(offset: number, source: string): number {
  return newlines(source.slice(0, Math.max(0, offset))) + 1;
}

function toWork({ fields }: Entry): Work {
  const text = (...names: string[]): string => {
    for (const name of names) {
      const value: unknown = fields[name];
      if (value && (typeof value === 'string' || Array.isArray(value))) return unicode([value].flat().join(', '));
    }
    return '';
  };
  const creators = fields.author ?? fields.editor ?? [];
  const eprint = text('eprint').replace(/^arxiv:/i, '');
  const isArxiv = eprint !== '' && (text('archiveprefix', 'eprinttype') || 'arxiv').toLowerCase() === 'arxiv';
  const published = text('journal', 'journaltitle', 'booktitle', 'publisher', 'school', 'institution', 'howpublished');
  return {
    names: creators.filter((creator) => !isOthers(creator)).map(toName),
    andOthers: creators.some(isOthers),
    title: toHtml(text('title')),
    venue: plain(published) || (isArxiv ? `arXiv:${eprint}` : ''),
    volume: text('volume'),
    page: text('pages', 'eid').split(/[–,-]/)[0]?.trim() ?? '',
    year: text('year') || text('date').slice(0, 4) || 'n.d.',
    link: linkOf(text('doi'), isArxiv ? eprint : '', text('url')),
  };
}

function linkOf(doi: string, arxiv: string, url: string): string {
  if (doi) return `https://doi.org/${doi.replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:)/i, '')}`;
  if (arxiv) return `https://arxiv.org/abs/${arxiv}`;
  return /^https?:\/\//.test(url) ? url : '';
}

function isOthers({ lastName, firstName }: Creator): boolean {
  return lastName === 'others' && !firstName;
}

function toName({ name, prefix, lastName, suffix, firstName }: Creator): Name {
  const family = name ?? [prefix, lastName, suffix].filter(Boolean).join(' ');
  const initials = (firstName ?? '')
    .split(/[\s.]+/)
    .filter(Boolean)
    .map((word) =>
      word
        .split('-')
        .filter(Boolean)
        .map((part) => `${[...unicode(part)][0]}.`)
        .join('-'),
    );
  return { family: plain(unicode(family)), initials: initials.join(' ') };
}

/** Composed characters; an accent takes the place of the dot that LaTeX removes for it. */
function unicode(text: string): string {
  return text
    .replace(/ı(?=\p{M})/gu, 'i')
    .replace(/ȷ(?=\p{M})/gu, 'j')
    .normalize('NFC');
}

const emphasis = /<(\/?)(i|b|em|strong|sup|sub)>/g;

/** The parser's markup without what is not markup: its text is not escaped. */
function toHtml(text: string): string {
  return escapeHtml(text).replace(new RegExp(escapeHtml(emphasis.source), 'g'), '<$1$2>');
}

function plain(text: string): string {
  return text.replace(emphasis, '');
}
