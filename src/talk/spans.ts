/** A markdown-it plugin for what `@mdit/plugin-attrs` leaves open: `[words]{.class}`, and where `{...}` belongs. */
import type MarkdownIt from 'markdown-it';

/** `[words]{.class}` is a span; its attributes are read by the attribute plugin. */
export function spans(md: MarkdownIt): void {
  md.inline.ruler.after('link', 'span', (state, silent) => {
    const { pos, posMax } = state;
    if (state.src[pos] !== '[') return false;
    const end = state.md.helpers.parseLinkLabel(state, pos);
    if (end < 0 || state.src[end + 1] !== '{') return false;
    if (!silent) {
      state.push('span_open', 'span', 1);
      state.pos = pos + 1;
      state.posMax = end;
      state.md.inline.tokenize(state);
      state.pos = end;
      state.posMax = posMax;
      state.push('span_close', 'span', -1);
    }
    state.pos = end + 1;
    return true;
  });

  md.core.ruler.push('span_alone', ({ tokens }) => {
    for (const [i, token] of tokens.entries()) {
      const children = token.type === 'inline' ? (token.children ?? []) : [];
      const kept = children.filter(({ type, content }) => !(type === 'text' && content.trim() === ''));
      const isEmptySpan = kept.length === 2 && kept[0]?.type === 'span_open' && kept[1]?.type === 'span_close';
      const paragraph = [tokens[i - 1], tokens[i + 1]];
      if (!isEmptySpan || paragraph[0]?.type !== 'paragraph_open') continue;
      token.children = kept;
      for (const side of paragraph) if (side) side.hidden = true;
    }
  });
}

/**
 * `{...}` at the end of a paragraph belongs to the paragraph: without a token between them, the attribute plugin hands
 * it to whatever container closes next.
 */
export function paragraphAttributes(md: MarkdownIt): void {
  md.core.ruler.before('attrs', 'attrs_guard', (state) => {
    state.tokens = state.tokens.flatMap((token) =>
      token.type === 'paragraph_close' && !token.hidden ? [token, new state.Token('guard', '', 0)] : [token],
    );
  });
  md.core.ruler.after('attrs', 'attrs_unguard', (state) => {
    state.tokens = state.tokens.filter(({ type }) => type !== 'guard');
  });
}
