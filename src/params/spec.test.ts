/** Numbers by name, and the words for those that do not fit. */
import { describe, expect, test } from 'vitest';
import type { KernelManifest, NumberSpec } from '../kernel/manifest.ts';
import { checkNumber, nameInTable, paramTable, parseNumber, seedSpec } from './spec.ts';

const spec = (min: number, max: number, more: Partial<NumberSpec> = {}): NumberSpec => ({
  symbol: 's',
  meaning: 'm',
  min,
  max,
  default: min,
  ...more,
});
const manifest = (
  id: string,
  setup: Record<string, NumberSpec>,
  params: Record<string, NumberSpec>,
): KernelManifest => ({ id, title: id, setup, params, observables: {}, fields: {}, references: [] });

describe('a text', () => {
  test.each([
    ['3', 3],
    [' 0.5 ', 0.5],
    ['2e-1', 0.2],
    ['0', 0],
    ['10', 10],
  ])('"%s" is a number', (text, value) => {
    expect(parseNumber('here', 'r', text, spec(0, 10))).toBe(value);
  });

  test.each([
    ['11', 'here: r="11" is outside [0, 10]'],
    ['-1e-9', 'here: r="-1e-9" is outside [0, 10]'],
    ['Infinity', 'here: r="Infinity" is outside [0, 10]'],
    ['two', 'here: r="two" is not a number, expected one in [0, 10]'],
    ['3 4', 'here: r="3 4" is not a number, expected one in [0, 10]'],
    ['1,5', 'here: r="1,5" is not a number, expected one in [0, 10]'],
    ['', 'here: r="" is not a number, expected one in [0, 10]'],
    [' ', 'here: r=" " is not a number, expected one in [0, 10]'],
  ])('"%s" is refused with what, where, got and wanted', (text, message) => {
    expect(() => parseNumber('here', 'r', text, spec(0, 10))).toThrow(new Error(message));
  });

  test('of an integer is one', () => {
    expect(parseNumber('here', 'N', '7', spec(0, 10, { integer: true }))).toBe(7);
    expect(() => parseNumber('here', 'N', '7.5', spec(0, 10, { integer: true }))).toThrow(
      new Error('here: N="7.5" is not an integer in [0, 10]'),
    );
  });

  test('of a seed has 32 bits', () => {
    expect(parseNumber('here', 'seed', '4294967295', seedSpec)).toBe(2 ** 32 - 1);
    expect(() => parseNumber('here', 'seed', '4294967296', seedSpec)).toThrow('is outside [0, 4294967295]');
    expect(() => parseNumber('here', 'seed', '1.5', seedSpec)).toThrow('is not an integer');
    expect(seedSpec.default).toBe(1);
  });
});

test('a number that is one already is held to the same', () => {
  expect(checkNumber('here', 'r', 2, spec(0, 10))).toBe(2);
  expect(() => checkNumber('here', 'r', Number.NaN, spec(0, 10))).toThrow('here: r="NaN" is not a number');
});

describe('a table', () => {
  const first = manifest(
    'first',
    { N: spec(1, 50, { default: 8 }) },
    { snr: spec(0, 4, { default: 3, symbol: '\\lambda' }) },
  );
  const second = manifest('second', { N: spec(10, 99, { integer: true }) }, { snr: spec(-1, 2), dt: spec(0, 1) });

  test('holds every number once, with its kind', () => {
    const kinds = [...paramTable([first, second]).values()].map(({ name, kind }) => `${kind} ${name}`);
    expect(kinds).toEqual(['setup N', 'param snr', 'param dt']);
  });

  test('allows a shared number what all its kernels allow, and says it in the words of the first', () => {
    const table = paramTable([first, second]);
    expect(table.get('snr')?.spec).toMatchObject({ min: 0, max: 2, default: 3, symbol: '\\lambda' });
    expect(table.get('N')?.spec).toMatchObject({ min: 10, max: 50, default: 8, integer: true });
  });

  test('does not touch the manifests', () => {
    paramTable([first, second]);
    expect(first.params.snr).toEqual(spec(0, 4, { default: 3, symbol: '\\lambda' }));
  });

  test('refuses a name of two kinds', () => {
    const third = manifest('third', { snr: spec(0, 1) }, {});
    expect(() => paramTable([first, third])).toThrow(
      new Error('third: "snr" is a setup here and a param of another kernel of the figure'),
    );
  });

  test('refuses ranges that have nothing in common', () => {
    expect(paramTable([first, manifest('touching', {}, { snr: spec(4, 6) })]).get('snr')?.spec).toMatchObject({
      min: 4,
    });
    const third = manifest('third', {}, { snr: spec(5, 6) });
    expect(() => paramTable([first, third])).toThrow(
      new Error('third: "snr" in [5, 6] has no value in common with [0, 4] of the figure'),
    );
  });

  test('keeps two names apart that differ in case alone', () => {
    const table = paramTable([manifest('replicas', { R: spec(1, 64) }, { r: spec(0, 9), eta: spec(0, 1) })]);
    expect(['R', 'r', 'ETA'].map((name) => nameInTable(table, name))).toEqual(['R', 'r', 'eta']);
    const twins = paramTable([manifest('twins', { Ab: spec(1, 2), aB: spec(1, 2) }, {})]);
    expect(nameInTable(twins, 'ab')).toBeUndefined();
  });

  test('finds names without case, and the exact one first', () => {
    const table = paramTable([manifest('cases', { N: spec(1, 2), n: spec(1, 2), m0: spec(0, 1) }, {})]);
    expect(['n', 'N', 'M0', 'm1'].map((name) => nameInTable(table, name))).toEqual(['n', 'N', 'm0', undefined]);
  });
});
