/** Images: local files with words for those who cannot see them; SVG inside the page where it is to take the theme. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { escapeHtml } from 'markdown-it/lib/common/utils.mjs';
import type Token from 'markdown-it/lib/token.mjs';
import type { Complain } from './problem.ts';

/** Checks an image token; one of class `inline` becomes the SVG itself. */
export function readImage(token: Token, line: number, folder: string, complain: Complain): void {
  const source = decodeURI(token.attrGet('src') ?? '');
  const alt = token.content.trim();
  if (!alt) complain(line, `image "${source}" has no alt text, expected ![what it shows](${source})`);
  if (/^([a-z]+:|\/)/i.test(source)) {
    complain(line, `image "${source}" is not local, expected a file below the talk's folder`);
    return;
  }
  const file = path.join(folder, source);
  if (!existsSync(file)) {
    complain(line, `image "${source}": no such file`);
    return;
  }
  const classes = token.attrGet('class')?.split(' ') ?? [];
  if (!classes.includes('inline')) return;
  if (!source.endsWith('.svg')) {
    complain(line, `image "${source}" cannot be inline, expected an SVG`);
    return;
  }
  token.type = 'svg';
  token.content = inlineSvg(readFileSync(file, 'utf8'), alt, classes, (what) => {
    complain(line, `image "${source}" has ${what}`);
  });
}

function inlineSvg(source: string, alt: string, classes: readonly string[], complain: (what: string) => void): string {
  if (/<script|\son[a-z]+\s*=/i.test(source)) complain('a script; a talk has none');
  if (/\bhref\s*=\s*["'](?!#|data:)|url\(\s*["']?(?!#|data:)/i.test(source)) complain('a link to another file');
  const svg = /<svg\b[\s\S]*<\/svg>/.exec(source.replace(/<!--[\s\S]*?-->/g, ''))?.[0];
  if (!svg) {
    complain('no <svg> element');
    return '';
  }
  const attributes = `class="${escapeHtml(classes.join(' '))}" role="img" aria-label="${escapeHtml(alt)}"`;
  const [tag = ''] = /^<svg\b[^>]*/.exec(svg) ?? [];
  const own = tag.slice('<svg'.length).replace(/\s(class|role|aria-label)=("[^"]*"|'[^']*')/g, '');
  return `<svg ${attributes}${own}${svg.slice(tag.length)}`;
}
