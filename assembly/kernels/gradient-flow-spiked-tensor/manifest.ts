import type { KernelManifest } from '../../../src/kernel/manifest.ts';

export default {
  id: 'gradient-flow-spiked-tensor',
  title: 'Gradient flow of the spiked tensor',
  setup: {
    N: { symbol: 'N', meaning: 'dimension', min: 8, max: 500, default: 100, integer: true },
    m0: {
      symbol: 'm_0',
      meaning: 'overlap of the start with the signal; 0 is a random start, of overlap about 1/√N',
      min: 0,
      max: 1,
      default: 0,
    },
  },
  params: {
    r: { symbol: 'r', meaning: 'signal-to-noise ratio', min: 0, max: 40, default: 6.3 },
    dt: { symbol: '\\mathrm{d}t', meaning: 'time step', min: 0.001, max: 0.1, default: 0.02, scale: 'log' },
  },
  observables: {
    t: { symbol: 't', meaning: 'model time' },
    overlap: { symbol: 'm', meaning: 'overlap with the signal', range: [-1, 1] },
    energy: { symbol: 'E', meaning: 'energy per site' },
    gradientNorm: { symbol: '|\\nabla H|/\\sqrt{N}', meaning: 'norm of the gradient on the sphere over √N' },
  },
  fields: {
    x: { symbol: 'x', meaning: 'point on the sphere', type: 'f64', shape: ['N'] },
    signal: { symbol: 'x^*', meaning: 'planted signal', type: 'f64', shape: ['N'] },
    position: {
      symbol: '(X, Y, Z)',
      meaning: 'the point on a globe, signal at the north pole',
      type: 'f64',
      shape: [3],
    },
  },
  references: ['ros-2019', 'ben-arous-2019', 'richard-montanari-2014'],
} as const satisfies KernelManifest;
