/** Gradient descent of phase retrieval, quartic loss, in JavaScript, as one writes it first: state in f64, samples in f32. */
import type { Work } from '../in-process.ts';
import type { Instance } from './instance.ts';

export function descent({ params, start, signal, y, X: samples }: Instance): Work {
  const [eta = 0] = params;
  const [N, M] = [start.length, y.length];
  const X = Float32Array.from(samples);
  const w = new Float64Array(N);
  const force = new Float64Array(N);
  let overlap = 0;
  let loss = 0;
  let gradientNorm = 0;

  const dot = (a: Float64Array, b: Float64Array) => {
    let sum = 0;
    for (let i = 0; i < N; ++i) sum += (a[i] as number) * (b[i] as number);
    return sum;
  };

  function measure(): void {
    force.fill(0);
    loss = 0;
    for (let mu = 0, at = 0; mu < M; ++mu, at += N) {
      let product = 0;
      for (let i = 0; i < N; ++i) product += (X[at + i] as number) * (w[i] as number);
      const h = product / Math.sqrt(N);
      const gap = h * h - (y[mu] as number);
      loss += (gap * gap) / (4 * M);
      const weight = (-gap * h * Math.sqrt(N)) / M;
      for (let i = 0; i < N; ++i) (force[i] as number) += weight * (X[at + i] as number);
    }
    const radial = dot(force, w) / N;
    for (let i = 0; i < N; ++i) (force[i] as number) -= radial * (w[i] as number);
    overlap = Math.abs(dot(w, signal)) / N;
    gradientNorm = Math.sqrt(dot(force, force) / N);
  }

  return {
    restart() {
      w.set(start);
      measure();
    },
    call() {
      for (let i = 0; i < N; ++i) (w[i] as number) += eta * (force[i] as number);
      const factor = Math.sqrt(N / dot(w, w));
      for (let i = 0; i < N; ++i) (w[i] as number) *= factor;
      measure();
    },
    result: () => [overlap, loss, gradientNorm, ...w],
  };
}
