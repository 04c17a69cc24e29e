/**
 * A talk that holds every demo twice, the straight line where a test needs to know the numbers, and the large table. The
 * stills of the demos are early ones: what they claim is seen in the talks.
 */
import { demoIds } from '../../src/build/demos.ts';
import { largeTable } from '../large-table.ts';
import { straightLine } from '../straight-line.ts';

const slide = (id: string, body: string) =>
  `# Slide ${id} {#${id}}\n\n${body}\n\n::: notes\nNotes of ${id}, with $x^2$.\n:::\n`;
const figure = (attributes: string) => `<live-demo ${attributes}></live-demo>\n`;
const line = (attributes: string) => figure(`name="line-is-straight" ${attributes}`);

/** Ids of the slides with a demo each, every demo once before it comes again. */
export const demoSlides: readonly string[] = ['first', 'second'].flatMap((time) =>
  demoIds().map((id) => `${time}-${id}`),
);

const slides: Readonly<Record<string, string>> = {
  words: 'Nothing moves here.',
  line: `${line('drift="1" seed="3" at="10"')}
[Twice as steep.]{.fragment set="drift=2"}
[Words alone.]{.fragment}
[Downwards.]{.fragment set="drift=-1"}`,
  pair: `${line('id="left" drift="1"')}${line('id="right" drift="1"')}
[The left one.]{.fragment set="#left drift=2"}
[Both.]{.fragment set="drift=3"}`,
  waiting: line('autoplay="false"'),
  breaking: line('end="5"'),
  table: figure('name="table-fits" size="1" at="10"'),
  ...Object.fromEntries(demoSlides.map((id) => [id, figure(`name="${id.replace(/^\w+-/, '')}" at="1"`)])),
};

const talk = `---
title: Rehearsal
duration: 5
---
${Object.entries(slides)
  .map(([id, body]) => slide(id, body))
  .join('\n---\n\n')}`;

/** The talk, its page a copy of `page`, and the demo it needs, as files to add to a copy of the project. */
export const rehearsal = (page: string): Readonly<Record<string, string>> => ({
  ...straightLine,
  ...largeTable,
  'slides/rehearsal/talk.md': talk,
  'slides/rehearsal/index.html': page,
});
