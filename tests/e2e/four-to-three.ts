/** A talk whose slides are 4:3: every demo on a slide of its own, and the one with the fewest runs beside words too. */
import { demoIds, demoOf } from '../../src/build/demos.ts';

const words = `The words beside a figure say what to look for, and they are about as many as a slide can hold:

$$\\dot x = -\\nabla E(x) + \\lambda(t)\\,x$$

- The first thing that you see in it.
- The second, which is a little longer and goes on in another line.`;

/** Its still, one for each layout, is early: what counts here is where things stand. */
const figure = (demo: string) => `<live-demo name="${demo}" at="1"></live-demo>`;

const layouts: Readonly<Record<string, (demo: string) => string>> = {
  full: figure,
  plain: (demo) => `Words of one line over the figure.\n\n${figure(demo)}`,
  beside: (demo) => `:::: columns\n::: words\n${words}\n:::\n::: figure\n${figure(demo)}\n:::\n::::`,
  before: (demo) => `:::: columns\n::: figure\n${figure(demo)}\n:::\n::: words\n${words}\n:::\n::::`,
};

const demos = await Promise.all(
  demoIds().map(async (id) => ({ id, runs: Object.keys((await demoOf(id)).runs).length })),
);
const smallest = demos.reduce((least, demo) => (demo.runs < least.runs ? demo : least));
/** A figure of many panels has no room in a column. */
const layoutsOf = (id: string) =>
  Object.entries(layouts).filter(([layout]) => id === smallest.id || layout === 'full' || layout === 'plain');

/** Ids of its slides. */
export const narrowSlides: readonly string[] = demos.flatMap(({ id }) =>
  layoutsOf(id).map(([layout]) => `${layout}-${id}`),
);

const slides = demos.flatMap(({ id }) =>
  layoutsOf(id).map(([layout, body]) =>
    [
      `# A title that claims something about ${id.replaceAll('-', ' ')}, and is two lines long {#${layout}-${id} ${layout === 'full' ? '.full' : ''}}`,
      body(id),
      '::: notes\nNotes.\n:::\n',
    ].join('\n\n'),
  ),
);

const talk = `---
title: Four to three
subtitle: The shape of older projectors
duration: 5
aspectRatio: '4:3'
---
${slides.join('\n---\n\n')}`;

/** The talk, its page a copy of `page`, as files to add to a copy of the project. */
export const fourToThree = (page: string): Readonly<Record<string, string>> => ({
  'slides/four-to-three/talk.md': talk,
  'slides/four-to-three/index.html': page,
});
