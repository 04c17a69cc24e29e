/** Projected descent of the spherical p-spin model, p = 3, in plain JavaScript: state in f64, tensor in f32. */
import type { Work } from '../in-process.ts';
import type { Instance } from './instance.ts';
import { addScaled, createNoise, dot, renormalise } from './vector.ts';

export function descent(instance: Instance): Work {
  const { params, start } = instance;
  const [, dt = 0] = params;
  const N = start.length;
  const noise = createNoise(instance, 3 / (N * Math.SQRT2));
  const x = new Float64Array(N);
  const force = new Float64Array(N);
  let t = 0;
  let energy = 0;

  function look(): void {
    noise.at(x, force);
    const along = dot(x, force) / N;
    energy = -along / 3;
    addScaled(force, -along, x);
  }
  return {
    restart() {
      x.set(start);
      t = 0;
      look();
    },
    call() {
      addScaled(x, dt, force);
      renormalise(x);
      t += dt;
      look();
    },
    result: () => [t, energy, ...x],
  };
}
