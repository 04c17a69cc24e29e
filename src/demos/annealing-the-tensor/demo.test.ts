/** The claim at the figure's own numbers: by theory, and on the instance of the slide. */
import { expect, test } from 'vitest';
import { loadKernel } from '../../build/catalogue.ts';
import { rehearse } from '../fixtures/last-row.ts';
import demo from './demo.ts';

const { params, lastRow } = await rehearse(demo, loadKernel);
const overlap = (name: string, numbers: Record<string, number>) => lastRow(name, numbers).overlap as number;

test('one slider moves simulations and theories, and only the annealed runs have a protocol', () => {
  expect([...params.keys()].sort()).toEqual(['N', 'annealing', 'delta2', 'delta3', 'm0', 'tau']);
});

test.each([
  ['slow enough', false, true],
  ['too fast', false, false],
  ['no need', true, true],
] as const)('by theory, %s', (preset, isPlainEnough, isAnnealedEnough) => {
  for (const [name, isFound] of [
    ['plainTheory', isPlainEnough] as const,
    ['annealedTheory', isAnnealedEnough] as const,
  ]) {
    const end = overlap(name, demo.presets[preset]);
    if (isFound) expect(end, name).toBeGreaterThan(0.85);
    else expect(end, name).toBeLessThan(demo.defaults.m0);
  }
});

// The runs are functions of the seed. Annealed ones scatter by 0.008 around 0.866 where they find the signal.
test('on the instance of the slide, the annealed run finds it and the plain one does not', () => {
  expect(Math.abs(overlap('annealed', { seed: 33 }) - overlap('annealedTheory', {}))).toBeLessThan(4 * 0.008);
  expect(overlap('plain', { seed: 33 })).toBeLessThan(0.2);
});

test('the protocol ends near the true noise', () => {
  const { assumed = Number.NaN } = lastRow('annealed', { seed: 33, N: 8 });
  const { delta3, annealing, tau } = demo.defaults;
  // at the last tick, t = 50
  expect(assumed).toBeCloseTo(delta3 + annealing * Math.exp(-50 / tau), 9);
});
