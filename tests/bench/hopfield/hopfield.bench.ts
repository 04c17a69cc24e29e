/** Couplings of a Hopfield network and a sweep of its heat bath, as a session takes it, against other languages. */
import { load } from '../../../assembly/lib/probe/load.mts';
import { loadKernel } from '../../../src/build/catalogue.ts';
import { instantiate } from '../../../src/kernel/instance.ts';
import type { Bench } from '../bench.ts';
import { inProcess, type Work } from '../in-process.ts';
import { gather, startC, writeArrays } from '../peers.ts';
import { checkAgreement, race } from '../race.ts';
import { type Instance, instanceOf, seed } from './instance.ts';
import { couplings, heatBath } from './plain.ts';

const id = 'dynamics-hopfield';
/** Where patterns are recalled, and one spin in some dozens turns over in a sweep. */
const sweep = { alpha: 0.05, temperature: 0.4 };
/** Patterns per spin of the couplings that are built. */
const alpha = 0.05;
/** Sweeps after which the results are compared. */
const checked = 3;

/** All are whole numbers. */
const tolerance = 0;

async function kernel(N: number): Promise<Work> {
  const { module, manifest } = await loadKernel(id);
  const run = instantiate(module, manifest, { seed, setup: { N }, params: sweep });
  return { call: () => run.step(), result: () => run.field('spins') };
}

const sweepBench = (N: number): Bench => ({
  name: `step/${id}`,
  size: N,
  async measure() {
    const instance = await instanceOf(N, Math.round(sweep.alpha * N), sweep.temperature);
    const args = [`${checked}`, writeArrays(Object.values(instance))];
    const ours = inProcess(await kernel(N), checked);
    const peers = await gather({
      js: inProcess(heatBath(instance), checked),
      c: startC('hopfield/plain.c', args),
      cBlocked: startC('hopfield/blocked.c', args),
    });
    checkAgreement(ours, peers, tolerance);
    return { bytes: 2 * N * N, ...(await race(ours, peers)) };
  },
});

/** The library at work. */
async function gram({ sizes: [N = 0, P = 0], patterns }: Instance): Promise<Work> {
  const library = await load('release');
  const length = library.paddedLength(N);
  const [G, rows, signs] = [library.signGram(N), library.signRows(N, P), library.halfWords(length)];
  const own = new Int16Array(library.memory.buffer, signs, N);
  for (let nu = P - 1; nu >= 0; --nu) {
    own.set(patterns.subarray(nu * N, (nu + 1) * N));
    library.setSigns(rows, nu, signs);
  }
  return {
    call() {
      library.reset(G);
      library.accumulate(G, rows, 0, P, 1);
    },
    result: () => Float64Array.from(own, (_, i) => library.rowProduct(G, i, signs)),
  };
}

const couplingsBench = (N: number): Bench => ({
  name: 'hopfield-couplings',
  size: N,
  async measure() {
    const instance = await instanceOf(N, Math.round(alpha * N), 0);
    const args = [writeArrays(Object.values(instance))];
    const ours = inProcess(await gram(instance));
    const peers = await gather({
      js: inProcess(couplings(instance)),
      c: startC('hopfield/couplings-plain.c', args),
      cBlocked: startC('hopfield/couplings-blocked.c', args),
    });
    checkAgreement(ours, peers, tolerance);
    return { bytes: 2 * N * N, ...(await race(ours, peers, { rounds: 3, turn: 20, warmUp: 1, mostCalls: 4 })) };
  },
});

export default [sweepBench(4000), couplingsBench(4000)];
