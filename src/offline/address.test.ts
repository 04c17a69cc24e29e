import { describe, expect, test } from 'vitest';
import { addressOf, hashedIn, isHashed, plainAddress } from './address.ts';

test('a folder stands for its page, and names are escaped', () => {
  expect(addressOf('index.html')).toBe('./');
  expect(addressOf('talk/index.html')).toBe('./talk/');
  expect(addressOf('talk/myindex.html')).toBe('./talk/myindex.html');
  expect(addressOf('a b/50%.svg')).toBe('./a%20b/50%25.svg');
});

test.each([
  'https://host/site/talk/',
  'https://host/site/talk/index.html',
  'https://host/site/talk/?view=print',
  'https://host/site/talk/?f.slide/1=r:3#/slide/1',
  'https://host/site/talk/index.html?a=/b/index.html#/c',
])('%s is one page', (href) => {
  expect(plainAddress(href)).toBe('https://host/site/talk/');
});

describe('hashed names', () => {
  test.each([
    ['https://host/site/assets/start-BlMeo8Uw.css', true],
    ['https://host/site/assets/amp-spiked-48q8BiIf.wasm?x', true],
    ['https://host/site/assets/view-x_-y1234.js', true],
    ['https://host/site/assets/start.css', false],
    ['https://host/site/stills/start-BlMeo8Uw.svg', false],
    ['https://host/site/talk/', false],
  ])('%s: %s', (href, is) => {
    expect(isHashed(href)).toBe(is);
  });

  test('are found in a page, wherever it stands, each once', () => {
    const page = `<script src="../../assets/a-12345678.js"></script><img src="../stills/b-12345678.svg">
      <link href="../../assets/c-d-abcdefgh.css"><link href='../../assets/a-12345678.js'>
      <i style="background: url(../assets/e-ABCD_-12.svg)"></i> assets/plain.css`;
    expect(hashedIn(page, 'https://host/site/')).toEqual([
      'https://host/site/assets/a-12345678.js',
      'https://host/site/assets/c-d-abcdefgh.css',
      'https://host/site/assets/e-ABCD_-12.svg',
    ]);
  });
});
