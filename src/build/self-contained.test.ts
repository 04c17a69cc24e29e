import { describe, expect, test } from 'vitest';
import { outsideLoads } from './self-contained.ts';

describe('what a page loads from outside', () => {
  test.each([
    ['<script type="module" src="./a.js"></script>', './a.js'],
    ["<img alt='x' src='media/a.png'>", 'media/a.png'],
    ['<img src=a.png>', 'a.png'],
    ['<link rel="stylesheet" href="https://example.org/a.css">', 'https://example.org/a.css'],
    ['<style>@font-face { src: url(a.woff2) }</style>', 'a.woff2'],
    ['<style>@import "a.css";</style>', 'a.css'],
    ['<style>@import url("a.css");</style>', 'a.css'],
    ['<p style="background: url(a.png)">', 'a.png'],
    ['<section data-src="a.html">', 'a.html'],
  ])('%s', (html, url) => {
    expect(outsideLoads(`<p>${html}</p>`)).toEqual([url]);
  });

  test.each([
    '<img src="data:image/png;base64,AA">',
    '<style>a { fill: url(#g); src: url("data:font/woff2;base64,AA") }</style>',
    '<a href="https://doi.org/10.1/x">followed by a person</a>',
    '<link rel="canonical" href="https://example.org/a/">',
    '<link rel="alternate" type="application/json+oembed" href="oembed.json">',
    '<script>const html = `<img src="x.png">`; // url(y.png)</script>',
    '<use href="#a">',
  ])('not %s', (html) => {
    expect(outsideLoads(html)).toEqual([]);
  });
});
