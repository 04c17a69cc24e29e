/** Makes a built site one that works without a network: its service worker, its manifest, and what the pages say of them. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, type Rolldown } from 'vite';
import { root } from '../root.ts';
import { cardsOf, filesIn, type ListedFile, listFiles } from './file-list.ts';
import { fillHead, icons, manifest } from './manifest.ts';

const source = path.join(root, 'src/offline/sw.ts');
const worker = 'sw.js';

/**
 * Writes `sw.js`, `manifest.webmanifest` and the icons into the folder of a built site, and names them in its pages. Call
 * it last: the worker's list has every file that is then there, except for the cards of social networks.
 * @throws when the folder has no `index.html` at its root, or a page no head
 */
export async function finishOffline(dist: string): Promise<void> {
  const write = (file: string, content: string | Buffer) => writeFileSync(path.join(dist, file), content);
  const read = (file: string) => readFileSync(path.join(dist, file), 'utf8');
  for (const [file, content] of Object.entries(icons())) write(file, content);
  write('manifest.webmanifest', manifestOf(read('index.html')));
  const files = new Set(filesIn(dist));
  files.delete(worker);
  for (const file of [...files].filter((name) => name.endsWith('.html'))) {
    const html = fillHead(file, read(file));
    write(file, html);
    for (const card of cardsOf(file, html)) files.delete(card);
  }
  write(worker, await bundle(listFiles(dist, [...files])));
}

/** The application is called and described as the site's first page is. */
function manifestOf(page: string): string {
  const said = (pattern: RegExp) => plain(pattern.exec(page)?.[1] ?? '');
  return manifest(
    said(/<title>([^<]*)<\/title>/),
    said(/<meta name="description" content="([^"]*)"/),
    said(/<html lang="([^"]*)"/),
  );
}

/** What an attribute or a title says. */
function plain(html: string): string {
  const characters: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };
  return html.replace(/&(lt|gt|quot|amp);/g, (_, name: string) => characters[name] as string);
}

/** The worker as one classic script, which every browser with service workers runs. */
async function bundle(files: readonly ListedFile[]): Promise<string> {
  const result = await build({
    configFile: false,
    root: path.dirname(source),
    publicDir: false,
    logLevel: 'warn',
    define: { __SITE_FILES__: JSON.stringify(files), 'process.env.NODE_ENV': '"production"' },
    build: { write: false, target: 'es2022', lib: { entry: source, formats: ['iife'], name: 'worker' } },
  });
  const { output } = [result].flat()[0] as Rolldown.RolldownOutput;
  return output[0].code;
}
