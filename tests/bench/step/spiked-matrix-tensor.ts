/**
 * AMP for the spiked matrix-tensor model and its state evolution in plain JavaScript: state in f64, noise in f32,
 * equations in the kernels' headers. Results are the observables, then the fields that the benchmark compares.
 */
import type { Work } from '../in-process.ts';
import type { Instance } from './instance.ts';
import { addScaled, createNoise, dot, scale } from './vector.ts';

export function amp(instance: Instance): Work {
  const { params, start, star, matrix } = instance;
  const [delta2 = 0, delta3 = 0] = params;
  const N = star.length;
  const noise = createNoise(instance, 3 / (N * Math.sqrt(3 * delta3)));
  const W2 = new Float32Array(matrix);
  const c2 = 2 / Math.sqrt(2 * N * delta2);
  const xhat = new Float64Array(N);
  const xprev = new Float64Array(N);
  const B = new Float64Array(N);
  let t = 0;
  let sigma = 0;
  let overlap = 0;
  let change = 0;

  function measure(): void {
    overlap = dot(xhat, star) / N;
    let square = 0;
    for (let i = 0; i < N; ++i) square += ((xhat[i] as number) - (xprev[i] as number)) ** 2;
    change = Math.sqrt(square / N);
  }
  return {
    restart() {
      xhat.set(start);
      xprev.fill(0);
      sigma = 0;
      t = 0;
      measure();
    },
    call() {
      noise.at(xhat, B);
      for (let i = 0; i < N; ++i) {
        let sum = 0;
        for (let j = 0; j < N; ++j) sum += (W2[i * N + j] as number) * (xhat[j] as number);
        (B[i] as number) += c2 * sum;
      }
      addScaled(B, overlap / delta2 + overlap ** 2 / delta3, star);
      addScaled(B, -sigma * (1 / delta2 + (2 * dot(xhat, xprev)) / (N * delta3)), xprev);
      sigma = 2 / (1 + Math.sqrt(1 + (4 * dot(B, B)) / N));
      xprev.set(xhat);
      xhat.set(B);
      scale(xhat, sigma);
      t += 1;
      measure();
    },
    result: () => [t, overlap, dot(xhat, xhat) / N, change, ...xhat],
  };
}

export function stateEvolution({ params, start }: Instance): Work {
  const [delta2 = 0, delta3 = 0] = params;
  const [m0 = 0] = start;
  const map = new Float64Array(129);
  let m = m0;
  let t = 0;
  let freeEnergy = 0;

  function next(m: number): number {
    const a = m / delta2 + (m * m) / delta3;
    return a / (1 + a);
  }
  function measure(): void {
    freeEnergy = 0.5 * (Math.log(1 - m) + m + (m * m) / (2 * delta2) + m ** 3 / (3 * delta3));
    for (let k = 0; k < map.length; ++k) map[k] = next(k / 128);
  }
  return {
    restart() {
      m = m0;
      t = 0;
      measure();
    },
    call() {
      m = next(m);
      t += 1;
      measure();
    },
    result: () => [t, m, freeEnergy, ...map],
  };
}
