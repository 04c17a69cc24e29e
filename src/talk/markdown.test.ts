import { describe, expect, test } from 'vitest';
import { complaints, renderBody } from './talk-fixture.ts';

const htmlOf = (body: string) => {
  const talk = renderBody(`${body}\n`);
  expect(complaints(talk)).toEqual([]);
  return talk.html;
};

describe('attributes', () => {
  test('of a paragraph stay on it, even where a container ends behind it', () => {
    const html = htmlOf(':::: columns\n::: words\nfirst\n\nlast {.fragment}\n:::\n::::');
    expect(html).toContain(
      '<div class="columns">\n<div class="words">\n<p>first</p>\n<p class="fragment">last</p>\n</div>\n</div>',
    );
  });

  test('of a loose item and of a quotation stay on their paragraphs', () => {
    expect(htmlOf('- a\n\n  b {.fragment}')).toContain('<p class="fragment">b</p>');
    expect(htmlOf('> a {.fragment}')).toContain('<blockquote>\n<p class="fragment">a</p>');
  });

  test('of a span, which may hold emphasis and formulas', () => {
    expect(htmlOf('a [*b* c]{.hot} d')).toContain('<p>a <span class="hot"><em>b</em> c</span> d</p>');
  });

  test('of an image and of a heading inside the slide', () => {
    expect(htmlOf('## Smaller {#smaller .x}')).toContain('<h2 id="smaller" class="x">Smaller</h2>');
  });

  test('in braces that are none are refused, and so are scripts and files that nobody would carry along', () => {
    expect(complaints(renderBody('the set {a, b}'))[0]).toMatch(
      /^6: no attribute "a,", expected one of: id, class, set/,
    );
    expect(complaints(renderBody('words {onclick="x()"}'))).toEqual([
      '6: attribute "onclick" is a script; a talk has none',
    ]);
    expect(complaints(renderBody('words {time=3}'))[0]).toMatch(/^6: no attribute "time"/);
    expect(complaints(renderBody('words {data-background-image="a.png"}'))).toEqual([
      '6: attribute "data-background-image" loads a file by script, expected an image',
    ]);
  });

  test('braces in code and formulas are what they are', () => {
    expect(htmlOf('`{.x}`')).toContain('<code>{.x}</code>');
    expect(htmlOf('so $x_{a}$')).toContain('annotation encoding="application/x-tex">x_{a}</annotation>');
  });
});

describe('links', () => {
  test('to other sites open beside the talk, and those within it do not', () => {
    expect(htmlOf('[a](https://example.org)')).toContain(
      '<a href="https://example.org" target="_blank" rel="noopener">a</a>',
    );
    expect(htmlOf('[a](#/claim)')).toContain('<a href="#/claim">a</a>');
    expect(htmlOf('[a](../demo/x/)')).toContain('<a href="../demo/x/">a</a>');
  });

  test('to other pages lead nowhere in a talk that is one file', () => {
    const { html } = renderBody('[a](../demo/x/) [b](https://example.org) [c](#/claim)', undefined, true);
    expect(html).toContain('<p><a>a</a> <a href="https://example.org"');
    expect(html).toContain('<a href="#/claim">c</a>');
  });

  test('that are scripts are text', () => {
    expect(htmlOf('[a](javascript:alert)')).not.toContain('<a ');
  });
});

describe('raw HTML', () => {
  test('a few elements pass, comments go', () => {
    expect(htmlOf('a<br>b<sup>2</sup> <span class="x">c</span><!-- d -->')).toContain(
      'a<br>b<sup>2</sup> <span class="x">c</span></p>',
    );
    expect(htmlOf('<div class="x">\n\n*a*\n\n</div>')).toContain('<div class="x">\n<p><em>a</em></p>\n</div>');
    expect(htmlOf('<svg viewBox="0 0 1 1">\n<g><path d="M0 0"/></g>\n</svg>')).toContain('<g><path d="M0 0"/></g>');
    expect(htmlOf('<!-- a\n<script>\n-->\n')).not.toContain('script');
  });

  test.each([
    ['<script>x()</script>', '6: <script> is not allowed, a talk has no scripts'],
    ['\na <script src="x.js"></script>', '7: <script> is not allowed, a talk has no scripts'],
    ['<SCRIPT>\nx()\n</SCRIPT>', '6: <script> is not allowed, a talk has no scripts'],
    ['<svg><script>x()</script></svg>', '6: <script> is not allowed, a talk has no scripts'],
    [
      '<iframe src="x"></iframe>',
      '6: <iframe> is not allowed, expected one of: live-demo, br, span, div, sup, sub, small, svg',
    ],
    ['<div>\n<span onmouseover="x()">y</span>\n</div>', '7: attribute "onmouseover" is a script; a talk has none'],
    ['<svg onload="x()"></svg>', '6: attribute "onload" is a script; a talk has none'],
    ['<svg><use href="x.svg#a"/></svg>', '6: <use>: href="x.svg#a" leaves the page, expected a Markdown link'],
    ['<div class="x">\n\nwords', '6: <div> is never closed'],
    ['words\n</div>', '7: </div> closes nothing'],
    ['<div>\n<span>\n</div>\n</span>\n</div>', '8: </div> closes nothing, expected </span>'],
    ['<div>x</div>\n::: words', '7: this ::: stands in HTML, expected a blank line between HTML and Markdown'],
    ['<div class="x>y</div>', '6: this tag does not parse: <div class="x>y</div>'],
  ])('%j is refused', (body, complaint) => {
    expect(complaints(renderBody(body))).toContain(complaint);
  });
});
