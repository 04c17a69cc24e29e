/** The files of a built site as its service worker knows them. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { addressOf, isHashed } from '../../offline/address.ts';

export interface ListedFile {
  /** From the site's root. */
  readonly url: string;
  /** Changes with the file; none where the name does. */
  readonly revision: string | null;
  /** What the browser checks a file against whose name carries a hash: such a file is the same at every host. */
  readonly integrity?: string;
}

/** Names of all files below `folder`, sorted, with slashes. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

/** Pictures beside the page `file` that it has for those who link to it, and does not show itself. */
export function cardsOf(file: string, html: string): string[] {
  const cards = html.matchAll(/<meta property="og:image" content="(?:[^"]*\/)?([^/"]+)"/g);
  return [...cards].map(([, name]) => path.posix.join(path.posix.dirname(file), name as string));
}

/** The list of `files` in `folder`. */
export function listFiles(folder: string, files: readonly string[]): ListedFile[] {
  return files.map((file) => {
    const url = addressOf(file);
    const hash = createHash('sha256').update(readFileSync(path.join(folder, file)));
    if (!isHashed(`file:///${file}`)) return { url, revision: hash.digest('hex').slice(0, 16) };
    return { url, revision: null, integrity: `sha256-${hash.digest('base64')}` };
  });
}
