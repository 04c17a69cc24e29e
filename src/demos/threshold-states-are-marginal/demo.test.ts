/** The claim on the instance of the slide: what the figure shows is what the kernels say. */
import { expect, test } from 'vitest';
import { loadKernel } from '../../build/catalogue.ts';
import { rehearse } from '../fixtures/last-row.ts';
import demo from './demo.ts';

const { params, lastRow } = await rehearse(demo, loadKernel);

test('what moves is the size of the simulation alone', () => {
  expect([...params.keys()].sort()).toEqual(['N', 'samples']);
});

test('the descent is near the threshold at the end, and nearly nothing is downhill', () => {
  const { energy = 0, energyError = 0, lowestEigenvalue = 0, bulkEdge = 0 } = lastRow('flow', { seed: 1 });
  const { energy: theory = 0 } = lastRow('theory', {});
  const { thresholdEnergy = 0 } = lastRow('landscape', {});
  // at N = 300 energies are 0.013 (2) above theory at this time, and scatter by 0.008 over seeds
  expect(Math.abs(energy - 0.013 - theory)).toBeLessThan(4 * 0.008);
  expect(energyError).toBeLessThan(0.02);
  expect(energy - thresholdEnergy).toBeLessThan(0.08);
  expect(bulkEdge).toBeLessThan(0);
  expect(Math.abs(lowestEigenvalue)).toBeLessThan(0.2);
});
