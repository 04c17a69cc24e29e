/** `{#id .class name=value}`: which attributes there are, and what becomes of them. */
import type Token from 'markdown-it/lib/token.mjs';
import type { Complain } from './problem.ts';

/** Reveal's own, and those of HTML that Markdown writes or that a talk may need. */
const allowed = /^(id|class|set|lang|title|style|width|height|colspan|rowspan|href|src|alt|start|target|rel|data-.+)$/;
const examples = 'id, class, set, time (on the heading), lang, title, style, width, height, data-*';
/** Reveal loads these by script: the build would not carry the file along. */
const loading = /^data-(src|background-(image|video|iframe))$/;

/** Complains about what is no attribute of a talk; the slide's heading has given its own away before. */
export function checkAttribute(name: string, line: number, complain: Complain): void {
  if (/^on/i.test(name)) complain(line, `attribute "${name}" is a script; a talk has none`);
  else if (loading.test(name)) complain(line, `attribute "${name}" loads a file by script, expected an image`);
  else if (!allowed.test(name)) complain(line, `no attribute "${name}", expected one of: ${examples}`);
}

/** Checks a token's attributes; gives what its fragment sets, and leaves that in `data-set`. */
export function readAttributes(token: Token, line: number, complain: Complain): { id?: string; set?: string } {
  const found: { id?: string; set?: string } = {};
  for (const attribute of token.attrs ?? []) {
    const [name, value] = attribute;
    checkAttribute(name, line, complain);
    if (name === 'id') found.id = value;
    if (name !== 'set') continue;
    attribute[0] = 'data-set';
    found.set = value;
    if (!token.attrGet('class')?.split(' ').includes('fragment')) {
      complain(line, `set="${value}" has no effect without .fragment beside it`);
    }
  }
  return found;
}

/** The attributes of a slide's heading as those of its section. */
export function sectionAttributes(heading: Token, line: number, complain: Complain): [string, string][] {
  const attributes: [string, string][] = [];
  for (const [name, value] of heading.attrs ?? []) {
    if (name !== 'time') checkAttribute(name, line, complain);
    if (name === 'time' && !(Number(value) > 0)) complain(line, `time="${value}" is no number of seconds`);
    if (name === 'set') complain(line, 'a slide sets nothing, expected set on a fragment');
    attributes.push([name === 'time' ? 'data-timing' : name, value]);
  }
  heading.attrs = null;
  return attributes;
}
