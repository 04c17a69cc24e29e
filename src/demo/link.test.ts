// @vitest-environment happy-dom
/** Links with figures in them: what is written where the page is, and what is read there. */
import { afterEach, describe, expect, test } from 'vitest';
import type { FigureState } from './history.ts';
import { linkedKeys, linkedText, linkWith, placeOf } from './link.ts';

const state: FigureState = { start: { seed: 3, r: 2.5 }, changes: [], tick: 7 };
const goTo = (url: string) => (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(url);

afterEach(() => document.head.replaceChildren());

describe('a link', () => {
  test('is the page with the slide and each figure, and nothing else that was in the query', () => {
    goTo('https://host.example/a/talk/?controls=false&f.old/1=r:1#/slide/2');
    const { href, note } = linkWith(
      location.hash,
      new Map([
        ['slide/1', state],
        ['2:a b/1', { ...state, tick: 0 }],
      ]),
      ['r'],
    );
    expect(href).toBe(
      'https://host.example/a/talk/?f.slide/1=seed:3,r:2.5,at:7,!r&f.2%3Aa%20b/1=seed:3,r:2.5,at:0,!r#/slide/2',
    );
    expect(note).toBeUndefined();
  });

  test('is read again by the page that it opens', () => {
    goTo('https://host.example/talk/#/x');
    goTo(linkWith(location.hash, new Map([['2:a b/1', state]])).href);
    expect(linkedKeys()).toEqual(['2:a b/1']);
    expect(linkedText('2:a b/1')).toBe('seed:3,r:2.5,at:7');
    expect(linkedText('a/1')).toBeUndefined();
  });

  test('of a slide without figures is the slide', () => {
    goTo('https://host.example/talk/?x=1#/words');
    expect(linkWith(location.hash, new Map()).href).toBe('https://host.example/talk/#/words');
  });

  test('of a file goes to the address that the talk has elsewhere, and says so where it has none', () => {
    goTo('file:///home/me/talk.html#/x');
    expect(linkWith(location.hash, new Map()).href).toBe('file:///home/me/talk.html#/x');
    expect(linkWith(location.hash, new Map()).note).toMatch(/file on a disk/);
    document.head.innerHTML = '<link rel="canonical" href="https://host.example/talk/">';
    expect(linkWith(location.hash, new Map([['x/1', state]]))).toEqual({
      href: 'https://host.example/talk/?f.x/1=seed:3,r:2.5,at:7#/x',
    });
  });
});

test.each(['?f.%=1', '?f.=', '?f.a/1', '?%E0%A4%A=&f.%00=x', '?f.a/1=%%%&&&=', '?=f.a'])(
  'the query %s is read without an exception',
  (query) => {
    goTo(`https://host.example/talk/${query}`);
    for (const key of linkedKeys()) expect(typeof linkedText(key)).toBe('string');
  },
);

test('a place is the slide and the last fragment that it shows, whatever the address of the page says', () => {
  goTo('https://host.example/talk/#/other/7');
  document.body.innerHTML = `<div class="reveal"><section class="stack"><section id="slide">
    <i class="fragment visible" data-fragment-index="0"></i><i class="fragment visible" data-fragment-index="1"></i>
    <i class="fragment" data-fragment-index="2"></i><live-demo></live-demo></section>
    <section id="bare"></section></section></div><p id="outside"></p>`;
  const place = (selector: string) => placeOf(document.querySelector(selector) as Element);
  expect(place('live-demo')).toBe('#/slide/1');
  expect(place('#bare')).toBe('#/bare');
  expect(place('#outside')).toBe('#/other/7');
});
