/**
 * Gradient flow and averaged descent of the spiked tensor in plain JavaScript: state in f64, tensor in f32,
 * equations in the kernels' headers. Results are the observables, then the fields that the benchmark compares.
 */
import type { Work } from '../in-process.ts';
import type { Instance } from './instance.ts';
import { addScaled, createNoise, dot, place, renormalise, scale } from './vector.ts';

export function gradientFlow(instance: Instance): Work {
  const { params, start, star, e1, e2 } = instance;
  const [r = 0, dt = 0] = params;
  const N = star.length;
  const noise = createNoise(instance, 3 / (N * Math.SQRT2));
  const x = new Float64Array(N);
  const noiseForce = new Float64Array(N);
  const force = new Float64Array(N);
  const position = new Float64Array(3);
  let t = 0;
  let overlap = 0;
  let energy = 0;
  let gradientNorm = 0;

  function pull(): void {
    force.set(noiseForce);
    addScaled(force, r * overlap ** 2, star);
    addScaled(force, -dot(force, x) / N, x);
  }
  function measure(): void {
    noise.at(x, noiseForce);
    overlap = dot(x, star) / N;
    energy = -dot(x, noiseForce) / (3 * N) - (r * overlap ** 3) / 3;
    pull();
    gradientNorm = Math.sqrt(dot(force, force) / N);
    place(overlap, dot(x, e1), dot(x, e2), position, 0);
  }
  return {
    restart() {
      x.set(start);
      t = 0;
      measure();
    },
    call() {
      pull();
      addScaled(x, dt, force);
      renormalise(x);
      t += dt;
      measure();
    },
    result: () => [t, overlap, energy, gradientNorm, ...x, ...position],
  };
}

export function averagedDescent(instance: Instance): Work {
  const { params, start, star, e1, e2, directions } = instance;
  const [r = 0, eta = 0, spread = 0] = params;
  const N = star.length;
  const R = directions.length / N;
  const noise = createNoise(instance, 3 / (N * Math.SQRT2));
  const mean = new Float64Array(N);
  const M = new Float32Array(N * N);
  const x = new Float64Array(N);
  const own = new Float64Array(N);
  const cross = new Float64Array(N);
  const trace = new Float64Array(N);
  const force = new Float64Array(N);
  const shadows = new Float64Array(3 * R);
  const positions = new Float64Array(3 * (R + 1));
  let squareOfSignal = 0;
  let averaging = true;
  let travelled = 0;
  let t = 0;
  let overlap = 0;
  let energy = 0;
  let noiseNorm = 0;

  for (let a = 0; a < R; ++a) {
    const u = directions.subarray(a * N, (a + 1) * N);
    addScaled(mean, 1 / R, u);
    for (let i = 0; i < N; ++i) {
      for (let j = 0; j < N; ++j) (M[i * N + j] as number) += ((u[i] as number) * (u[j] as number)) / R;
    }
    shadows.set([dot(u, star) / N, dot(u, e1), dot(u, e2)], 3 * a);
    squareOfSignal += (dot(u, star) / N) ** 2 / R;
  }
  noise.over(M, trace);

  const spreadNow = () => (averaging ? spread : 0);
  function combine(): void {
    const s = spreadNow();
    force.set(own);
    scale(force, 1 - s);
    addScaled(force, Math.sqrt(s * (1 - s)), cross);
    addScaled(force, s, trace);
  }
  function pull(): void {
    const s = spreadNow();
    combine();
    const product = overlap * (dot(mean, star) / N);
    const square = (1 - s) * overlap ** 2 + 2 * Math.sqrt(s * (1 - s)) * product + s * squareOfSignal;
    addScaled(force, r * square, star);
  }
  function hasSettled(): boolean {
    const total = dot(force, force);
    return total - dot(force, x) ** 2 / N < 0.02 ** 2 * total || travelled >= 50;
  }
  function measure(): void {
    noise.at(x, own);
    overlap = dot(x, star) / N;
    energy = -dot(x, own) / (3 * N) - (r * overlap ** 3) / 3;
    if (averaging) {
      for (let i = 0; i < N; ++i) {
        for (let j = 0; j < N; ++j) {
          M[i * N + j] = (x[i] as number) * (mean[j] as number) + (mean[i] as number) * (x[j] as number);
        }
      }
      noise.over(M, cross);
    }
    combine();
    noiseNorm = Math.sqrt(dot(force, force) / (1.5 * N + 3));
    const [m, a1, a2] = [overlap, dot(x, e1), dot(x, e2)];
    const [inner, outer] = [Math.sqrt(1 - spreadNow()), Math.sqrt(spreadNow())];
    place(m, a1, a2, positions, 0);
    for (let a = 0; a < R; ++a) {
      const [u0 = 0, u1 = 0, u2 = 0] = [shadows[3 * a], shadows[3 * a + 1], shadows[3 * a + 2]];
      place(inner * m + outer * u0, inner * a1 + outer * u1, inner * a2 + outer * u2, positions, a + 1);
    }
  }
  return {
    restart() {
      x.set(start);
      averaging = true;
      travelled = 0;
      t = 0;
      measure();
    },
    call() {
      pull();
      if (averaging && hasSettled()) {
        averaging = false;
        pull();
      }
      if (averaging) travelled += eta;
      addScaled(x, (eta * Math.sqrt(N)) / Math.sqrt(dot(force, force)), force);
      renormalise(x);
      t += 1;
      measure();
    },
    result: () => [t, overlap, energy, noiseNorm, averaging ? 0 : 1, ...x, ...positions],
  };
}
