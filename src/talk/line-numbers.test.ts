import { expect, test } from 'vitest';
import { head, notes, refs, renderText } from './talk-fixture.ts';

const talk = `${head}# Claim {#claim}

Words with $x$ and
*more*.

- one
- two

$$
y
$$

<live-demo name="gets-stuck"></live-demo>

${notes}`;

/** Elements and their lines. */
const lines = (html: string) =>
  [...html.matchAll(/<([\w-]+)[^>]*? data-line="(\d+)"/g)].map(([, tag, line]) => `${tag} ${line}`);

test('each element tells the line from which it comes', () => {
  const { html, problems } = renderText(talk, { 'refs.bib': refs }, false, true);
  expect(problems).toEqual([]);
  expect(lines(html)).toEqual([
    'section 5',
    'h1 5',
    'p 7',
    'span 7',
    'em 8',
    'ul 10',
    'li 10',
    'li 11',
    'span 13',
    'live-demo 17',
    'aside 19',
    'p 20',
  ]);
});

test('a talk that is shown is without them', () => {
  expect(renderText(talk).html).not.toContain('data-line');
});
