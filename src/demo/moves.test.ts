/** Presets and seeds: what a key makes of a figure. */
import { describe, expect, test } from 'vitest';
import { walk } from '../session/fixtures/walk.ts';
import { demoParams } from './definition.ts';
import { expectedRows, rehearse, rowsOf, walkDemo } from './fixtures/rehearsal.ts';
import { applyPreset, moves, presentPreset } from './moves.ts';

const presets = { easy: { drive: 8 }, hard: { drive: -2, gain: 0.1 }, seeded: { seed: 9 } };

describe('a preset', () => {
  test('is laid over the numbers with which the figure was placed, keeps the seed and plays from the start', async () => {
    const { figure, frames } = await rehearse({ presets }, { seed: 4, gain: 0.25 });
    figure.play();
    frames(5);
    applyPreset(figure, 'hard');
    frames(4);
    applyPreset(figure, 'easy');
    expect(presentPreset(figure)).toBe('easy');
    frames(30);
    expect(rowsOf(figure.runs.walk)).toEqual(expectedRows(20, { seed: 4, drive: 8, gain: 0.25 }));
  });

  test('follows the one before, the first comes first, and after the last', async () => {
    const { figure } = await rehearse({ presets });
    const seen = [presentPreset(figure)];
    for (let press = 0; press < 4; ++press) {
      moves.nextPreset(figure);
      seen.push(presentPreset(figure));
    }
    expect(seen).toEqual([undefined, 'easy', 'hard', 'seeded', 'easy']);
    expect(figure.store.get('seed')).toBe(9);
  });

  test('is none as soon as a number differs', async () => {
    const { figure } = await rehearse({ presets });
    applyPreset(figure, 'hard');
    figure.store.set({ gain: 0.2 });
    expect(presentPreset(figure)).toBeUndefined();
  });

  test('of a demo without any changes nothing', async () => {
    const { figure } = await rehearse();
    moves.nextPreset(figure);
    expect([figure.begun, presentPreset(figure)]).toEqual([false, undefined]);
  });

  test.each([
    [{ easy: { drvie: 1 } }, 'preset "easy": no number "drvie", expected one of: n, drive, gain'],
    [{ easy: { drive: 99 } }, 'preset "easy": drive="99" is outside [-20, 20]'],
    [{ easy: { seed: 0.5 } }, 'preset "easy": seed="0.5" is not an integer in [0, 4294967295]'],
  ])('that the kernels do not allow is refused when the demo is read', (wrong, message) => {
    expect(() => demoParams({ ...walkDemo, presets: wrong }, () => walk)).toThrow(new Error(message));
  });
});

test('the last seed is followed by the first', async () => {
  const { figure } = await rehearse({}, { seed: 2 ** 32 - 1 });
  moves.newSeed(figure);
  expect([figure.store.get('seed'), figure.playing]).toEqual([0, true]);
});
