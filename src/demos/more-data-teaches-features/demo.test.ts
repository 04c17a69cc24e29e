/** The claim on networks of the figure's own size, and where the theory has its lines. */
import { expect, test } from 'vitest';
import { loadKernel } from '../../build/catalogue.ts';
import { instantiate } from '../../kernel/instance.ts';
import type { Values } from '../../kernel/manifest.ts';
import demo from './demo.ts';

const { N, alphaD } = demo.defaults;

/** The overlaps of `stored` or `learned` networks of seeds of the figure of seed 1, at so many patterns per spin. */
async function overlaps(name: 'stored' | 'learned', alpha: number): Promise<number[]> {
  const run = demo.runs[name];
  const { manifest, module } = await loadKernel(run.kernel);
  const { alpha: grid } = run.sweep?.grid ?? {};
  expect(grid).toContain(alpha);
  const { temperature = 0, updates = 1, brush = -1, ...setup }: Values = run.fixed ?? {};
  return [1000, 1001, 1002, 1003].map((seed) => {
    const start = { seed, setup: { ...setup, N }, params: { alpha, alphaD, temperature, updates, brush } };
    const network = instantiate(module, manifest, start);
    while (network.steps < (run.sweep?.steps ?? 0)) network.step();
    return network.observables[Object.keys(manifest.observables).indexOf('overlap')] as number;
  });
}

// Of 12 seeds each at N = 1000: 0.999 ± 0.001 and 0.996 ± 0.003 where something is held, at most 0.45 where not.
test('networks keep a pattern among few, nothing in between, and a feature among many', async () => {
  const few = await overlaps('stored', 0.011);
  const many = await overlaps('learned', 1.4);
  for (const overlap of [...few, ...many]) expect(overlap).toBeGreaterThan(0.95);
  const between = [...(await overlaps('stored', 0.17)), ...(await overlaps('learned', 0.17))];
  for (const overlap of between) expect(overlap).toBeLessThan(0.7);
});

test('the theory has its lines at the presets where the slide says', async () => {
  const { manifest, module } = await loadKernel(demo.runs.theory.kernel);
  const lines = Object.values(demo.presets).map(({ alphaD }) => {
    const theory = instantiate(module, manifest, { seed: 0, params: { alphaD } });
    return Array.from(theory.observables.slice(0, 2), (line) => line.toPrecision(2));
  });
  expect(lines).toEqual([
    ['0.0093', '0.22'],
    ['0.021', '0.80'],
    ['0.056', 'NaN'],
  ]);
});
