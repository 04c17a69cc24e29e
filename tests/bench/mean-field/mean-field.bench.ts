/** Dynamical mean-field equations: a whole run of so many rows, as a moved slider asks for it. */
import { loadKernel } from '../../../src/build/catalogue.ts';
import { instantiate } from '../../../src/kernel/instance.ts';
import type { Bench } from '../bench.ts';
import { inProcess, type Work } from '../in-process.ts';
import { gather, oneThread, startC, startPython } from '../peers.ts';
import { checkAgreement, limits, race } from '../race.ts';

const id = 'dynamical-mean-field-spiked-matrix-tensor';
const setup = { p: 3, dt: 0.02, m0: 0.1 };
const params = { delta2: 0.3, deltap: 1, temperature: 0 };

/** A run as the kernel does it. */
async function ours(steps: number): Promise<Work> {
  const { module, manifest } = await loadKernel(id);
  const run = () => {
    const kernel = instantiate(module, manifest, { seed: 0, setup: { ...setup, rows: steps }, params });
    while (kernel.steps + 1 < steps) kernel.step();
    return kernel.observables;
  };
  let observables: ArrayLike<number> = [];
  return {
    call() {
      observables = run();
    },
    result: () => observables,
  };
}

/** Long runs fill a turn alone, so that fewer rounds give as steady a median. */
const bench = (rows: number, rounds: number): Bench => ({
  name: 'mean-field',
  size: rows,
  async measure() {
    const args = [rows, setup.dt, setup.m0, params.delta2, params.deltap].map(String);
    const kernel = inProcess(await ours(rows));
    const peers = await gather({
      c: startC('mean-field/plain.c', args),
      cFastMath: startC('mean-field/plain.c', args, '-ffast-math'),
      cBlocked: startC('mean-field/blocked.c', args),
      numpy: startPython('mean-field/two_time.py', args),
      numpyOneThread: startPython('mean-field/two_time.py', args, oneThread),
    });
    // sums of at most n terms of f64, and the end is the same minimum for all
    checkAgreement(kernel, peers, rows * 2 ** -53);
    // C and R below the diagonal twice, for the figure and for the sums, and χ
    return { bytes: 20 * rows * rows, ...(await race(kernel, peers, { ...limits, rounds })) };
  },
});

export default [bench(400, 21), bench(1000, 7), bench(2000, 3)];
