/** The numbers that a person may set on a figure, out of those of its kernels. */
import { describe, expect, test } from 'vitest';
import { walk } from '../session/fixtures/walk.ts';
import { type Demo, demoParams, valuesOf } from './definition.ts';
import { walkDemo } from './fixtures/rehearsal.ts';
import { readSettings, readTick } from './settings.ts';

const params = (changes: Partial<Demo>) => demoParams({ ...walkDemo, ...changes }, () => walk);
const run = (fixed?: Readonly<Record<string, number>>) => ({ kernel: 'walk', ...(fixed ? { fixed } : {}) });

describe('the numbers of a demo', () => {
  test('are those of its kernels, with the demo’s own defaults', () => {
    const table = params({ defaults: { drive: 5 } });
    expect([...table.values()].map(({ name, spec }) => `${name}=${spec.default}`)).toEqual([
      'n=3',
      'drive=5',
      'gain=0.5',
    ]);
    expect(walk.params.drive.default).toBe(1);
  });

  test('lack what every run fixes, and no more', () => {
    const runs = { one: run({ drive: 0, gain: 1 }), two: run({ drive: 2 }) };
    expect([...params({ runs }).keys()]).toEqual(['n', 'gain']);
  });

  test.each([
    [{ defaults: { drife: 5 } }, 'defaults: no number "drife", expected one of: n, drive, gain'],
    [{ defaults: { drive: 50 } }, 'defaults: drive="50" is outside [-20, 20]'],
    [{ runs: { one: run({ snr: 1 }) } }, 'fixed: no number "snr", expected one of: n, drive, gain'],
    [{ runs: { one: run({ n: 1.5 }) } }, 'fixed: n="1.5" is not an integer in [1, 9]'],
    [{ runs: { one: run({ n: 1 }) }, defaults: { n: 2 } }, 'defaults: no number "n", expected one of: drive, gain'],
    [{ defaults: { seed: 2 } }, 'defaults: no number "seed", expected one of: n, drive, gain'],
    [{ runs: { one: run({ seed: 2 }) } }, 'fixed: no number "seed", expected one of: n, drive, gain'],
    [{ presets: { odd: { seed: -2 } } }, 'preset "odd": seed="-2" is outside [0, 4294967295]'],
    [{ presets: { odd: { snr: 2 } } }, 'preset "odd": no number "snr", expected one of: n, drive, gain'],
    [
      { runs: { one: { kernel: 'walk', names: { snr: 'drive' } } } },
      'names: no number "snr", expected one of: n, drive, gain',
    ],
  ])('%j are refused', (changes, message) => {
    expect(() => params(changes)).toThrow(new Error(message));
  });

  test('of two kernels can be one, under the name that the figure gives it', () => {
    const pull = { ...walk, id: 'pull', params: { pull: { ...walk.params.drive, max: 7 } } };
    const one = { kernel: 'walk', fixed: { gain: 1 } };
    const two = { kernel: 'pull', names: { pull: 'drive' } };
    const table = demoParams({ ...walkDemo, runs: { one, two } }, (kernel) => (kernel === 'walk' ? walk : pull));
    expect([...table.keys()]).toEqual(['n', 'drive']);
    expect(table.get('drive')?.spec.max).toBe(7);
    expect(valuesOf(two, pull.params, { n: 3, drive: 5 })).toEqual({ pull: 5 });
    expect(valuesOf(one, walk.params, { n: 3, drive: 5 })).toEqual({ drive: 5, gain: 1 });
  });

  test('need a default that all kernels allow', () => {
    const narrow = { ...walk, id: 'narrow', params: { ...walk.params, drive: { ...walk.params.drive, min: 2 } } };
    const runs = { one: { kernel: 'walk' }, two: { kernel: 'narrow' } };
    const both = (changes: Partial<Demo>) =>
      demoParams({ ...walkDemo, runs, ...changes }, (kernel) => (kernel === 'walk' ? walk : narrow));
    expect(() => both({})).toThrow(new Error('defaults: drive="1" is outside [2, 20]'));
    expect(both({ defaults: { drive: 3 } }).get('drive')?.spec).toMatchObject({ min: 2, max: 20, default: 3 });
  });
});

describe('settings', () => {
  const table = params({});

  test('are read by name without case, the seed among them', () => {
    expect(readSettings('here', table, { DRIVE: '2', n: '4', seed: '17' })).toEqual({ drive: 2, n: 4, seed: 17 });
  });

  test.each([
    [{ snr: '2' }, 'here has no parameter "snr", expected one of: n, drive, gain, seed'],
    [{ drive: '21' }, 'here: drive="21" is outside [-20, 20]'],
    [{ N: 'many' }, 'here: n="many" is not a number, expected one in [1, 9]'],
    [{ seed: '-1' }, 'here: seed="-1" is outside [0, 4294967295]'],
  ])('%j are refused', (texts, message) => {
    expect(() => readSettings('here', table, texts)).toThrow(new Error(message));
  });

  test('have a tick of the still, the last where nothing is said', () => {
    expect(readTick('here', null, { ticks: 20 })).toBe(20);
    expect(readTick('here', '0', { ticks: 20 })).toBe(0);
    expect(() => readTick('here', '21', { ticks: 20 })).toThrow(new Error('here: at="21" is outside [0, 20]'));
    expect(() => readTick('here', '1.5', { ticks: 20 })).toThrow(
      new Error('here: at="1.5" is not an integer in [0, 20]'),
    );
  });
});
