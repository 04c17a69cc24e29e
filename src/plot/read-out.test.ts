// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { inStandardErrors, readOut } from './read-out.ts';

const texts = (host: HTMLElement) => [...(host.firstElementChild?.children ?? [])].map((part) => part.textContent);

test('a read-out shows the value, the theory and their difference in standard errors', () => {
  const host = document.createElement('div');
  const { set } = readOut(host, { label: 'm', hue: 'amp', digits: 3 });
  set(-0.9134, -0.9165, 0.0014);
  expect(texts(host)).toEqual(['m', '\u22120.913', '\u22120.916', '+2.2\u202fs.e.']);
  set(0.5, 0.6);
  expect(texts(host)).toEqual(['m', '0.500', '0.600', '']);
  set(0.5);
  expect(texts(host)).toEqual(['m', '0.500', '', '']);
});

test('a difference carries its sign, and none when it rounds to nothing', () => {
  expect(inStandardErrors(-1.26)).toBe('\u22121.3\u202fs.e.');
  expect(inStandardErrors(1.26)).toBe('+1.3\u202fs.e.');
  expect(inStandardErrors(0.04)).toBe('0.0\u202fs.e.');
  expect(inStandardErrors(Number.POSITIVE_INFINITY)).toBe('');
});
