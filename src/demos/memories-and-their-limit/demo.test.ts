/** The claim: damage is repaired below the capacity, and a memory without damage is lost above it. */
import { expect, test } from 'vitest';
import { loadKernel } from '../../build/catalogue.ts';
import { rehearse } from '../fixtures/last-row.ts';
import demo from './demo.ts';

const { lastRow } = await rehearse(demo, loadKernel);
const { 'half erased': erased, '30 % noise': noisy, 'too many memories': tooMany } = demo.presets;
const capacity = demo.marks.alpha[0] as number;

test('the mark is where the theory says', () => {
  expect(Math.abs((lastRow('theory', {}).capacity as number) - capacity)).toBeLessThan(0.0005);
});

// The theory has m > 0.9999 at α = 0.05: less than one spin in 20,000 is wrong.
test.each([
  ['half of the picture', erased],
  ['noise', noisy],
])('at rest %s is repaired', (_, numbers) => {
  expect(lastRow('network', numbers).overlap).toBeGreaterThan(0.999);
});

// Of 20 seeds the largest overlap after these 18 sweeps is 0.498, the least 0.353.
test('with too many memories little is left of one that is hardly damaged', () => {
  expect(tooMany.alpha).toBeGreaterThan(capacity);
  expect(lastRow('network', tooMany).overlap).toBeLessThan(0.6);
});
