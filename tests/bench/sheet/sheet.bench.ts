/** A step of the Brownian sheet at 512 x 512: as a figure plays it, and with another sheet at every step. */
import { loadKernel } from '../../../src/build/catalogue.ts';
import { instantiate } from '../../../src/kernel/instance.ts';
import type { Bench } from '../bench.ts';
import { inProcess, type Work } from '../in-process.ts';
import { gather, oneThread, startC, startPython } from '../peers.ts';
import { checkAgreement, type Racer, race } from '../race.ts';
import { turningSheet } from './plain.ts';

const id = 'brownian-sheet';
const n = 512;
/** Rows that are compared, after so many steps. */
const shown = 64;
const checked = 5;

async function ours(pace: number): Promise<Work> {
  const { module, manifest } = await loadKernel(id);
  const kernel = instantiate(module, manifest, { seed: 1, setup: { n }, params: { pace } });
  return { call: () => kernel.step(), result: () => kernel.field('W').subarray(0, shown * n) };
}

/** Throws when the rows of somebody's own noise are not those of a Brownian sheet: its squared increments add up to the area. */
function checkVariation(name: string, { result: W }: Racer): void {
  const at = (i: number, j: number) => (i < 0 || j < 0 ? 0 : (W[i * n + j] as number));
  let variation = 0;
  for (let i = 0; i < shown; ++i) {
    for (let j = 0; j < n; ++j) variation += (at(i, j) - at(i - 1, j) - at(i, j - 1) + at(i - 1, j - 1)) ** 2;
  }
  const area = shown / n;
  // CLT: shown n squares of variance 2 n⁻⁴; six sigma
  const bound = (6 * Math.sqrt(2 * shown * n)) / n ** 2;
  if (!(Math.abs(variation - area) < bound)) {
    throw new Error(`${name}: squared increments add up to ${variation}, expected ${area} within ${bound}`);
  }
}

const bench = (name: string, pace: number): Bench => ({
  name,
  size: n,
  async measure() {
    const args = [n, pace, shown, checked].map(String);
    const kernel = inProcess(await ours(pace), checked);
    const others = await gather({
      js: inProcess(turningSheet(n, pace, shown), checked),
      numpyOneThread: startPython('sheet/sheet.py', args, oneThread),
    });
    for (const [peer, racer] of others) checkVariation(peer, racer);
    const same = await gather({ c: startC('sheet/sheet.c', args) });
    // sums in f64, sheets and turns in f32
    checkAgreement(kernel, same, 1e-6);
    return { bytes: 3 * 4 * n * n, ...(await race(kernel, new Map([...others, ...same]))) };
  },
});

export default [bench(`step/${id}`, 0.004), bench(`step/${id}-anew`, 1)];
