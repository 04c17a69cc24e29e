/** One slide: its tokens read and checked, and written as a section once the whole talk is known. */
import type MarkdownIt from 'markdown-it';
import { escapeHtml } from 'markdown-it/lib/common/utils.mjs';
import type Token from 'markdown-it/lib/token.mjs';
import { readAttributes, sectionAttributes } from './attributes.ts';
import type { Bibliography } from './bibliography.ts';
import { readCitation } from './citations.ts';
import { checkSet, type Figures, type PlacedFigure, placeFigure, poster, stillOf } from './figures.ts';
import { readImage } from './images.ts';
import { markLines, walk } from './line-numbers.ts';
import { isFormula, renderFormula } from './math.ts';
import type { Complain } from './problem.ts';
import { RawHtml, type Tag } from './raw-html.ts';
import type { SlideSource } from './slides.ts';

export interface Slide {
  readonly id: string;
  /** Line of the heading in the talk, counted from 1. */
  readonly line: number;
  /** What the heading says: inline tokens. */
  readonly heading: readonly Token[];
  readonly attributes: readonly (readonly [string, string])[];
  readonly tokens: Token[];
  readonly figures: readonly PlacedFigure[];
  /** Every id on the slide and its line, its own first. */
  readonly ids: readonly (readonly [string, number])[];
  /** Keys cited, in order; those of the notes are not shown at the slide's foot. */
  readonly cited: readonly { readonly key: string; readonly line: number; readonly inNotes: boolean }[];
  /** Links to slides of the same talk. */
  readonly links: readonly { readonly to: string; readonly line: number }[];
  readonly hasReferences: boolean;
}

/** What a slide is read with. */
export interface Surroundings {
  readonly md: MarkdownIt;
  /** Absolute path of the talk's folder. */
  readonly folder: string;
  readonly macros: Readonly<Record<string, string>>;
  readonly bibliography: Bibliography;
  readonly figures: Figures;
  /** The talk is to be a file of its own: there are no other pages to link to. */
  readonly standalone: boolean;
  /** Elements tell their line, for whoever checks them. */
  readonly lines: boolean;
}

export function readSlide(source: SlideSource, surroundings: Surroundings, complainInTalk: Complain): Slide {
  const complain: Complain = (line, message) => complainInTalk(source.line + line, message);
  const lines = source.text.split('\n');
  const tokens = surroundings.md.parse(source.text, { complain });
  const { id, line, heading, attributes } = readHeading(tokens, lines, complain);

  const figures: PlacedFigure[] = [];
  const sets: { set: string; line: number }[] = [];
  const ids: [string, number][] = [[id, source.line + line]];
  const cited: { key: string; line: number; inNotes: boolean }[] = [];
  const links: { to: string; line: number }[] = [];
  let notes = 0;
  let hasNotes = false;
  let hasReferences = false;

  const html = new RawHtml(complain, (tag) => rewrite(tag));
  walk(tokens, (token, line) => {
    const { id, set } = readAttributes(token, line, complain);
    if (id) ids.push([id, source.line + line]);
    if (set !== undefined) sets.push({ set, line });
    if (/^container_.*_open$/.test(token.type)) checkClosed(token, lines, complain);
    if (token.type === 'container_notes_open') notes++;
    if (token.type === 'container_notes_close') notes--;
    if (token.type === 'container_references_open') hasReferences = true;
    if (notes > 0 && token.type === 'inline') hasNotes = true;
    if (isFormula(token)) renderFormula(token, line, lines, surroundings.macros, complain);
    if (token.type === 'image') readImage(token, line, surroundings.folder, complain);
    if (token.type === 'html_block' || token.type === 'html_inline') readHtml(token, line);
    if (token.type === 'link_open') readLink(token, line);
    if (token.type === 'citation') {
      const keys = readCitation(token, line, surroundings.bibliography, complain);
      cited.push(...keys.map((key) => ({ key, line: source.line + line, inNotes: notes > 0 })));
    }
  });
  html.end();
  for (const { set, line } of sets) checkSet(set, figures, line, complain);
  if (surroundings.lines) {
    markLines(tokens, source.line);
    attributes.push(['data-line', String(source.line + line)]);
  }
  if (!hasNotes) complain(line, `slide "${id}" has no notes, expected ::: notes ... :::`);
  return { id, line: source.line + line, heading, attributes, tokens, figures, ids, cited, links, hasReferences };

  function readHtml(token: Token, line: number): void {
    if (token.type === 'html_inline' && /^<live-demo/i.test(token.content)) {
      complain(line, 'a <live-demo> begins its line');
    }
    token.content = html.read(token.content, line);
  }

  function rewrite({ name, text, line, attributes }: Tag): string {
    for (const { name: attribute, value, line: own } of attributes) {
      if (attribute === 'id') ids.push([value, source.line + own]);
      if (attribute === 'data-set') sets.push({ set: value, line: own });
    }
    if (name !== 'live-demo') return text;
    const figure = placeFigure(attributes, line, surroundings.figures, complain);
    figures.push(figure);
    const key = `${id}/${figures.length}`;
    const own = [...figure.attributes, ['data-figure', key] as const];
    const written = own.map(([attribute, value]) => ` ${attribute}="${escapeHtml(value)}"`).join('');
    return `<live-demo${written}>${figure.spec ? poster(figure.spec, stillOf(key)) : ''}`;
  }

  function readLink(token: Token, line: number): void {
    const href = token.attrGet('href') ?? '';
    const to = /^#\/?(.*)$/.exec(href)?.[1];
    if (to !== undefined) links.push({ to: to.split('/')[0] ?? '', line: source.line + line });
    else if (/^[a-z]+:/i.test(href)) token.attrs?.push(['target', '_blank'], ['rel', 'noopener']);
    else if (surroundings.standalone) token.attrs = (token.attrs ?? []).filter(([name]) => name !== 'href');
  }
}

/** The slide's heading is its first of level 1, or its first: it gives the slide id, classes and timing. */
function readHeading(tokens: readonly Token[], lines: readonly string[], complain: Complain) {
  const headings = tokens.filter(({ type }) => type === 'heading_open');
  const claims = headings.filter(({ tag }) => tag === 'h1');
  const opening = claims[0] ?? headings[0];
  if (!opening) {
    const line = Math.max(
      0,
      lines.findIndex((text) => text.trim() !== ''),
    );
    complain(line, 'the slide has no heading, expected # Claim {#slide-id}');
    return { id: '', line, heading: [], attributes: [] };
  }
  const line = opening.map?.[0] ?? 0;
  for (const { map } of claims.slice(1)) {
    complain(map?.[0] ?? 0, 'a slide has one # heading, expected ## here or --- above');
  }
  const heading = tokens[tokens.indexOf(opening) + 1]?.children ?? [];
  const title = textOf(heading);
  const attributes = sectionAttributes(opening, line, complain);
  const id = attributes.find(([name]) => name === 'id')?.[1] ?? '';
  if (!id) complain(line, `slide "${title}" has no id, expected # ${title} {#slide-id}`);
  else if (/^\d+$/.test(id)) complain(line, `slide id "${id}" is a number, expected words`);
  else if (!/^[\w-]+$/.test(id))
    complain(line, `slide id "${id}" does not fit into a link, expected letters, digits, -`);
  return { id, line, heading, attributes };
}

function textOf(children: readonly Token[]): string {
  const kept = children.filter(({ type }) => ['text', 'code_inline', 'math_inline', 'softbreak'].includes(type));
  return kept
    .map(({ type, content }) => (type === 'softbreak' ? ' ' : content))
    .join('')
    .trim();
}

function checkClosed({ info, map }: Token, lines: readonly string[], complain: Complain): void {
  const [start, end] = map as [number, number];
  if (!/^\s*:{3,}\s*$/.test(lines[end] ?? '')) complain(start, `::: ${info.trim()} is never closed`);
}
