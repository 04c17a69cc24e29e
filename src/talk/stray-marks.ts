/** A markdown-it plugin: marks that opened or closed nothing, which would otherwise be shown to the audience. */
import type MarkdownIt from 'markdown-it';
import { walk } from './line-numbers.ts';
import type { Complain } from './problem.ts';

export function strayMarks(md: MarkdownIt, containers: readonly string[]): void {
  md.core.ruler.before('text_join', 'stray_marks', ({ tokens, env }) => {
    const { complain } = env as { complain: Complain };
    walk(tokens, (token, line) => {
      if (token.type === 'text' && token.content.includes('$')) {
        complain(line, 'this $ opens or closes no formula (a display formula starts its line; a dollar sign is \\$)');
      }
      if (token.type === 'html_block') checkHtml(token.content, line, complain);
      if (token.type !== 'inline') return;
      for (const [i, text] of token.content.split('\n').entries()) {
        const info = /^:{3,}\s*(.*)$/.exec(text)?.[1];
        if (info === undefined) continue;
        const name = info.split(' ')[0];
        complain(
          line + i,
          name
            ? `no container "${name}", expected one of: ${containers.join(', ')}`
            : 'this ::: closes nothing (an outer container has more colons than those in it)',
        );
      }
    });
  });
}

/** Markdown does not look into a block of HTML, which ends at the first blank line. */
function checkHtml(content: string, from: number, complain: Complain): void {
  for (const [i, text] of content
    .replace(/<[^>]*>/g, (tag) => tag.replace(/[^\n]/g, ' '))
    .split('\n')
    .entries()) {
    const mark = /^:{3,}|\$/.exec(text)?.[0];
    if (mark) complain(from + i, `this ${mark} stands in HTML, expected a blank line between HTML and Markdown`);
  }
}
