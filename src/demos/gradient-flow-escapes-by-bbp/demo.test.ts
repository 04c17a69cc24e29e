/** The claim, on the instance of the slide: what the figure shows is what the kernels say. */
import { describe, expect, test } from 'vitest';
import { loadKernel } from '../../build/catalogue.ts';
import { demoParams, initialNumbers, valuesOf } from '../../demo/definition.ts';
import { instantiate } from '../../kernel/instance.ts';
import type { Values } from '../../kernel/manifest.ts';
import demo from './demo.ts';

const { kernel: id } = demo.runs.flow;
const { manifest, module } = await loadKernel(id);
const theory = await loadKernel(demo.runs.theory.kernel);
const params = demoParams(demo, (name) => (name === id ? manifest : theory.manifest));

/** The flow of the slide's seed with `numbers` beside the demo's defaults, at these ticks. */
function flowAt(ticks: readonly number[], numbers: Values): Record<string, number>[] {
  const all = initialNumbers(params, { seed: 56, ...numbers });
  const flow = instantiate(module, manifest, {
    seed: 56,
    setup: valuesOf(demo.runs.flow, manifest.setup, all),
    params: { ...valuesOf(demo.runs.flow, manifest.params, all), hessianEvery: 20 },
  });
  return ticks.map((tick) => {
    while (flow.steps < tick) flow.step();
    return Object.fromEntries(
      Object.keys(manifest.observables).map((name, k) => [name, flow.observables[k] as number]),
    );
  });
}

/** Lengths of σN^(−2/3) by which the lowest eigenvalue is outside the bulk; one of the bulk is hardly ever 4 outside. */
const detachment = ({ lambdaMin = 0, bulkEdge = 0, mu = 0 }: Record<string, number>) =>
  (2 * (bulkEdge - lambdaMin) * 400 ** (2 / 3)) / (mu - bulkEdge);

describe('gradient flow at the threshold', () => {
  // By theory the gap is 0.31 or 7 lengths at m = 0, and grows with m. The squared overlap is 0.57 by theory and scatters
  // by 0.045 from seed to seed, the final overlap is 0.865 and scatters by 0.012: bounds are 4 of these away.
  test('waits with one eigenvalue below the bulk, and leaves along it', () => {
    const [waiting = {}, end = {}] = flowAt([100, demo.ticks], { delta2: 0.3 });
    expect(waiting.overlap).toBeLessThan(0.15);
    expect(detachment(waiting)).toBeGreaterThan(4);
    expect(waiting.eigenOverlap).toBeGreaterThan(0.57 - 4 * 0.045);
    expect(end.overlap).toBeGreaterThan(0.865 - 4 * 0.012);
    expect(end.lambdaMin).toBeGreaterThan(0);
  });

  // The energy of the threshold is -1.5445, and flows that age towards it stay above.
  test('stays where nothing detaches', () => {
    const [end = {}] = flowAt([demo.ticks], { delta2: 0.7 });
    expect(end.outlier).toBeNaN();
    expect(detachment(end)).toBeLessThan(4);
    expect(end.energy).toBeGreaterThan(-1.5445);
  });
});
