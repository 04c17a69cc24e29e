import { describe, expect, test } from 'vitest';
import type { SlideFacts } from '../../check/page.ts';
import { delays } from './schedule.ts';

const slide = (id: string, words: number, seconds?: number): SlideFacts => ({ id, line: 7, states: 1, seconds, words });
const messages = (slides: SlideFacts[], minutes: number) => delays(slides, minutes).map(({ message }) => message);

describe('a talk', () => {
  test('may say a tenth more than its time, at 130 words a minute', () => {
    expect(messages([slide('a', 143, 60)], 1)).toEqual([]);
    expect(messages([slide('a', 144, 60)], 1)).toEqual([
      'the notes take longer than the talk, 144 words in 1:06 at 130 a minute, expected 1:00',
      'the notes of "a" take longer than its time, 144 words in 1:06 at 130 a minute, expected 1:00',
    ]);
  });

  test('has slides that fit into it', () => {
    expect(messages([slide('a', 0, 60), slide('b', 0, 60)], 2)).toEqual([]);
    expect(messages([slide('a', 0, 60), slide('b', 0, 61)], 2)).toEqual([
      'the slides take longer than the talk, 2:01 by their times, expected at most 2:00',
    ]);
  });

  test('is estimated as a whole where no slide says its time', () => {
    expect(messages([slide('a', 130), slide('b', 130)], 2)).toEqual([]);
    expect(messages([slide('a', 130), slide('b', 160)], 2)).toHaveLength(1);
  });

  test('has slides of their own', () => {
    expect(delays([slide('a', 20, 60), slide('b', 30, 10)], 9).map(({ slide }) => slide?.id)).toEqual(['b']);
  });
});
