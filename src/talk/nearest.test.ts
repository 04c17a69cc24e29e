import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance, expected, nearest } from './nearest.ts';

test('the distance of two words is the least number of single changes between them', () => {
  expect(editDistance('kitten', 'sitting')).toBe(3);
  expect(editDistance('', 'abc')).toBe(3);
  expect(editDistance('flaw', 'lawn')).toBe(2);
});

test('the distance is a metric', () => {
  const word = fc.string({ maxLength: 8, unit: fc.constantFrom('a', 'b', 'c') });
  fc.assert(
    fc.property(word, word, word, (a, b, c) => {
      expect(editDistance(a, b)).toBe(editDistance(b, a));
      expect(editDistance(a, b) === 0).toBe(a === b);
      expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c));
    }),
    { seed: 1 },
  );
});

test('the nearest come first, and those that have little in common do not come', () => {
  expect(nearest('ros-2018', ['ros-2019', 'cugliandolo-kurchan-1993', 'ros-2029'])).toEqual(['ros-2019', 'ros-2029']);
  expect(nearest('ROS-2019', ['ros-2019'])).toEqual(['ros-2019']);
});

test('a short list is given whole, a long one by its nearest names', () => {
  expect(expected('x', ['a', 'b'])).toBe('expected one of: a, b');
  expect(expected('x', [])).toBe('there are none');
  const keys = Array.from({ length: 20 }, (_, i) => `author-${1990 + i}`);
  expect(expected('author-190', keys)).toBe('nearest of 20: author-1990, author-1991, author-1992');
});
