/** Colours of the theme for what lies outside style sheets. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../root.ts';

const file = 'src/deck/theme.css';
const css = readFileSync(path.join(root, file), 'utf8');

/** A token of the theme as it stands in its style sheet: `token('dark', 'paper')`. Throws where there is none. */
export function token(theme: 'light' | 'dark', name: string): string {
  const blocks = [...css.matchAll(/^:root[^{}]*\{[^}]*\}/gm)].map(String);
  const own = blocks.filter((block) => block.includes(`[data-theme="${theme}"]`));
  const shared = blocks.filter((block) => /^:root \{/.test(block));
  for (const block of [...own, ...shared]) {
    const value = new RegExp(`--${name}:\\s*([^;]+);`).exec(block)?.[1];
    if (value) return value;
  }
  throw new Error(`${file}: no --${name} in the ${theme} theme`);
}
