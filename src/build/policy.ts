/** The strictest content security policy under which everything works, for hosts that send one. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { root } from './root.ts';

const speakerView = path.join(root, 'node_modules/reveal.js/dist/plugin/notes.mjs');

/** Everything that is not named here is from the site itself: workers, kernels, frames, the manifest. */
export const directives: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'self'"],
  /** Kernels are compiled on the page; JavaScript from a string stays forbidden. The hash is that of one script. */
  'script-src': ["'self'", "'wasm-unsafe-eval'", hashOf(speakerScript(readFileSync(speakerView, 'utf8')))],
  /** KaTeX places parts of a formula by style attributes, reveal.js writes a style sheet for paper and the speaker view. */
  'style-src': ["'self'", "'unsafe-inline'"],
  /** The build puts small drawings and fonts into pages and style sheets, a figure becomes a PNG through an image. */
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'", 'data:'],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
};

/** The value of the header `Content-Security-Policy`. Other sites may embed the pages: it says nothing of that. */
export const policy: string = Object.entries(directives)
  .map(([name, sources]) => [name, ...sources].join(' '))
  .join('; ');

/**
 * The one script that is no file: reveal.js writes it into the window of the speaker view, which has the policy of the
 * deck that opened it.
 *
 * @throws when `plugin`, the text of reveal.js's notes, has not exactly one.
 */
export function speakerScript(plugin: string): string {
  const pages = [...plugin.matchAll(/"(?:[^"\\]|\\.)*<script>(?:[^"\\]|\\.)*"/g)];
  const scripts = pages.flatMap(([literal]) => {
    return [...String(runInNewContext(literal)).matchAll(/<script>([\s\S]*?)<\/script>/g)];
  });
  const [only] = scripts;
  if (!only || scripts.length > 1) {
    throw new Error(`${path.relative(root, speakerView)}: ${scripts.length} scripts in the speaker view, expected one`);
  }
  return only[1] as string;
}

/** As a policy names a script. */
function hashOf(script: string): string {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
}
