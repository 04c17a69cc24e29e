import { describe, expect, test } from 'vitest';
import { checkAgreement, distance, type Limits, median, type Racer, race } from './race.ts';

const limits: Limits = { rounds: 3, turn: 20, warmUp: 1, mostCalls: Number.POSITIVE_INFINITY };

/** A racer whose turns take so many milliseconds a call: the first to warm up, then one for each round. */
function scripted(name: string, milliseconds: readonly number[], diary: string[]): Racer {
  let turn = 0;
  return {
    result: Float64Array.of(3, 4),
    time(calls) {
      diary.push(`${name} ${calls}`);
      return calls * (milliseconds[turn++] ?? Number.NaN);
    },
    close: () => void diary.push(`${name} closed`),
  };
}

describe('a race', () => {
  test('takes turns, as many calls as fill one, and gives medians of times and of ratios round by round', async () => {
    const diary: string[] = [];
    const ours = scripted('ours', [2, 2, 4, 8], diary);
    const peer = scripted('peer', [5, 20, 12, 80], diary);
    const result = await race(ours, new Map([['peer', peer]]), limits);
    const round = ['ours 10', 'peer 4'];
    expect(diary).toEqual(['ours 1', 'peer 1', ...round, ...round, ...round, 'ours closed', 'peer closed']);
    // ratios 10, 3 and 10: not the 5 of the median times
    expect(result).toEqual({ ms: 4, ratios: { peer: 10 } });
  });

  test('makes no more calls in a turn than it may', async () => {
    const diary: string[] = [];
    await race(scripted('ours', [2, 2, 2, 2], diary), new Map(), { ...limits, mostCalls: 7 });
    expect(diary).toEqual(['ours 1', 'ours 7', 'ours 7', 'ours 7', 'ours closed']);
  });

  test('closes everybody when one fails', async () => {
    const diary: string[] = [];
    const broken: Racer = { ...scripted('peer', [], diary), time: () => Promise.reject(new Error('no more')) };
    await expect(race(scripted('ours', [2], diary), new Map([['peer', broken]]), limits)).rejects.toThrow('no more');
    expect(diary).toEqual(['ours 1', 'ours closed', 'peer closed']);
  });
});

describe('agreement', () => {
  const racer = (...values: number[]): Racer => ({ result: Float64Array.from(values), time: () => 1, close() {} });

  test('is the distance over the norm', () => {
    expect(distance(Float64Array.of(3, 4.5), Float64Array.of(3, 4))).toBe(0.1);
    expect(distance(Float64Array.of(3), Float64Array.of(3, 4))).toBeNaN();
  });

  test.each([
    ['a number that is off', [3, 4.5]],
    ['a number that is missing', [3]],
    ['a number that is none', [3, Number.NaN]],
  ])('ends with %s', (_, values) => {
    const peers = new Map([['c', racer(...values)]]);
    expect(() => checkAgreement(racer(3, 4), peers, 0.09)).toThrow('c computes something else');
  });

  test('is there within the tolerance', () => {
    expect(() => checkAgreement(racer(3, 4), new Map([['c', racer(3, 4.4)]]), 0.09)).not.toThrow();
  });
});

test('the median is the middle, or between the two in the middle', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
});
