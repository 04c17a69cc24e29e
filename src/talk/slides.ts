/** Where one slide ends and the next begins: `---` alone on a line, and `--` within a vertical stack. */
import type { Complain } from './problem.ts';

export interface SlideSource {
  /** Line of the talk on which the slide's text begins, counted from 1. */
  readonly line: number;
  readonly text: string;
}

/**
 * Splits the talk's lines from index `first` on into stacks of slides; a stack of one is a plain slide. Separators
 * inside code fences and comments are text. Between two slides there is one separator and nothing else.
 */
export function splitSlides(lines: readonly string[], first: number, complain: Complain): SlideSource[][] {
  const stacks: SlideSource[][] = [[]];
  let start = first;
  let open: Opened | undefined;

  for (let i = first; i <= lines.length; i++) {
    const line = lines[i];
    const separator = line !== undefined && !open ? /^(---?)[ \t]*$/.exec(line)?.[1] : undefined;
    if (line === undefined || separator) {
      stacks.at(-1)?.push({ line: start + 1, text: lines.slice(start, i).join('\n') });
      start = i + 1;
      if (separator === '---') stacks.push([]);
    } else if (open) {
      if (open.end.test(line)) open = undefined;
    } else {
      open = opened(line, i + 1);
    }
  }
  if (open) complain(open.line, `this ${open.what} is never closed`);
  return stacks;
}

interface Opened {
  readonly what: string;
  readonly line: number;
  readonly end: RegExp;
}

/** The code fence or comment that `line` opens and leaves open (CommonMark 0.31, sections 4.5 and 4.6). */
function opened(line: string, number: number): Opened | undefined {
  const fence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1];
  if (fence)
    return { what: 'code fence', line: number, end: new RegExp(`^ {0,3}${fence[0]}{${fence.length},}[ \\t]*$`) };
  if (/^ {0,3}<!--/.test(line) && !line.includes('-->')) return { what: 'comment', line: number, end: /-->/ };
  return undefined;
}
