/** A figure's state as a text: what is written is read again, and nothing that is read does harm. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rehearse } from './fixtures/rehearsal.ts';
import type { FigureState } from './history.ts';
import { readState, writeState } from './link-text.ts';

const { figure } = await rehearse();
const read = (text: string) => readState('link', figure, text);
const start = { seed: 1, n: 3, drive: 1, gain: 0.5 };

describe('a state', () => {
  test('is written so that people can read it and a query holds it as it is', () => {
    const state = { start, changes: [{ tick: 12, values: { drive: -2.5 } }], tick: 20 };
    const text = writeState(state, ['n', 'seed']);
    expect(text).toBe('seed:1,n:3,drive:1,gain:0.5,drive:-2.5@12,at:20,!n,!seed');
    expect(new URLSearchParams(`f.a=${text}`).get('f.a')).toBe(text);
    expect(read(text)).toEqual({ state, hidden: ['n', 'seed'], complaints: [] });
  });

  test('survives writing and reading, to the last bit', () => {
    const number = fc.double({ min: -20, max: 20, noNaN: true });
    const changes = fc
      .uniqueArray(fc.tuple(fc.nat(2000), number), { selector: ([tick]) => tick, maxLength: 30 })
      .map((all) => all.sort(([a], [b]) => a - b).map(([tick, drive]) => ({ tick, values: { drive } })));
    const states: fc.Arbitrary<FigureState> = fc
      .tuple(fc.nat(2 ** 32 - 1), number, changes, fc.nat(2000))
      .map(([seed, drive, all, tick]) => ({
        start: { ...start, seed, drive },
        changes: all,
        tick: Math.max(tick, all.at(-1)?.tick ?? 0),
      }));
    fc.assert(
      fc.property(states, (state) => {
        const query = new URLSearchParams(`f.a=${writeState(state)}`).get('f.a') as string;
        const { state: again, complaints } = read(query);
        expect(complaints).toEqual([]);
        expect(again).toEqual(state);
      }),
      { numRuns: 500 },
    );
  });

  test('with exponents of both signs is still a query', () => {
    const text = writeState({ start: { ...start, drive: 1e-9, gain: 1.5e21 }, changes: [], tick: 0 });
    expect(new URLSearchParams(`f=${text}`).get('f')).toContain('drive:1e-9,gain:1.5e21');
  });
});

describe('a text that is wrong', () => {
  test.each([
    ['drive:99', 'link: drive="99" is outside [-20, 20]'],
    ['drive:NaN', 'link: drive="NaN" is not a number, expected one in [-20, 20]'],
    ['drive:Infinity', 'link: drive="Infinity" is outside [-20, 20]'],
    ['drive:', 'link: drive="" is not a number, expected one in [-20, 20]'],
    ['seed:-1', 'link: seed="-1" is outside [0, 4294967295]'],
    ['n:2.5', 'link: n="2.5" is not an integer in [1, 9]'],
    ['drvie:1', 'link has no parameter "drvie", expected one of: n, drive, gain, seed'],
    ['at:1e9', 'link: at="1e9" is outside [0, 2000]'],
    ['drive:1@1e99', 'link: drive@="1e99" is outside [0, 2000]'],
    ['n:4@3', 'link: n="4" at tick 3 cannot change in mid-run'],
    ['drive:1@9,drive:2@3', 'link: "drive@3" comes after a change at 9'],
    ['!drvie', 'link has no control "drvie", expected one of: n, drive, gain, play, seed, speed'],
    ['drive=1', 'link: "drive=1" does not parse, expected name:number, name:number@tick or !control'],
    [
      '<img src=x onerror=alert(1)>',
      'link: "<img src=x onerror=alert(1)>" does not parse, expected name:number, name:number@tick or !control',
    ],
  ])('%s is named, and the rest counts', (wrong, words) => {
    const { state, complaints } = read(`seed:7,${wrong},gain:0.25`);
    expect(complaints).toEqual([words]);
    expect(state.start).toMatchObject({ seed: 7, gain: 0.25 });
  });

  test('names three mistakes and no more', () => {
    expect(read('a:1,b:2,c:3,d:4,e:5').complaints).toHaveLength(3);
  });

  test('of any kind gives a state within the ranges, without exception', () => {
    const names = fc.constantFrom('seed', 'n', 'drive', 'gain', 'at', 'x', '', '__proto__', 'constructor', '!n', '!');
    const values = fc.oneof(
      fc.double().map(String),
      fc.string(),
      fc.constantFrom('NaN', '-Infinity', '1e999', '0x10', '', ' ', '1@1', '<b>', '\u0000', '\ud800'),
    );
    const parts = fc.tuple(
      names,
      fc.constantFrom(':', '=', '', '::'),
      values,
      fc.oneof(
        fc.constant(''),
        values.map((value) => `@${value}`),
      ),
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(parts.map((part) => part.join(''))).map((all) => all.join(',')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const { state, hidden, complaints } = read(text);
        for (const { name, spec } of figure.params.values()) {
          for (const value of [state.start[name], ...state.changes.flatMap(({ values }) => values[name] ?? [])]) {
            expect(value).toBeGreaterThanOrEqual(spec.min);
            expect(value).toBeLessThanOrEqual(spec.max);
          }
        }
        expect(Object.keys(state.start).sort()).toEqual(['drive', 'gain', 'n', 'seed']);
        expect(Number.isInteger(state.tick) && state.tick <= 2000).toBe(true);
        expect(complaints.length).toBeLessThanOrEqual(3);
        for (const name of hidden) expect(['n', 'drive', 'gain', 'play', 'seed', 'speed']).toContain(name);
      }),
      { numRuns: 5000 },
    );
  });
});
