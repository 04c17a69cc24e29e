import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../build/root.ts';
import { fillDemoPage, fillFrame } from './demo-page.ts';
import { woff2Only } from './katex-woff2.ts';
import { fillPage } from './page.ts';
import { figures, head, notes, renderText, stuck } from './talk-fixture.ts';
import { fillGallery } from './vite-gallery.ts';
import { fillTalk } from './vite-talks.ts';

const shell = '<html lang="xx"><head><title>x</title></head><body><!-- a --></body></html>';

describe('a page', () => {
  test('has the title, description and language that it is given, escaped, and its blanks filled', () => {
    const page = { title: 'A & "B"', description: '1 < 2', lang: 'de', blanks: { a: '<b>$&</b>' } };
    const html = fillPage('x.html', shell, page);
    expect(html).toContain('<html lang="de">');
    expect(html).toContain('<title>A &amp; &quot;B&quot;</title>');
    expect(html).toContain('<meta name="description" content="1 &lt; 2">');
    expect(html).toContain('<meta property="og:title" content="A &amp; &quot;B&quot;">');
    expect(html).toContain('<body><b>$&</b></body>');
  });

  test('asks for no file that it does not name', () => {
    expect(fillPage('x.html', shell, { title: 'x', blanks: {} })).toMatch(
      /<link rel="icon" href="data:image\/svg\+xml,[^"<>]*">/,
    );
  });

  test('without the blank is refused, with its file', () => {
    expect(() => fillPage('slides/x/index.html', shell, { title: 'x', blanks: { talk: '' } })).toThrow(
      'slides/x/index.html: no <!-- talk --> to fill in',
    );
  });
});

describe("a talk's page", () => {
  const talkShell =
    '<html lang="en"><title>Talk</title><div class="reveal"><div class="slides"><!-- talk --></div></div></html>';
  const talk = renderText(
    `${head.replace('title: A talk', 'title: Glass & signal\naspectRatio: "4:3"\nlang: fr\ndescription: One sentence.')}# A {#a}\n${notes}`,
  );

  test('carries the size of its slides and the length of the talk', () => {
    const html = fillTalk('x', talkShell, talk, { standalone: false, address: undefined });
    expect(html).toContain(
      '<div class="reveal" data-width="960" data-height="720" data-duration="30"><div class="slides"><section id="a">',
    );
    expect(html).toContain('<title>Glass &amp; signal</title>');
    expect(html).toContain('<html lang="fr">');
    expect(html).toContain('<meta name="description" content="One sentence.">');
  });

  const site = 'https://example.org/talks/';
  const at = (url: string | undefined) => ({ ...talk, name: 'glass', meta: { ...talk.meta, ...(url && { url }) } });

  test.each([
    ['in the folder of the site', undefined, 'https://example.org/talks/glass/'],
    ['where it says that it is', 'https://other.example/', 'https://other.example/'],
  ])('is known by its address %s, in a file of its own too', (_, url, address) => {
    for (const standalone of [false, true]) {
      const html = fillTalk('x', talkShell, at(url), { standalone, address: site });
      expect(html).toContain(`<link rel="canonical" href="${address}" vite-ignore>`);
      expect(html).toContain(`<meta property="og:url" content="${address}">`);
      expect(html).toContain(`<meta property="og:image" content="${address}card.png" vite-ignore>`);
      expect(html.includes('oembed.json')).toBe(!standalone);
    }
  });

  test('without an address has its card beside it, and in a file of its own none', () => {
    const page = fillTalk('x', talkShell, at(undefined), { standalone: false, address: undefined });
    expect(page).toContain('<meta property="og:image" content="card.png" vite-ignore>');
    expect(page).not.toContain('canonical');
    const file = fillTalk('x', talkShell, at(undefined), { standalone: true, address: undefined });
    expect(file).not.toMatch(/og:image|twitter:card|canonical|oembed/);
  });
});

describe('the gallery', () => {
  const real = readFileSync(path.join(root, 'slides/index.html'), 'utf8');

  test('lists talks and demos as links that work without scripts', () => {
    const talk = renderText(
      `${head.replace('A talk', 'A <talk>\nevent: Cargèse\ndate: 2026-05-04\ndescription: About glass.')}# A {#a}\n${notes}`,
    );
    const html = fillGallery('slides/index.html', real, [{ ...talk, name: 'glass' }], figures, undefined);
    expect(html).toContain('<a href="glass/">A &lt;talk&gt;</a>');
    expect(html).toContain('Cargèse, 2026-05-04');
    expect(html).toContain('About glass.');
    expect(html).toContain('<a href="demo/gets-stuck/">Descent gets stuck.</a>');
    expect(html.match(/<!--.*?-->/g)).toEqual([
      '<!-- picture glass/still.webp glass/still-dark.webp -->',
      '<!-- picture demo/gets-stuck/still.webp demo/gets-stuck/still-dark.webp -->',
      '<!-- picture demo/broken/still.webp demo/broken/still-dark.webp -->',
    ]);
  });
});

describe("a demo's page", () => {
  const real = readFileSync(path.join(root, 'src/demo/page.html'), 'utf8');
  const talk = renderText(`${head}# Why {#why}\n<live-demo name="gets-stuck"></live-demo>\n\n${notes}`);

  test('shows the figure under its claim, with the slides on which it stands', () => {
    const html = fillDemoPage(real, 'gets-stuck', stuck, [{ ...talk, name: 'glass' }], undefined);
    expect(html).toContain('<title>Descent gets stuck.</title>');
    expect(html).toContain('<h1>Descent gets stuck.</h1>');
    expect(html).toContain('<meta name="description" content="A &quot;trail&quot; near the &lt;equator&gt;.">');
    expect(html).toContain(
      '<live-demo name="gets-stuck" full><!-- picture still.webp --><p class="alt">A &quot;trail&quot; near the &lt;equator&gt;.</p></live-demo>',
    );
    expect(html).toContain('<a href="../../glass/#/why">Why</a> (A talk)');
    expect(html).toContain('href="../../"');
    expect(html.match(/<!--.*?-->/g)).toEqual(['<!-- picture still.webp -->']);
  });

  test('of which no talk makes use has no list', () => {
    expect(fillDemoPage(real, 'other', stuck, [talk], undefined)).not.toContain('<ul>');
  });

  test('says how to embed it, under its address where that is known', () => {
    const code = (address: string | undefined) =>
      /<code>(.*?)<\/code>/.exec(fillDemoPage(real, 'gets-stuck', stuck, [talk], address))?.[1];
    expect(code(undefined)).toContain('&lt;iframe src=&quot;frame.html&quot; title=&quot;Descent gets stuck.&quot; ');
    expect(code('https://example.org/demo/x/')).toContain('src=&quot;https://example.org/demo/x/frame.html&quot;');
  });

  test.each([
    [undefined, './'],
    ['https://example.org/demo/x/', 'https://example.org/demo/x/'],
  ])('is named by its frame, site %s', (address, home) => {
    const frame = readFileSync(path.join(root, 'src/demo/frame.html'), 'utf8');
    const html = fillFrame(frame, 'gets-stuck', stuck, address);
    expect(html).toContain(`<link rel="canonical" href="${home}" vite-ignore>`);
    expect(html).toContain('<live-demo name="gets-stuck"><!-- picture still.webp --><p class="alt">A &quot;trail');
    expect(html).toContain('<a href="./" target="_blank" rel="noopener">Descent gets stuck.</a>');
  });
});

test('of a font in several formats the WOFF2 stays', () => {
  const source = 'url(f/K.woff2) format("woff2"),url(f/K.woff) format("woff"), url(f/K.ttf) format(\'truetype\')';
  expect(woff2Only(source)).toBe('url(f/K.woff2) format("woff2")');
  expect(woff2Only('url(a.woff) format("woff")')).toBe('url(a.woff) format("woff")');
  expect(woff2Only('local("A"), url(a.woff2) format("woff2")')).toBe('local("A"), url(a.woff2) format("woff2")');
});
