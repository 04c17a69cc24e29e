/** A step of molecular dynamics in the glass, as a session takes it, against the same algorithm in C. */
import { loadKernel } from '../../../src/build/catalogue.ts';
import { instantiate, writeParams } from '../../../src/kernel/instance.ts';
import type { Bench } from '../bench.ts';
import { inProcess, type Work } from '../in-process.ts';
import { gather, startC, writeArrays } from '../peers.ts';
import { checkAgreement, race } from '../race.ts';

const id = 'molecular-dynamics-kob-andersen';
const temperature = 0.3;
const dt = 0.005;
/** Steps after the quench, until the energy falls slowly. */
const settling = 2000;
/** Steps after which the results are compared. */
const checked = 10;

/**
 * Rounding of a coordinate, at most 32 · 2⁻⁵³, makes an error of 7·10⁻¹³ of a velocity that follows from two places a
 * step of 0.005 apart, and 4·10⁻¹⁴ of a place ten steps on; forces are steeper than places by about 10³.
 */
const tolerance = 1e-10;

/** Energies, pressure and temperature, then the places within the box. */
interface Glass extends Work {
  /** N, N_A, L, dt; the places now, and those a step later. */
  readonly input: readonly Float64Array[];
}

/** The kernel in the glass, from where the energy is conserved, a step after the first of the two places. */
async function glass(N: number): Promise<Glass> {
  const { module, manifest } = await loadKernel(id);
  const kernel = instantiate(module, manifest, {
    seed: 1,
    setup: { dimension: 2, N, initialTemperature: 1, dt },
    params: { temperature },
  });
  while (kernel.steps < settling) kernel.step();
  writeParams(kernel, { collisionRate: 0 });
  const places = () => Float64Array.from(kernel.field('positions'));
  const names = Object.keys(manifest.observables);
  const measured = ['energy', 'pressure', 'totalEnergy', 'kineticTemperature'].map((name) => names.indexOf(name));
  const L = Math.sqrt(N / 1.2);
  const now = places();
  kernel.step();
  const particlesA = kernel.field('species').filter((species) => species === 0).length;
  return {
    input: [Float64Array.of(N, particlesA, L, dt), now, places()],
    call: () => kernel.step(),
    result: () => [
      ...measured.map((k) => kernel.observables[k] as number),
      ...places().map((x) => x - L * Math.floor(x / L)),
    ],
  };
}

const bench = (N: number): Bench => ({
  name: 'step/molecular-dynamics-kob-andersen',
  size: N,
  async measure() {
    const work = await glass(N);
    const kernel = inProcess(work, checked - 1);
    const args = [`${checked}`, writeArrays(work.input)];
    const peers = await gather({
      c: startC('particles/plain.c', args),
      cFastMath: startC('particles/plain.c', args, '-ffast-math'),
      cBlocked: startC('particles/blocked.c', args),
    });
    checkAgreement(kernel, peers, tolerance);
    const { ms, ratios } = await race(kernel, peers);
    console.error(`step/${id}: ${Math.floor(1000 / 60 / ms)} steps a frame of 1/60 s`);
    // places, forces, velocities and ways; lists of about ten pairs a particle
    return { bytes: N * (4 * 16 + 10 * 4), ms, ratios };
  },
});

export default [bench(1000)];
