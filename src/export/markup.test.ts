import { expect, test } from 'vitest';
import { group, tag, words } from './markup.ts';

test('words and values never become markup', () => {
  expect(words('a < b & "c" > d')).toBe('a &lt; b &amp; &quot;c&quot; &gt; d');
  expect(tag('text', { title: '"/><script>' }, [words('</text>')])).toBe(
    '<text title="&quot;/&gt;&lt;script&gt;">&lt;/text&gt;</text>',
  );
});

test('words lose what XML does not have, and keep the rest', () => {
  expect(words('a\u0000b\u000bc\ud800d\uffff')).toBe('abcd');
  expect(words('tab\tline\nα\u{1d465}')).toBe('tab\tline\nα\u{1d465}');
});

test('numbers have two decimals at most', () => {
  expect(tag('rect', { x: 1 / 3, y: -0.001, width: 2, rx: undefined })).toBe('<rect x="0.33" y="0" width="2"/>');
});

test('a group is written where there is something to hold together', () => {
  expect(group([])).toEqual([]);
  expect(group(['<a/>'])).toEqual(['<a/>']);
  expect(group(['<a/>', '<b/>'])).toEqual(['<g><a/><b/></g>']);
  expect(group(['<a/>'], { opacity: 0.5 })).toEqual(['<g opacity="0.5"><a/></g>']);
  expect(group([], { opacity: 0.5 })).toEqual([]);
});
