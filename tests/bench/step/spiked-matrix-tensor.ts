/**
 * AMP for the spiked matrix-tensor model, its state evolution and gradient flow in plain JavaScript: state in f64, noise
 * in f32, equations in the kernels' headers. Results are the observables, then the fields that the benchmark compares.
 */
import type { Work } from '../in-process.ts';
import type { Instance } from './instance.ts';
import { addScaled, createNoise, dot, place, renormalise, scale } from './vector.ts';

/** Force of the matrix noise at a point. */
function createMatrixForce(matrix: Float64Array, delta2: number, N: number) {
  const W2 = new Float32Array(matrix);
  const c2 = 2 / Math.sqrt(2 * N * delta2);
  return (x: Float64Array, out: Float64Array): void => {
    for (let i = 0; i < N; ++i) {
      let sum = 0;
      for (let j = 0; j < N; ++j) sum += (W2[i * N + j] as number) * (x[j] as number);
      out[i] = c2 * sum;
    }
  };
}

export function amp(instance: Instance): Work {
  const { params, start, star, matrix } = instance;
  const [delta2 = 0, delta3 = 0] = params;
  const N = star.length;
  const noise = createNoise(instance, 3 / (N * Math.sqrt(3 * delta3)));
  const matrixForce = createMatrixForce(matrix, delta2, N);
  const xhat = new Float64Array(N);
  const xprev = new Float64Array(N);
  const B = new Float64Array(N);
  const own = new Float64Array(N);
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
      matrixForce(xhat, own);
      addScaled(B, 1, own);
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

export function gradientFlow(instance: Instance): Work {
  const { params, start, star, matrix, e1, e2 } = instance;
  const [delta2 = 0, delta3 = 0, dt = 0] = params;
  const N = star.length;
  const noise = createNoise(instance, 3 / (N * Math.sqrt(3 * delta3)));
  const matrixForce = createMatrixForce(matrix, delta2, N);
  const x = new Float64Array(N);
  const cube = new Float64Array(N);
  const square = new Float64Array(N);
  const force = new Float64Array(N);
  const position = new Float64Array(3);
  let [t, overlap, energy, mu, gradientNorm] = [0, 0, 0, 0, 0];

  function pull(): void {
    force.set(cube);
    addScaled(force, 1, square);
    addScaled(force, overlap / delta2 + overlap ** 2 / delta3, star);
    mu = dot(force, x) / N;
    addScaled(force, -mu, x);
  }
  function measure(): void {
    noise.at(x, cube);
    matrixForce(x, square);
    overlap = dot(x, star) / N;
    const signal = overlap ** 2 / (2 * delta2) + overlap ** 3 / (3 * delta3);
    energy = -dot(x, square) / (2 * N) - dot(x, cube) / (3 * N) - signal;
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
    result: () => [t, overlap, energy, mu, gradientNorm, ...x, ...position],
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
