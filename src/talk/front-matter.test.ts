import { describe, expect, test } from 'vitest';
import { readFrontMatter } from './front-matter.ts';

function read(yaml: string) {
  const complaints: string[] = [];
  const lines = `---\n${yaml}\n---\n# A {#a}`.split('\n');
  return { ...readFrontMatter(lines, (line, message) => complaints.push(`${line}: ${message}`)), complaints };
}

describe('front matter', () => {
  test('gives what it says, and defaults for what it leaves out', () => {
    const { meta, end, complaints } = read('title: Glass\nduration: 45\nauthor: A. B.\ndate: 2026-05-04');
    expect(complaints).toEqual([]);
    expect(end).toBe(6);
    expect(meta).toEqual({
      title: 'Glass',
      author: 'A. B.',
      date: '2026-05-04',
      duration: 45,
      lang: 'en',
      width: 1280,
      height: 720,
      macros: {},
    });
  });

  test.each(['https://example.org/talk', 'https://example.org/talk/'])('the address %s is that of a folder', (url) => {
    const { meta, complaints } = read(`title: G\nduration: 1\nurl: ${url}`);
    expect(complaints).toEqual([]);
    expect(meta.url).toBe('https://example.org/talk/');
  });

  test('4:3 slides are 960 by 720', () => {
    expect(read('title: G\nduration: 1\naspectRatio: "4:3"').meta).toMatchObject({ width: 960, height: 720 });
  });

  test('macros are TeX by name', () => {
    expect(read('title: G\nduration: 1\nmacros:\n  \\R: \\mathbb{R}').meta.macros).toEqual({ '\\R': '\\mathbb{R}' });
  });

  test.each([
    ['duration: 45', '1: front matter has no title'],
    ['title: G', '1: front matter has no duration'],
    ['title: G\nduration: soon', '3: front matter: duration is "soon", expected a number of minutes'],
    ['title: G\nduration: -3', '3: front matter: duration is -3, expected a number of minutes'],
    ['duration: 3\ntitle: [a, b]', '3: front matter: title is ["a","b"], expected words'],
    ['title: G\nduration: 3\naspectRatio: 3:2', '4: front matter: aspectRatio is "3:2", expected 16:9 or 4:3'],
    [
      'title: G\nduration: 3\nurl: example.org',
      '4: front matter: url is "example.org", expected the address of a folder, such as https://example.org/talk/',
    ],
    [
      'title: G\nduration: 3\nmacros:\n  R: 3',
      '4: front matter: macros is {"R":3}, expected TeX by name, as in \\R: "\\\\mathbb{R}"',
    ],
  ])('%j is refused with its line', (yaml, complaint) => {
    expect(read(yaml).complaints).toEqual([complaint]);
  });

  test('an unknown key is refused, with those that exist', () => {
    const { complaints } = read('title: G\n\nauthr: X\nduration: 3');
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toMatch(/^4: front matter has no "authr", expected one of: title, subtitle, author, /);
  });

  test('YAML that does not parse is refused at its line', () => {
    const { complaints } = read('title: G\nduration: 3\nauthor: "unclosed');
    expect(complaints[0]).toMatch(/^[45]: front matter: .*quote/);
  });

  test('a talk without front matter is told what to write', () => {
    const complaints: string[] = [];
    const { end } = readFrontMatter(['# A'], (line, message) => complaints.push(`${line}: ${message}`));
    expect(end).toBe(0);
    expect(complaints[0]).toBe('1: the talk has no front matter, expected YAML between two lines of ---');
  });

  test('all problems are said at once', () => {
    expect(read('aspectRatio: 1\nlang: [x]').complaints).toHaveLength(4);
  });
});
