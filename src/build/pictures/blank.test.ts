import { expect, test } from 'vitest';
import { fillPictures, type Placed, pictureBlank } from './blank.ts';

const find = (path: string): Placed | undefined =>
  ({
    'a.webp': { src: 'a.webp', size: { width: 800.4, height: 450 } },
    'dark.webp': { src: 'dark.webp' },
    'bare.webp': { src: 'bare.webp' },
  })[path];
const image = (src: string, size = '') =>
  `<img class="still" src="${src}" alt=""${size} loading="lazy" decoding="async">`;

test('a picture comes into its place, with its size where that is known', () => {
  const html = `<b>${pictureBlank('a.webp')}</b>${pictureBlank('bare.webp')}<!-- picture -->`;
  const sized = image('a.webp', ' width="800" height="450"');
  expect(fillPictures(html, find)).toBe(`<b>${sized}</b>${image('bare.webp')}<!-- picture -->`);
});

test('a page in the dark has its own, if there is one', () => {
  expect(fillPictures(pictureBlank('bare.webp', 'dark.webp'), find)).toBe(
    `<picture><source media="(prefers-color-scheme: dark)" srcset="dark.webp">${image('bare.webp')}</picture>`,
  );
  expect(fillPictures(pictureBlank('bare.webp', 'none.webp'), find)).toBe(image('bare.webp'));
});

test('the place of a picture that was not taken is gone', () => {
  expect(fillPictures(`<b>${pictureBlank('none.webp')}</b>${pictureBlank('none.webp', 'dark.webp')}`, find)).toBe(
    '<b></b>',
  );
});
