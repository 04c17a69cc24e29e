/** The claim: minima fill a band around the equator, and above it there are none but the signal's own. */
import { expect, test } from 'vitest';
import { loadKernel } from '../../build/catalogue.ts';
import { instantiate } from '../../kernel/instance.ts';
import demo from './demo.ts';

const { kernel, stepsPerTick, fixed } = demo.runs.landscape;

test.each(Object.entries(demo.presets))('holds at the numbers of "%s"', async (_, { r }) => {
  const { module, manifest } = await loadKernel(kernel);
  const run = instantiate(module, manifest, {
    seed: 1,
    setup: fixed,
    params: { ...demo.defaults, ...fixed, r, quenched: 1 },
  });
  for (let k = 0; k < stepsPerTick; ++k) run.step();
  const observed = (name: string) => run.observables[Object.keys(manifest.observables).indexOf(name)] ?? Number.NaN;
  expect(observed('progress')).toBe(1);
  const [edge, own] = [observed('bandEdge'), observed('plantedOverlap')];
  const most = ['annealed', 'quenched'].map((name) => {
    const map = run.field(name);
    return Array.from(run.field('overlaps'), (_, i) =>
      Math.max(...Array.from(map.subarray(i * fixed.rows, (i + 1) * fixed.rows), (value) => (value > 0 ? value : 0))),
    );
  });
  const [annealed = [], quenched = []] = most;
  run.field('overlaps').forEach((m, i) => {
    // the map ends a little below the threshold energy, where the band is widest
    if (m < edge - 0.02) expect(annealed[i]).toBeGreaterThan(0);
    if (m > edge) expect(annealed[i]).toBe(0);
    expect(quenched[i]).toBeLessThanOrEqual(annealed[i] ?? 0);
    if (i > 0) return;
    expect(annealed[i]).toBeGreaterThan(0.99 * (Math.log(2) / 2 - 1 / 3));
  });
  if (!Number.isNaN(own)) expect(own).toBeGreaterThan(edge);
});
