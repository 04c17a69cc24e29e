import type { KernelManifest } from '../../../src/kernel/manifest.ts';
import { signal, temperature, x } from '../../models/manifest.ts';
import { a, alpha, N } from '../../models/phase-retrieval/manifest.ts';

export default {
  id: 'gradient-descent-phase-retrieval',
  title: 'Gradient descent of phase retrieval, with and without noise',
  setup: {
    N,
    alpha,
    normalised: {
      symbol: '\\ell',
      meaning: 'loss of a sample: quartic, or divided by a + y',
      min: 0,
      max: 1,
      default: 0,
      integer: true,
      words: ['quartic', 'normalised'],
    },
    a,
    m0: {
      symbol: 'm_0',
      meaning: 'overlap of the start with the signal; 0 is a random start, of overlap about 1/√N',
      min: 0,
      max: 0.999,
      default: 0,
    },
  },
  params: {
    eta: {
      symbol: '\\eta',
      meaning: 'learning rate, which is the time of a step; far below a where the loss is normalised',
      min: 0.0001,
      max: 0.2,
      default: 0.05,
      scale: 'log',
    },
    b: {
      symbol: 'b',
      meaning: 'fraction of the samples that a step sees; 1 is gradient descent',
      min: 0.05,
      max: 1,
      default: 0.5,
    },
    persistence: {
      symbol: '\\tau',
      meaning: 'time for which a step goes on with a sample that it sees; 0 draws all of them anew for each step',
      min: 0,
      max: 20,
      default: 2,
    },
    temperature: { ...temperature, default: 0 },
    hessianEvery: {
      symbol: 'n_\\lambda',
      meaning: 'steps between two measurements of the Hessian',
      min: 1,
      max: 100_000,
      default: 100,
      integer: true,
      scale: 'log',
    },
  },
  observables: {
    t: { symbol: 't', meaning: 'model time, η times the number of steps' },
    overlap: { symbol: '|m|', meaning: 'overlap with the signal or its negative, whichever is nearer', range: [0, 1] },
    loss: { symbol: '\\mathcal{L}', meaning: 'mean loss over all samples', range: [0, Infinity] },
    gradientNorm: {
      symbol: '|\\nabla H_s|/\\sqrt{N}',
      meaning: 'norm on the sphere of the gradient that the next step follows, over √N',
      range: [0, Infinity],
    },
    seen: { symbol: '\\bar s', meaning: 'fraction of the samples that the next step sees', range: [0, 1] },
    lambdaMin: {
      symbol: '\\lambda_{\\min}',
      meaning: 'smallest eigenvalue of the Hessian on the sphere, over all samples',
    },
    eigenOverlap: {
      symbol: '(v_{\\min}\\cdot\\hat w^*_\\perp)^2',
      meaning: 'squared overlap of its eigenvector with the direction of the signal on the sphere; none at the signal',
      range: [0, 1],
      gaps: true,
    },
  },
  fields: {
    x: { ...x, symbol: 'w', meaning: 'estimate, on the sphere' },
    signal: { ...signal, symbol: 'w^*' },
  },
  references: ['sarao-mannelli-2020-phase', 'mignacco-2021', 'bonnaire-2024'],
} as const satisfies KernelManifest;
