/** Stochastic gradient descent of a network with one hidden layer and cross-entropy in JavaScript, as one writes it first. */
import type { Work } from '../in-process.ts';
import type { Instance } from './instance.ts';

export function descent({ sizes, x, labels, start1, start2, batches, shown }: Instance): Work {
  const [inputs = 0, width = 0, outputs = 0, samples = 0, rate = 0] = sizes;
  const W1 = new Float64Array(width * inputs);
  const c1 = new Float64Array(width);
  const W2 = new Float64Array(outputs * width);
  const c2 = new Float64Array(outputs);
  const [G1, g1, G2, g2] = [W1, c1, W2, c2].map(({ length }) => new Float64Array(length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const a = new Float64Array(width);
  const delta = new Float64Array(outputs);
  let step = 0;
  let loss = 0;
  let norm = 0;

  /** Adds the loss of a sample, and its gradient. */
  function learn(sample: number): void {
    const at = sample * inputs;
    for (let h = 0; h < width; ++h) {
      let sum = c1[h] as number;
      for (let i = 0; i < inputs; ++i) sum += (W1[h * inputs + i] as number) * (x[at + i] as number);
      a[h] = Math.max(0, sum);
    }
    for (let c = 0; c < outputs; ++c) {
      let sum = c2[c] as number;
      for (let h = 0; h < width; ++h) sum += (W2[c * width + h] as number) * (a[h] as number);
      delta[c] = sum;
    }
    const label = labels[sample] as number;
    const largest = Math.max(...delta);
    const own = delta[label] as number;
    let total = 0;
    for (let c = 0; c < outputs; ++c) total += delta[c] = Math.exp((delta[c] as number) - largest);
    for (let c = 0; c < outputs; ++c) delta[c] = (delta[c] as number) / total - (c === label ? 1 : 0);
    loss += (largest + Math.log(total) - own) / samples;
    for (let c = 0; c < outputs; ++c) {
      const d = delta[c] as number;
      (g2[c] as number) += d;
      for (let h = 0; h < width; ++h) (G2[c * width + h] as number) += d * (a[h] as number);
    }
    for (let h = 0; h < width; ++h) {
      if (a[h] === 0) continue;
      let d = 0;
      for (let c = 0; c < outputs; ++c) d += (W2[c * width + h] as number) * (delta[c] as number);
      (g1[h] as number) += d;
      for (let i = 0; i < inputs; ++i) (G1[h * inputs + i] as number) += d * (x[at + i] as number);
    }
  }

  /** Follows a gradient and forgets it; returns its square. */
  function move(w: Float64Array, g: Float64Array): number {
    let square = 0;
    for (let k = 0; k < w.length; ++k) {
      square += (g[k] as number) ** 2;
      (w[k] as number) -= (rate / samples) * (g[k] as number);
    }
    g.fill(0);
    return square;
  }

  return {
    restart() {
      W1.set(start1);
      W2.set(start2);
      c1.fill(0);
      c2.fill(0);
      step = 0;
    },
    call() {
      loss = 0;
      for (let m = 0; m < samples; ++m) learn(batches[step * samples + m] as number);
      norm = Math.sqrt(move(W1, G1) + move(c1, g1) + move(W2, G2) + move(c2, g2)) / samples;
      step = (step + 1) % (batches.length / samples);
    },
    result() {
      const all = [...W1, ...c1, ...W2, ...c2];
      return [loss, norm, ...Array.from(shown, (k) => all[k] as number)];
    },
  };
}
