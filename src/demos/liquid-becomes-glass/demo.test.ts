/** The claim at the figure's own numbers: the memory of positions depends on the waiting time in the glass alone. */
import { expect, test } from 'vitest';
import { loadKernel } from '../../build/catalogue.ts';
import { demoParams, initialNumbers, valuesOf } from '../../demo/definition.ts';
import { instantiate } from '../../kernel/instance.ts';
import demo from './demo.ts';

const { dynamics } = demo.runs;
const { module, manifest } = await loadKernel(dynamics.kernel);
const params = demoParams(demo, () => manifest);

/** The waiting times that the view names, and the memory of each after a time of 10, as soon as all have it. */
function memories(preset: keyof typeof demo.presets) {
  const numbers = initialNumbers(params, demo.presets[preset]);
  const kernel = instantiate(module, manifest, {
    seed: 1,
    setup: valuesOf(dynamics, manifest.setup, numbers),
    params: valuesOf(dynamics, manifest.params, numbers),
  });
  while (kernel.steps * dynamics.fixed.dt < 61) kernel.step();
  const [waits, lags, kept] = ['waits', 'lags', 'selfScattering'].map((name) => kernel.field(name));
  const lag = lags?.findIndex((t) => t > 9) ?? Number.NaN;
  return [0, 2, 4].map((w) => ({
    wait: waits?.[w] as number,
    memory: kept?.[w * (lags?.length ?? 0) + lag] as number,
  }));
}

const liquid = memories('liquid');

test('names the waiting times that the kernel has', () => {
  expect(liquid.map(({ wait }) => wait.toPrecision(1))).toEqual(['0.5', '5', '5e+1']);
});

// Over six seeds the memory was 0.28 to 0.37, 0.47 to 0.71 and 0.69 to 0.87, and in this order in each.
test('in the glass, what has waited longer keeps its memory longer', () => {
  const [early = Number.NaN, later = Number.NaN, late = Number.NaN] = memories('quenched').map(({ memory }) => memory);
  expect(later).toBeGreaterThan(early);
  expect(late).toBeGreaterThan(later);
});

// A mean over 650 particles of a cosine of any phase scatters by 1/√1300 = 0.028.
test('in the liquid it is gone, whatever the waiting time', () => {
  for (const { memory } of liquid) expect(Math.abs(memory)).toBeLessThan(4 * 0.028);
});
