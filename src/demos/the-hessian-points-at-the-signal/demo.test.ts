/** The claim, on the matrix of the slide: what the figure shows is what the kernels say. */
import { expect, test } from 'vitest';
import { loadKernel } from '../../build/catalogue.ts';
import { instantiate } from '../../kernel/instance.ts';
import demo from './demo.ts';

test('the lowest eigenvector has nothing of the signal before the transition, and most of it in the end', async () => {
  const [matrix, theory] = await Promise.all(
    [demo.runs.matrix, demo.runs.theory].map(({ kernel }) => loadKernel(kernel)),
  );
  if (!matrix || !theory) throw new Error('no kernels');
  const { N, alpha, a } = demo.defaults;
  const run = instantiate(matrix.module, matrix.manifest, { seed: 1, setup: { N, alpha, a }, params: { growth: 0.5 } });
  const predicted = instantiate(theory.module, theory.manifest, {
    seed: 1,
    setup: { alpha, a },
    params: { growth: 0.5 },
  });
  const transition = predicted.observables[1] as number;
  const overlaps: number[] = [];
  for (let ratio = 1; ratio <= alpha; ratio += 0.5) {
    // from seed to seed the overlap scatters by 0.03 around 0.04 at α = 1, and by 0.02 around theory at α = 8: 4 of these
    if (ratio < transition - 0.5) expect(run.observables[3]).toBeLessThan(0.16);
    overlaps.push(run.observables[3] as number);
    run.step();
    predicted.step();
  }
  expect(Math.abs((overlaps.at(-1) ?? 0) - (predicted.observables[5] as number))).toBeLessThan(0.1);
  expect(predicted.observables[5]).toBeGreaterThan(0.8);
});
