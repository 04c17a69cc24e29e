/** `glassdeck check`: each kind of mistake is found, on its line, and nothing else. */
import { expect, test } from 'vitest';
import { checkedTalks, unfit, unsound } from './checked-talks.ts';
import { glassdeck } from './command.ts';
import { ownProject } from './own-project.ts';

const project = ownProject(checkedTalks);

/** `file:line: message` for the line of `text` that begins with those words. */
const at = (talk: string, text: string) => (start: string, message: string | RegExp) => {
  const line = text.split('\n').findIndex((line) => line.startsWith(start)) + 1;
  expect(line, start).toBeGreaterThan(0);
  const place = `slides/${talk}/talk.md:${line}: `;
  return typeof message === 'string'
    ? place + message
    : expect.stringMatching(new RegExp(`^${place}${message.source}`));
};
/** Without the sizes of things. */
const listed = (stdout: string) =>
  stdout
    .trimEnd()
    .replace(/\d+ px/g, '# px')
    .replace(/[\d.]+:1 \(.*?\)/g, '#')
    .split('\n');

test('a talk that cannot be built: what its words and files get wrong', async () => {
  const wrong = at('unsound', unsound);
  const { status, stdout } = await glassdeck(project, 'check', 'unsound');
  expect(listed(stdout)).toEqual([
    'slides/unsound/refs.bib:1: "nobody-reads" is never cited, expected [@nobody-reads]',
    wrong('# A slide without', 'slide "silent" has no notes, expected ::: notes ... :::'),
    wrong('A [link', /no reference "nobody-1900", /),
    wrong('A [link', 'the link leads to "nowhere", which is no slide of this talk'),
    wrong('![A picture', 'image "media/gone.png": no such file'),
    wrong('[Figures lead', 'set="drift=1", but the slide has no live-demo'),
    'unsound: 6 problems, its page is looked at when these are mended',
  ]);
  expect(status).toBe(1);
});

test('a talk that can be built: what an audience would see', async () => {
  const wrong = at('unfit', unfit);
  const { status, stdout } = await glassdeck(project, 'check', 'unfit');
  expect(listed(stdout)).toEqual([
    wrong('---', 'error on the page: the line is not happy'),
    wrong('duration', 'the slides take longer than the talk, 1:15 by their times, expected at most 1:00'),
    wrong(
      '# The title',
      'the title "The title of this slide goes on for so l" is too long, 3 lines, expected at most 2',
    ),
    wrong('[Pale', '"Pale" is too pale (light, projector), #, expected 3:1'),
    wrong('## Large', '"Large words that only a projector makes " is too pale (projector), #, expected 4.5:1'),
    wrong(
      '<div style="position: absolute; left: 1240px',
      '"Beyond the edge" stands out of the slide at the right, by # px, expected at most 1',
    ),
    wrong(
      '<div style="height',
      '"Words that their box is much too small f" is cut off by its box, # px of it, expected all to be seen',
    ),
    wrong('The words below', '"The words below." and "The words above" overlap, by # px, expected none'),
    wrong('$$', '"a + b + c + d + e + f + g + h + i + j + " stands out of its column, by # px, expected at most 4'),
    wrong('![A corrupt', 'image "A corrupt picture" cannot be shown, expected an image file'),
    wrong('<svg', '<svg> has no description, expected words for those who do not see it'),
    wrong(
      '<live-demo name="line-is-straight" at',
      /".+" and "on on on on on on on on on on on on on o" overlap, by # px, expected none$/,
    ),
    wrong(
      '<live-demo name="line-is-straight" end',
      /live-demo "line-is-straight" fails, straight-line: x is NaN at step 5 /,
    ),
    wrong(
      '# There is more',
      'the notes of "hasty" take longer than its time, 20 words in 0:09 at 130 a minute, expected 0:05',
    ),
    'unfit: 14 problems, 10 slides in 10 states, 3 themes',
  ]);
  expect(status).toBe(1);
});

test('a sound talk: nothing', async () => {
  const { status, stdout } = await glassdeck(project, 'check', 'sound');
  expect(stdout).toMatch(/^sound: nothing wrong, \d+ slides in \d+ states, 3 themes\n$/);
  expect(status).toBe(0);
});

test('a talk that is none', async () => {
  const { status, stdout, stderr } = await glassdeck(project, 'check', 'nowhere');
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^glassdeck: check has no talk "nowhere", expected one of: .*rehearsal/);
});
