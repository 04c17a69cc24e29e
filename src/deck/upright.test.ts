// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { leastWidth } from './upright.ts';

test('a drawing is as wide as its smallest word needs: 11 px in the hand, and 9 px for an index', () => {
  expect(leastWidth(640, 22, [22, 20], 1)).toBe(Math.ceil((11 / 20) * 640));
  expect(leastWidth(640, 22, [22, 16], 1)).toBe(Math.ceil((9 / 16) * 640));
  expect(leastWidth(640, 22, [22, 18], 1)).toBe(Math.ceil((11 / 18) * 640));
});

test('a drawing on a page that is scaled up needs less of it', () => {
  expect(leastWidth(640, 22, [22], 1.25)).toBe(256);
});

test('a drawing without words may be as small as it likes', () => {
  expect(leastWidth(640, 22, [], 1)).toBe(0);
});
