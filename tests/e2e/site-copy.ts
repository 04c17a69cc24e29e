/** Copies of the built site, as hosts publish them one after another. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { finishOffline } from '../../src/build/offline/finish.ts';

export interface Change {
  /** What has changed in the pages. */
  readonly edit?: (html: string) => string;
  /** Every hashed file has another name, as after a change that reaches all of them. */
  readonly isRebuilt?: boolean;
}

/** A copy of the site in `dist` that works without a network; the caller removes the folder. */
export async function siteCopy(dist: string, { edit, isRebuilt }: Change = {}): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'glassdeck-site-'));
  cpSync(dist, folder, { recursive: true });
  if (isRebuilt) rename(folder);
  if (edit) rewrite(folder, /\.html$/, edit);
  await finishOffline(folder);
  return folder;
}

/** Gives every hashed file the hash read backwards, and its new name to whoever names it. */
function rename(folder: string): void {
  const assets = path.join(folder, 'assets');
  const names = readdirSync(assets).map((name) => {
    const to = name.replace(
      /-([\w-]{8})(\.\w+)$/,
      (_, hash: string, end: string) => `-${[...hash].reverse().join('')}${end}`,
    );
    renameSync(path.join(assets, name), path.join(assets, to));
    return [name, to] as const;
  });
  rewrite(folder, /\.(html|js|css)$/, (text) => names.reduce((said, [from, to]) => said.replaceAll(from, to), text));
}

function rewrite(folder: string, pattern: RegExp, edit: (text: string) => string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(folder, name);
    if (pattern.test(name)) writeFileSync(file, edit(readFileSync(file, 'utf8')));
  }
}
