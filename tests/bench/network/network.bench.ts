/** A step of stochastic gradient descent on handwritten digits, as a session takes it, against other languages. */
import { loadKernel } from '../../../src/build/catalogue.ts';
import { instantiate } from '../../../src/kernel/instance.ts';
import type { Bench } from '../bench.ts';
import { inProcess, type Work } from '../in-process.ts';
import { gather, startC, writeArrays } from '../peers.ts';
import { checkAgreement, race } from '../race.ts';
import { instanceOf, seed } from './instance.ts';
import { descent } from './plain.ts';

const id = 'sgd-two-layer-network';
const batch = 32;
/** Weights of a kernel that are compared. */
const shown = 128;
/** Steps after which the results are compared. */
const checked = 5;

/** Sums of some hundred products of f64 in other orders, a few steps after each other. */
const tolerance = 1e-12;

/** Whole sets are measured at few steps, ever fewer as it goes on: medians do not see them. */
async function ours(width: number): Promise<Work> {
  const { module, manifest } = await loadKernel(id);
  const kernel = instantiate(module, manifest, { seed, setup: { data: 0, crossEntropy: 1, width, batch } });
  const names = Object.keys(manifest.observables);
  const measured = ['batchLoss', 'gradientNorm'].map((name) => names.indexOf(name));
  return {
    call: () => kernel.step(),
    result: () => [...measured.map((k) => kernel.observables[k] as number), ...kernel.field('weights')],
  };
}

const bench = (width: number): Bench => ({
  name: `step/${id}`,
  size: width,
  async measure() {
    const { manifest } = await loadKernel(id);
    const instance = await instanceOf(width, batch, manifest.params.learningRate?.default ?? Number.NaN, shown);
    const args = [`${checked}`, writeArrays(Object.values(instance))];
    const kernel = inProcess(await ours(width), checked);
    const peers = await gather({
      js: inProcess(descent(instance), checked),
      c: startC('network/plain.c', args),
      cFastMath: startC('network/plain.c', args, '-ffast-math'),
      cBlocked: startC('network/blocked.c', args),
    });
    checkAgreement(kernel, peers, tolerance);
    const [inputs = 0, , outputs = 0] = instance.sizes;
    return { bytes: 8 * (width + batch) * (inputs + outputs), ...(await race(kernel, peers)) };
  },
});

export default [bench(100)];
