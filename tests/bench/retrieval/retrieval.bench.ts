/** A step of gradient descent of phase retrieval, as a session takes it, against other languages. */
import { loadKernel } from '../../../src/build/catalogue.ts';
import { instantiate } from '../../../src/kernel/instance.ts';
import type { Bench } from '../bench.ts';
import { inProcess } from '../in-process.ts';
import { gather, startC, writeArrays } from '../peers.ts';
import { checkAgreement, race } from '../race.ts';
import { instanceOf, seed } from './instance.ts';
import { descent } from './plain.ts';

const id = 'gradient-descent-phase-retrieval';
const [alpha, eta] = [8, 0.05];
/** Steps after which the results are compared. */
const checked = 3;

/** Each step adds η times a force whose norm is below 2 √N, and whose sums in f32 are random walks of rounding. */
const tolerance = (N: number) => checked * eta * 2 * Math.sqrt(N + alpha * N) * 2 ** -24;

const bench = (N: number): Bench => ({
  name: `step/${id}`,
  size: N,
  async measure() {
    const { module, manifest } = await loadKernel(id);
    const params = { eta, b: 1, persistence: 0, temperature: 0, hessianEvery: 100_000 };
    const kernel = instantiate(module, manifest, { seed, setup: { N, alpha, normalised: 0, m0: 0 }, params });
    const instance = await instanceOf(kernel.field('x').slice() as Float64Array, alpha, eta);
    const names = Object.keys(manifest.observables);
    const measured = ['overlap', 'loss', 'gradientNorm'].map((name) => names.indexOf(name));
    const ours = inProcess(
      {
        call: () => kernel.step(),
        result: () => [...measured.map((k) => kernel.observables[k] as number), ...kernel.field('x')],
      },
      checked,
    );
    const args = [`${checked}`, writeArrays(Object.values(instance))];
    const bytes = 4 * instance.X.length;
    const peers = await gather({
      js: inProcess(descent(instance), checked),
      c: startC('retrieval/plain.c', args),
      cFastMath: startC('retrieval/plain.c', args, '-ffast-math'),
      cBlocked: startC('retrieval/blocked.c', args),
    });
    checkAgreement(ours, peers, tolerance(N));
    return { bytes, ...(await race(ours, peers)) };
  },
});

export default [bench(100), bench(400)];
