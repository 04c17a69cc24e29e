import { describe, expect, test } from 'vitest';
import { complaints, renderBody } from './talk-fixture.ts';

const svg = '<?xml version="1.0"?>\n<!-- made by hand -->\n<svg class="old" viewBox="0 0 1 1"><path d="M0 0"/></svg>\n';
const files = { 'media/a.svg': svg, 'media/b c.png': '' };

describe('images', () => {
  test('keep their paths, which the build resolves', () => {
    const { html, problems } = renderBody('![A sphere](<media/b c.png>){width=300 .wide}', files);
    expect(problems).toEqual([]);
    expect(html).toContain('<img src="media/b%20c.png" alt="A sphere" width="300" class="wide">');
  });

  test('of class inline stand in the page, so that they take its colours', () => {
    const { html, problems } = renderBody('![A "point"](media/a.svg){.inline .wide}', files);
    expect(problems).toEqual([]);
    expect(html).toContain(
      '<p><svg class="inline wide" role="img" aria-label="A &quot;point&quot;" viewBox="0 0 1 1"><path d="M0 0"/></svg></p>',
    );
  });

  test.each([
    ['![](media/a.svg)', 'image "media/a.svg" has no alt text, expected ![what it shows](media/a.svg)'],
    ['![a](media/none.svg)', 'image "media/none.svg": no such file'],
    [
      '![a](https://example.org/a.png)',
      'image "https://example.org/a.png" is not local, expected a file below the talk\'s folder',
    ],
    ['![a](/a.png)', 'image "/a.png" is not local, expected a file below the talk\'s folder'],
    ['![a](<media/b c.png>){.inline}', 'image "media/b c.png" cannot be inline, expected an SVG'],
  ])('%s is refused', (body, complaint) => {
    expect(complaints(renderBody(`\n${body}`, files))).toEqual([`7: ${complaint}`]);
  });

  test.each([
    ['<svg><script>x()</script></svg>', 'a script; a talk has none'],
    ['<svg onload="x()"></svg>', 'a script; a talk has none'],
    ['<svg><image href="b.png"/></svg>', 'a link to another file'],
    ['<svg><style>@font-face { src: url(https://example.org/x) }</style></svg>', 'a link to another file'],
    ['<p>no drawing</p>', 'no <svg> element'],
  ])('%s cannot be inline', (source, complaint) => {
    const talk = renderBody('![a](media/a.svg){.inline}', { 'media/a.svg': source });
    expect(complaints(talk)).toEqual([`6: image "media/a.svg" has ${complaint}`]);
  });
});
