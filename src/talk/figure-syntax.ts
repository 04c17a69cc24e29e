import type MarkdownIt from 'markdown-it';

/** A markdown-it plugin: a line that begins with `<live-demo` is a block, up to its closing tag or a blank line. */
export function figureSyntax(md: MarkdownIt): void {
  const begins = /^<live-demo[\s>]/;
  md.block.ruler.before(
    'html_block',
    'live_demo',
    (state, start, end, silent) => {
      const text = (line: number) => state.getLines(line, line + 1, state.blkIndent, false).trim();
      if (!begins.test(text(start)) || (state.sCount[start] as number) - state.blkIndent >= 4) return false;
      if (silent) return true;
      let next = start;
      while (next < end && text(next) !== '' && !text(next).includes('</live-demo>')) next++;
      state.line = next < end && text(next) !== '' ? next + 1 : next;
      const token = state.push('html_block', '', 0);
      token.map = [start, state.line];
      token.content = state.getLines(start, state.line, state.blkIndent, true);
      return true;
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  );
}
