/** A talk's folder in, the sections of its slides out, or everything that is wrong with it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { escapeHtml } from 'markdown-it/lib/common/utils.mjs';
import type Token from 'markdown-it/lib/token.mjs';
import { root } from '../build/root.ts';
import { readBibliography, sharedReferences } from './bibliography.ts';
import { Citations } from './citations.ts';
import type { Figures } from './figures.ts';
import { readFrontMatter, type TalkMeta } from './front-matter.ts';
import { createMarkdown } from './markdown.ts';
import { type Complain, type Problem, sorted } from './problem.ts';
import { readSlide, type Slide } from './slide.ts';
import { splitSlides } from './slides.ts';

export interface RenderedTalk {
  /** Name of the talk's folder. */
  readonly name: string;
  readonly meta: TalkMeta;
  /** What stands in `<div class="slides">`. */
  readonly html: string;
  readonly problems: readonly Problem[];
  /** Keys of the works that it cites. */
  readonly cited: readonly string[];
  /** Which demo stands on which slide, whose title is HTML. */
  readonly figures: readonly { readonly demo: string; readonly slide: string; readonly title: string }[];
}

/**
 * Renders `talk.md` of `folder` (absolute).
 *
 * @param standalone leaves out links to other pages, for a talk that is one file.
 * @param lines writes into each element the line of `talk.md` from which it comes, as `data-line`.
 */
export function renderTalk(folder: string, demos: Figures, standalone = false, lines = false): RenderedTalk {
  const file = path.relative(root, path.join(folder, 'talk.md'));
  const own = path.relative(root, path.join(folder, 'refs.bib'));
  const { bibliography, problems } = readBibliography([own, sharedReferences]);
  const complain: Complain = (line, message) => problems.push({ file, line, message });

  const text = readFileSync(path.join(folder, 'talk.md'), 'utf8')
    .replace(/\r\n?/g, '\n')
    .replace(/^\uFEFF/, '')
    .split('\n');
  const { meta, end } = readFrontMatter(text, complain);
  const md = createMarkdown();
  const surroundings = { md, folder, macros: meta.macros, bibliography, figures: demos, standalone, lines };
  const stacks = splitSlides(text, end, complain).map((stack) =>
    stack.map((source) => readSlide(source, surroundings, complain)),
  );
  const slides = stacks.flat();
  checkLinks(slides, complain);

  const referenceSlides = slides.flatMap(({ id, hasReferences }) => (hasReferences ? [id] : []));
  const citations = new Citations(referenceSlides);
  for (const { cited } of slides)
    citations.cite(
      cited.map(({ key }) => key),
      bibliography,
    );
  const firstCited = slides.flatMap(({ cited }) => cited)[0];
  if (firstCited && referenceSlides.length === 0) {
    complain(firstCited.line, `"${firstCited.key}" is cited, but no slide has ::: references ... :::`);
  }
  md.renderer.rules.citation = (tokens, i) => citations.inText(tokens[i] as Token);
  md.renderer.rules.svg = (tokens, i) => (tokens[i] as Token).content;
  md.renderer.rules.container_references_close = (_, __, ___, { slide }) => `${citations.list(slide)}</div>\n`;

  const section = ({ id, attributes, tokens, cited }: Slide): string => {
    const own = attributes.map(([name, value]) => ` ${name}="${escapeHtml(value)}"`).join('');
    const shown = new Set(cited.filter(({ inNotes }) => !inNotes).map(({ key }) => key));
    const body = md.renderer.render(tokens, md.options, { slide: id });
    return `<section${own}>\n${body}${citations.footer(shown)}</section>\n`;
  };
  const html = stacks.map((stack) => {
    const sections = stack.map(section).join('');
    return stack.length > 1 ? `<section>\n${sections}</section>\n` : sections;
  });
  return {
    name: path.basename(folder),
    meta,
    html: html.join(''),
    problems: sorted(problems),
    cited: slides.flatMap(({ cited }) => cited.map(({ key }) => key)),
    figures: slides.flatMap(({ id, heading, figures }) => {
      const title = md.renderer.renderInline([...heading], md.options, {});
      return figures.map(({ name }) => ({ demo: name, slide: id, title }));
    }),
  };
}

/** Ids are of one slide or element each, and a link within the talk leads to one of them. */
function checkLinks(slides: readonly Slide[], complain: Complain): void {
  const first = new Map<string, number>();
  for (const [id, line] of slides.flatMap(({ ids }) => ids)) {
    if (id === '') continue;
    const known = first.get(id);
    if (known === undefined) first.set(id, line);
    else complain(line, `id "${id}" is used already, on line ${known}`);
  }
  for (const { to, line } of slides.flatMap(({ links }) => links)) {
    if (to && !first.has(to)) complain(line, `the link leads to "${to}", which is no slide of this talk`);
  }
}
