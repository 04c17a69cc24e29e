import { expect, test } from 'vitest';
import { parseSetting } from './setting.ts';

test('a setting is words of name and value, and a later word wins', () => {
  expect(parseSetting(' r=3  dt=1e-2 R=400')).toEqual({ r: '3', dt: '1e-2', R: '400' });
  expect(parseSetting('r=2 r=3')).toEqual({ r: '3' });
  expect(parseSetting('')).toEqual({});
});

test('a word without its value stays, for the reader of numbers to name', () => {
  expect(parseSetting('r')).toEqual({ r: '' });
  expect(parseSetting('r=a=b')).toEqual({ r: 'a=b' });
});
