/** Langevin runs of the p-spin model, averaged over systems, and their limit N → ∞. */
import { loadKernel } from '../../../src/build/catalogue.ts';
import { instantiate, type Kernel } from '../../../src/kernel/instance.ts';

const SAMPLES = 16; // of an instance: the most that a kernel takes

/** A measured number and its standard error. */
export interface Estimate {
  readonly value: number;
  readonly error: number;
}

/** Energies by time, and correlations by waiting time and time since. */
export interface Measured {
  energy(t: number): Estimate;
  C(tw: number, t: number): Estimate;
}

/** The mean of independent estimates. */
function pool(estimates: readonly Estimate[]): Estimate {
  const sum = (numbers: number[]) => numbers.reduce((total, value) => total + value, 0);
  return {
    value: sum(estimates.map(({ value }) => value)) / estimates.length,
    error: Math.sqrt(sum(estimates.map(({ error }) => error ** 2))) / estimates.length,
  };
}

function place(times: ArrayLike<number>, t: number): number {
  const at = Array.from(times).findIndex((u) => Math.abs(u - t) < 1e-9);
  if (at < 0) throw new Error(`no time ${t} among ${Array.from(times).slice(0, 40)}`);
  return at;
}

/** Runs of the seeds 0, 1, … to the time `until`, of 16 systems each. */
export async function measure(
  { p, N, dt, temperature }: { p: number; N: number; dt: number; temperature: number },
  until: number,
  seeds: number,
): Promise<Measured> {
  const { module, manifest } = await loadKernel('langevin-p-spin');
  const runs: { kernel: Kernel; energies: Estimate[] }[] = [];
  for (let seed = 0; seed < seeds; ++seed) {
    const setup = { p, N, samples: SAMPLES, dt };
    const kernel = instantiate(module, manifest, { seed, setup, params: { temperature } });
    const energies: Estimate[] = [];
    for (let step = 0; step <= Math.round(until / dt); ++step) {
      if (step > 0) kernel.step();
      const [, value = Number.NaN, error = Number.NaN] = kernel.observables;
      energies.push({ value, error });
    }
    runs.push({ kernel, energies });
  }
  return {
    energy: (t) => pool(runs.flatMap(({ energies }) => energies[Math.round(t / dt)] ?? [])),
    C: (tw, t) =>
      pool(
        runs.map(({ kernel }) => {
          const lags = kernel.field('lags');
          const at = place(kernel.field('waits'), tw) * lags.length + place(lags, t);
          const [value = Number.NaN, error = Number.NaN] = [
            kernel.field('correlation')[at],
            kernel.field('correlationError')[at],
          ];
          return { value, error };
        }),
      ),
  };
}

/** The limit of a number from its estimates at N and 2N, without the bias of order 1/N. */
export const limit = (small: Estimate, large: Estimate): Estimate => ({
  value: 2 * large.value - small.value,
  error: Math.sqrt(4 * large.error ** 2 + small.error ** 2),
});
