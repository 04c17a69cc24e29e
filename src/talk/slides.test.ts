import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitSlides } from './slides.ts';

function split(text: string, first = 0) {
  const complaints: string[] = [];
  const stacks = splitSlides(text.split('\n'), first, (line, message) => complaints.push(`${line}: ${message}`));
  return { stacks, complaints };
}

describe('splitting a talk into slides', () => {
  test('--- divides slides and -- the slides of a stack, each with the line on which it begins', () => {
    expect(split('a\n---\nb\n--\nc\nd\n---\ne').stacks).toEqual([
      [{ line: 1, text: 'a' }],
      [
        { line: 3, text: 'b' },
        { line: 5, text: 'c\nd' },
      ],
      [{ line: 8, text: 'e' }],
    ]);
  });

  test('the front matter is left out and the lines still count from the top of the file', () => {
    expect(split('---\ntitle: x\n---\na\n---\nb', 3).stacks).toEqual([
      [{ line: 4, text: 'a' }],
      [{ line: 6, text: 'b' }],
    ]);
  });

  test('a rule of more or fewer dashes, or with anything beside it, divides nothing', () => {
    expect(split('a\n----\n-\n --- \n--- x\n- ---\nb').stacks).toHaveLength(1);
  });

  test('spaces behind a separator do not matter', () => {
    expect(split('a\n---  \nb\n--\t\nc').stacks.map((stack) => stack.length)).toEqual([1, 2]);
  });

  test.each([
    ['a fence', '```\n---\n```'],
    ['a longer fence', '````js\n```\n---\n````'],
    ['a fence of tildes', '~~~\n---\n```\n--\n~~~'],
    ['a comment', '<!-- not\n---\nnow -->'],
  ])('separators inside %s are text', (_, text) => {
    expect(split(`a\n${text}\n---\nb`).stacks).toEqual([
      [{ line: 1, text: `a\n${text}` }],
      [{ line: 1 + `a\n${text}`.split('\n').length + 1, text: 'b' }],
    ]);
  });

  test('inline code of three backticks opens no fence', () => {
    expect(split('``` x ```\n---\nb').stacks).toHaveLength(2);
  });

  test('a fence that is never closed is named with its line', () => {
    expect(split('a\n---\n```js\nb\n---\nc').complaints).toEqual(['3: this code fence is never closed']);
    expect(split('a\n<!-- b\n').complaints).toEqual(['2: this comment is never closed']);
  });

  const line = fc.oneof(
    fc.constantFrom('---', '--', '', '```', '~~~', '~~~~', '<!--', '-->', '---- ', '# x {#y}', '    ---'),
    fc.string({ maxLength: 12 }).map((text) => text.replace(/[\n\r]/g, ' ')),
  );

  test('no text is lost: between two slides there is one separator and nothing else', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 40 }), (lines) => {
        const slides = split(lines.join('\n')).stacks.flat();
        expect(slides[0]?.line).toBe(1);
        for (const [i, slide] of slides.entries()) {
          const end = (slides[i + 1]?.line ?? lines.length + 2) - 2;
          expect(slide.text).toBe(lines.slice(slide.line - 1, end).join('\n'));
          if (i + 1 < slides.length) expect(lines[end]).toMatch(/^---?[ \t]*$/);
        }
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  test('outside fences and comments every separator divides', () => {
    const plain = fc.constantFrom('---', '--', '', 'words', '# claim {#id}', '- item', '> quote', '$$');
    fc.assert(
      fc.property(fc.array(plain, { minLength: 1, maxLength: 40 }), (lines) => {
        const { stacks } = split(lines.join('\n'));
        expect(stacks).toHaveLength(1 + lines.filter((text) => text === '---').length);
        expect(stacks.flat()).toHaveLength(1 + lines.filter((text) => /^---?$/.test(text)).length);
      }),
      { seed: 2, numRuns: 200 },
    );
  });
});
