// @vitest-environment happy-dom
import katex from 'katex';
import { expect, test } from 'vitest';
import { plainText } from './plain-text.ts';

test.each([
  ['N^{(k-2)/4}', 'N^((k−2)/4)'],
  ['\\Delta_2=1', 'Δ_2=1'],
  ['x_i^2', 'x_i^2'],
  ['\\frac{1}{N+1}', '1/(N+1)'],
  ['r\\sim\\sqrt{2N}', 'r∼√(2N)'],
  ['\\hat x', 'x'],
  ['\\log\\, x', 'log x'],
])('%s in a title', (tex, text) => {
  const title = document.createElement('h1');
  title.innerHTML = `The <em>law</em>\n of ${katex.renderToString(tex)}<br>here`;
  expect(plainText(title)).toBe(`The law of ${text} here`);
});
