import { expect, test } from 'vitest';
import { knownQuery } from './query.ts';

test.each([
  ['', ''],
  [
    '?view=print&pdfSeparateFragments=true&showNotes=separate-page',
    '?view=print&pdfSeparateFragments=true&showNotes=separate-page',
  ],
  ['?print-pdf', '?print-pdf'],
  ['?receiver&progress=false&history=false', '?receiver&progress=false&history=false'],
  ['?f.width=seed:5&f.line/plugins=seed:1&utm_source=mail', ''],
  ['?plugins=none&view=print&parallaxBackgroundImage=https://elsewhere/x.png', '?view=print'],
  ['?transition=%3Cimg%20src=x%3E&transition=fade', '?transition=fade'],
])('of %j reveal.js sees %j', (search, seen) => {
  expect(knownQuery(search)).toBe(seen);
});
