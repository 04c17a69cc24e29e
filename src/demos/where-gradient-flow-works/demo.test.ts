/** The claim, in theory at the presets, and on the instance of the slide. */
import { expect, test } from 'vitest';
import { loadKernel } from '../../build/catalogue.ts';
import { rehearse } from '../fixtures/last-row.ts';
import demo from './demo.ts';

const { lastRow } = await rehearse(demo, loadKernel);
const { 'above its line': above, 'below its line': below, 'no bad minima': easy } = demo.presets;

test('the presets lie where their names say', () => {
  const { mlAmp = 0, gradientFlow = 0, trivialisation = 0 } = lastRow('lines', above);
  const ratios = [below, above, easy].map(({ delta2 }) => 1 / delta2);
  expect([mlAmp, ratios[0], gradientFlow, ratios[1], trivialisation, ratios[2]]).toEqual(
    [mlAmp, gradientFlow, trivialisation, ...ratios].toSorted((a, b) => (a as number) - (b as number)),
  );
});

// The theory tends to the overlap where AMP ends: at t = 30 the steps of 0.05 and the tail leave less than 0.01 of it.
test.each([
  ['above its line', above],
  ['without bad minima', easy],
] as const)('%s theory arrives where AMP does, and so does the flow', (_, numbers) => {
  const { overlap: end = 0 } = lastRow('amp', numbers);
  expect(Math.abs((lastRow('theory', numbers).overlap as number) - end)).toBeLessThan(0.01);
  expect(lastRow('flow', { ...numbers, seed: 15 }).overlap).toBeGreaterThan(0.9 * end);
});

// One standard deviation of the overlap with a random direction is N^(-1/2); the instance of the slide is within two.
test('below it theory and the flow stay within chance, and AMP does not', () => {
  const chance = demo.defaults.N ** -0.5;
  expect(lastRow('amp', below).overlap).toBeGreaterThan(0.7);
  expect(lastRow('theory', below).overlap).toBeLessThan(chance);
  expect(Math.abs(lastRow('flow', { ...below, seed: 15 }).overlap as number)).toBeLessThan(2 * chance);
});
