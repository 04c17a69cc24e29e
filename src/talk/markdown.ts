/** The Markdown of a talk as a markdown-it parser: talk syntax in, tokens with line numbers out. */
import { attrs } from '@mdit/plugin-attrs';
import { container } from '@mdit/plugin-container';
import { tex } from '@mdit/plugin-tex';
import MarkdownIt from 'markdown-it';
import { citationSyntax } from './citations.ts';
import { figureSyntax } from './figure-syntax.ts';
import { lineNumbers } from './line-numbers.ts';
import { paragraphAttributes, spans } from './spans.ts';
import { strayMarks } from './stray-marks.ts';

/** The element of each container. */
const containers: Readonly<Record<string, string>> = {
  columns: 'div',
  words: 'div',
  figure: 'div',
  center: 'div',
  notes: 'aside',
  aside: 'aside',
  references: 'div',
};

/** A parser whose `env` has `complain(line, message)`, lines counted from 0. */
export function createMarkdown(): MarkdownIt {
  const md = new MarkdownIt({ html: true });
  md.use(lineNumbers).use(attrs).use(paragraphAttributes).use(spans).use(citationSyntax).use(figureSyntax);
  md.use(tex, { render: (html: string) => html });
  for (const name of Object.keys(containers)) md.use(container, { name });
  md.core.ruler.push('container_elements', ({ tokens }) => {
    for (const token of tokens) {
      const [, name = '', side] = /^container_(.+)_(open|close)$/.exec(token.type) ?? [];
      if (side) token.tag = containers[name] as string;
    }
  });
  strayMarks(md, Object.keys(containers));
  return md;
}
