import { describe, expect, test } from 'vitest';
import { facesFor, familyNames, readFace } from './font-face.ts';

const face = (family: string, weight = '', style = '', range = '') => {
  const descriptors: Record<string, string> = {
    'font-family': family,
    'font-weight': weight,
    'font-style': style,
    'unicode-range': range,
  };
  return readFace((name) => descriptors[name] ?? '');
};

test('a face says which text it is for', () => {
  expect(face('"Source Sans 3 Variable"', '200 900', 'italic', 'U+0-FF, U+2212, U+4??')).toEqual({
    family: 'Source Sans 3 Variable',
    style: 'italic',
    weights: [200, 900],
    ranges: [
      [0, 0xff],
      [0x2212, 0x2212],
      [0x400, 0x4ff],
    ],
  });
  expect(face('KaTeX_Main', 'bold')).toEqual({
    family: 'KaTeX_Main',
    style: 'normal',
    weights: [700, 700],
    ranges: [[0, 0x10ffff]],
  });
});

test('names of families with and without quotation marks', () => {
  expect(familyNames(`KaTeX_Main, "Times New Roman", 'A, B', serif`)).toEqual([
    'KaTeX_Main',
    'Times New Roman',
    'A, B',
    'serif',
  ]);
});

describe('the faces of a text', () => {
  const wanted = { families: '"Sans", Other', weight: 400, style: 'normal' };
  const of = (faces: ReturnType<typeof face>[], text: string, more: Partial<typeof wanted> = {}) =>
    [...facesFor(faces, text, { ...wanted, ...more })].map((chosen) => faces.indexOf(chosen));

  test('are those of the first family that has the character', () => {
    const faces = [face('sans', '', '', 'U+0-7F'), face('Sans', '', '', 'U+80-FF'), face('Other'), face('Third')];
    expect(of(faces, 'a')).toEqual([0]);
    expect(of(faces, 'aé')).toEqual([0, 1]);
    expect(of(faces, 'aα')).toEqual([0, 2]);
    expect(of(faces, '')).toEqual([]);
    expect(of(faces, 'a', { families: 'unknown, serif' })).toEqual([]);
  });

  test('have the style, then the weight', () => {
    const faces = [face('Sans', '400'), face('Sans', '700'), face('Sans', '700', 'italic')];
    expect(of(faces, 'a', { style: 'italic' })).toEqual([2]);
    expect(of(faces, 'a', { weight: 700 })).toEqual([1]);
    expect(of([face('Sans', '200 900'), face('Sans', '600', 'oblique 10deg')], 'a', { weight: 600 })).toEqual([0]);
  });

  test.each([
    [300, ['100', '400'], 0],
    [300, ['400', '900'], 0],
    [600, ['500', '900'], 1],
    [600, ['300', '500'], 1],
    [400, ['300', '500'], 1],
    [400, ['300', '600'], 0],
    [450, ['400', '600'], 0],
    [400, ['600', '900'], 0],
  ])('of weight %i among %j is face %i', (weight, weights, expected) => {
    expect(
      of(
        weights.map((each) => face('Sans', each)),
        'a',
        { weight },
      ),
    ).toEqual([expected]);
  });
});
