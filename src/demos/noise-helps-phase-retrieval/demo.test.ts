/** The claim on the instance of the slide: who finds the signal with how many samples. */
import { expect, test } from 'vitest';
import { loadKernel } from '../../build/catalogue.ts';
import { rehearse } from '../fixtures/last-row.ts';
import demo from './demo.ts';

const { params, lastRow } = await rehearse(demo, loadKernel);

test('three sliders and the size move the race, and nothing else can be set', () => {
  expect([...params.keys()].sort()).toEqual(['N', 'alpha', 'b', 'persistence']);
});

// A run is a function of the seed. Who finds the signal is beyond 0.99; who does not is far from it.
test.each([
  ['few samples', []],
  ['noise decides', ['persistent']],
  ['enough for all', ['descent', 'fresh', 'persistent']],
] as const)('%s: %j find the signal of the slide', (preset, found) => {
  for (const name of ['descent', 'fresh', 'persistent'] as const) {
    const { overlap } = lastRow(name, { seed: 16, ...demo.presets[preset] });
    if ((found as readonly string[]).includes(name)) expect(overlap, name).toBeGreaterThan(0.99);
    else expect(overlap, name).toBeLessThan(0.7);
  }
});
