/** `glassdeck pdf`: pages, words and links as a reader finds them, and the same bytes every time. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { describe, expect, inject, test } from 'vitest';
import { createSite, talkNames } from '../../src/talk/site.ts';
import { glassdeck, type Outcome } from './command.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'glassdeck-'));
test.afterAll(() => rmSync(folder, { recursive: true }));

interface Export extends Outcome {
  readonly file: string;
  readonly bytes: Buffer;
}

async function exported(name: string, talk: string, ...flags: string[]): Promise<Export> {
  const file = path.join(folder, name);
  const outcome = await glassdeck(inject('project'), 'pdf', talk, '-o', file, ...flags);
  return { ...outcome, file, bytes: readFileSync(file) };
}

/** Node 20 lacks it, and pdf.js reads images and fonts with it. */
if (!('transferToFixedLength' in ArrayBuffer.prototype)) {
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    value(this: ArrayBuffer, length = this.byteLength) {
      const copy = new Uint8Array(length);
      copy.set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
      return copy.buffer;
    },
  });
}

interface PageFacts {
  readonly width: number;
  readonly height: number;
  readonly text: string;
  /** Operators that paint an image, and that draw a path. */
  readonly images: number;
  readonly paths: number;
  /** Pages to which its links lead, counted from 1, and addresses. */
  readonly pages: readonly number[];
  readonly addresses: readonly string[];
}

async function read(bytes: Buffer) {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const { OPS } = await getResolvedPDFJS();
  const painting = Object.entries(OPS).flatMap(([name, code]) => (/^paint.*Image/.test(name) ? [code] : []));
  const pages: PageFacts[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const [, , width, height] = page.view as [number, number, number, number];
    const { items } = await page.getTextContent();
    const { fnArray } = await page.getOperatorList();
    const links = (await page.getAnnotations()) as { dest?: string; url?: string }[];
    const targets = links.flatMap(({ dest }) => dest ?? []).map((dest) => document.getDestination(dest));
    const references = (await Promise.all(targets)).map((target) => target?.[0] as { num: number; gen: number });
    pages.push({
      width: (width * 96) / 72,
      height: (height * 96) / 72,
      text: items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join(''),
      images: fnArray.filter((code) => painting.includes(code)).length,
      paths: fnArray.filter((code) => code === OPS.constructPath).length,
      pages: await Promise.all(references.map(async (target) => 1 + (await document.getPageIndex(target)))),
      addresses: links.flatMap(({ url }) => url ?? []),
    });
  }
  const outline = (await document.getOutline()) as { title: string }[];
  const { info } = (await document.getMetadata()) as { info: object };
  return { pages, outline: outline.map(({ title }) => title), info, tags: await document.getMarkInfo() };
}

describe.each(talkNames().slice(0, 1))('%s with its notes', (name) => {
  let document: Awaited<ReturnType<typeof read>>;
  let outcome: Export;
  let sections: string[];
  test.beforeAll(async () => {
    outcome = await exported('notes.pdf', name, '--notes');
    document = await read(outcome.bytes);
    const { html } = await createSite(true).talk(name);
    sections = html.match(/<section\b[^>]*\sid=[\s\S]*?<\/section>/g) ?? [];
  });

  test('is written where it is wanted, and says so', () => {
    const { status, stdout, file } = outcome;
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: `${file}  ${2 * sections.length} pages  ${(outcome.bytes.length / 1e3).toFixed(0)} kB\n`,
    });
  });

  test('has a page of the size of the slides for each slide, and one for its notes', async () => {
    const { meta } = await createSite(true).talk(name);
    expect(document.pages).toHaveLength(2 * sections.length);
    const size = { width: meta.width, height: meta.height };
    for (const page of document.pages) expect(page).toMatchObject(size);
    for (const [i, { text }] of document.pages.entries()) {
      const number = Math.floor(i / 2) + 1;
      if (i % 2 === 1) expect(text).toContain(`Notes ${number}`);
      else if (!sections[number - 1]?.includes('class="title"')) expect(text).toMatch(new RegExp(`${number}\\s*$`));
    }
  });

  test('is words and curves, without an image where the slide has none', () => {
    const slides = document.pages.filter((_, i) => i % 2 === 0);
    for (const [i, { images, paths, text }] of slides.entries()) {
      const section = sections[i] ?? '';
      if (!/<img|<live-demo/.test(section)) expect(images).toBe(0);
      if (section.includes('<live-demo')) expect(paths).toBeGreaterThan(3);
      const [, word = ''] = /<p[^>]*>([\w ]+)/.exec(section.replace(/<live-demo[\s\S]*?<\/live-demo>/g, '')) ?? [];
      expect(text).toContain(word.trim().split(' ').slice(0, 2).join(' '));
    }
  });

  test('links to its own pages and to others', () => {
    const cited = sections.filter((section) => /<a href="#\//.test(section)).length;
    const linked = document.pages.filter(({ pages }) => pages.length > 0);
    expect(linked).toHaveLength(cited);
    const references = sections.flatMap((section, i) => (section.includes('class="references"') ? [2 * i + 1] : []));
    expect(new Set(linked.flatMap(({ pages }) => pages))).toEqual(new Set(references));
    const addresses = document.pages.flatMap((page) => page.addresses);
    expect(addresses.length).toBeGreaterThan(0);
    expect(addresses.filter((address) => !/^https?:\/\//.test(address))).toEqual([]);
  });

  test('says what it is, with an outline of its slides, formulas and all', async () => {
    const { meta } = await createSite(true).talk(name);
    expect(document.info).toMatchObject({ Title: meta.title, Author: meta.author, Language: meta.lang });
    expect(document.tags).toMatchObject({ Marked: true });
    expect(document.outline).toHaveLength(sections.length);
    const withFormula = sections.flatMap((section, i) => (/<h1>.*katex.*<\/h1>/.test(section) ? [i] : []));
    for (const i of withFormula) expect(document.outline[i]).toMatch(/[A-Za-z]\w*[_^/∼=]|\b\w\b/);
    expect(document.outline.join(' ')).not.toMatch(/ {2}|[a-z],[a-z]/);
  });
});

describe('each state of the fragments', () => {
  const names = ['first.pdf', 'second.pdf'];
  let exports: Export[];
  test.beforeAll(async () => {
    exports = [];
    for (const name of names) exports.push(await exported(name, 'rehearsal', '--fragments'));
  });

  test('has its page, and a figure that fails is named with its slide and the reason', async () => {
    for (const { status, stderr, stdout } of exports) {
      expect(status).toBe(1);
      expect(stdout).toMatch(/ pages /);
      expect(stderr).toMatch(/lacks figures\nslide "breaking": straight-line: x is NaN at step 5 with drift=1\./);
    }
    const { pages, outline } = await read((exports[0] as Export).bytes);
    const of = (words: string) => pages.filter(({ text }) => text.includes(words)).length;
    expect(of('Slide line')).toBe(4);
    expect(of('Slide pair')).toBe(3);
    expect(of('Slide words')).toBe(1);
    expect(of('lineline')).toBe(0);
    expect(outline.filter((title) => title === 'Slide line')).toHaveLength(1);
    const steep = pages.filter(({ text }) => text.includes('Slide line')).map(({ text }) => text.includes('Twice'));
    expect(steep).toEqual([false, true, true, true]);
  });

  test('has the same bytes in two exports but for the time of day', () => {
    const [first, second] = exports.map(({ bytes }) => bytes.toString('latin1').replace(/\(D:\d{14}[^)]*\)/g, ''));
    expect(first?.length).toBeGreaterThan(1e5);
    expect(first === second).toBe(true);
  });
});

test('a talk that is none', async () => {
  const { status, stdout, stderr } = await glassdeck(inject('project'), 'pdf', 'nowhere');
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^glassdeck: pdf has no talk "nowhere", expected one of: .*rehearsal/);
});
