// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { spokenWords } from './speech.ts';

const words = (html: string) => {
  const notes = document.createElement('aside');
  notes.innerHTML = html;
  return spokenWords(notes);
};

test.each([
  ['all where nothing is labelled', '<p>One two.</p><p>Three.</p>', 3],
  ['what is labelled Say', '<p><strong>Say.</strong> One two.</p><p><strong>Press.</strong> Next.</p>', 2],
  ['what follows it without a label', '<p><strong>Say:</strong> One.</p><ul><li>Two three.</li></ul>', 3],
  ['nothing of what follows another label', '<p><strong>Press.</strong> Next.</p><p>Again.</p>', 0],
  ['all before the first label', '<p>One <strong>bold</strong> word.</p><p><strong>Status.</strong> Open.</p>', 3],
  ['words and numbers, no signs', '<p>r = 4 – and so on.</p>', 5],
])('spoken is %s', (_, html, count) => {
  expect(words(html)).toBe(count);
});
