import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cardsOf, filesIn, listFiles } from './file-list.ts';
import { finishOffline } from './finish.ts';
import { fillHead } from './manifest.ts';
import { token } from './theme-tokens.ts';

const page = (title: string, body = '') =>
  `<!doctype html>\n<html lang="de">\n  <head>\n    <title>${title}</title>\n  </head>\n  <body>${body}</body>\n</html>\n`;
const site: Readonly<Record<string, string>> = {
  'index.html': page('Talks &amp; more').replace(
    '<title>',
    '<meta name="description" content="All &quot;of&quot; it.">\n<title>',
  ),
  'talk/index.html': page('Talk', '<div class="reveal"></div>').replace(
    '<title>',
    '<meta property="og:image" content="https://host/talk/card.png">\n<title>',
  ),
  'talk/card.png': 'for others',
  'talk/still.svg': '<svg/>',
  'assets/start-BlMeo8Uw.js': 'start();',
};

let folder: string;
const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'glassdeck-finish-'));
  for (const [file, text] of Object.entries(site)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the list', () => {
  test('has each file once: a hash in the name and what to check it against, or a revision', () => {
    const integrity = `sha256-${createHash('sha256').update('start();').digest('base64')}`;
    const files = listFiles(folder, filesIn(folder));
    expect(files.map(({ url }) => url)).toEqual([
      './assets/start-BlMeo8Uw.js',
      './',
      './talk/card.png',
      './talk/',
      './talk/still.svg',
    ]);
    expect(files[0]).toEqual({ url: './assets/start-BlMeo8Uw.js', revision: null, integrity });
    for (const { revision } of files.slice(1)) expect(revision).toMatch(/^[0-9a-f]{16}$/);
  });

  test('has another revision for a file that has changed, and for no other', () => {
    const before = listFiles(folder, filesIn(folder));
    writeFileSync(path.join(folder, 'talk/still.svg'), '<svg></svg>');
    const after = listFiles(folder, filesIn(folder));
    expect(after.filter((file, index) => file.revision !== before[index]?.revision).map(({ url }) => url)).toEqual([
      './talk/still.svg',
    ]);
  });

  test('knows the cards, wherever the site is said to be', () => {
    expect(cardsOf('talk/index.html', site['talk/index.html'] as string)).toEqual(['talk/card.png']);
    expect(cardsOf('index.html', '<meta property="og:image" content="card.png">')).toEqual(['card.png']);
  });
});

describe('the head of a page', () => {
  test('names the manifest and the colours of the paper, from where the page is', () => {
    const demo = fillHead('demo/name/index.html', page('Demo'));
    expect(demo).toContain('<link rel="manifest" href="../../manifest.webmanifest">');
    expect(demo).toContain('<link rel="apple-touch-icon" href="../../apple-touch-icon.png">');
    expect(
      demo.match(/<meta name="theme-color" content="#\w{6}" media="\(prefers-color-scheme: (light|dark)\)">/g),
    ).toHaveLength(2);
    const deck = fillHead('talk/index.html', site['talk/index.html'] as string);
    expect(deck).toContain(`<meta name="theme-color" content="${token('light', 'paper')}">`);
    expect(fillHead('index.html', page('Root'))).toContain('href="./manifest.webmanifest"');
  });

  test('is filled once', () => {
    const once = fillHead('index.html', page('Root'));
    expect(fillHead('index.html', once)).toBe(once);
  });

  test('has to be there', () => {
    expect(() => fillHead('talk/index.html', '<p>')).toThrow('talk/index.html: no </head>');
  });
});

test('colours are those of the theme', () => {
  expect(token('light', 'paper')).not.toBe(token('dark', 'paper'));
  expect(token('dark', 'font-sans')).toBe(token('light', 'font-sans'));
  expect(() => token('light', 'papyrus')).toThrow('no --papyrus in the light theme');
});

describe('a finished site', () => {
  test('has one classic script as its worker, with the list in it, and a manifest named after the first page', async () => {
    await finishOffline(folder);
    const worker = read('sw.js');
    expect(() => new Function(worker)).not.toThrow();
    expect(worker).not.toMatch(/process\.env|__SITE_FILES__/);
    for (const name of ['start-BlMeo8Uw.js', 'still.svg', 'icon-512.png', 'manifest.webmanifest'])
      expect(worker).toContain(name);
    for (const name of ['card.png', 'sw.js']) expect(worker).not.toContain(name);
    const manifest = JSON.parse(read('manifest.webmanifest'));
    expect(manifest).toMatchObject({ name: 'Talks & more', description: 'All "of" it.', lang: 'de', start_url: './' });
    const files = readdirSync(folder);
    for (const { src } of manifest.icons) expect(files).toContain(src);
  });

  test('is the same when it is finished again, and another when a page has changed', async () => {
    await finishOffline(folder);
    const worker = read('sw.js');
    await finishOffline(folder);
    expect(read('sw.js')).toBe(worker);
    writeFileSync(path.join(folder, 'talk/index.html'), read('talk/index.html').replace('Talk', 'Talk again'));
    await finishOffline(folder);
    expect(read('sw.js')).not.toBe(worker);
  });
});
