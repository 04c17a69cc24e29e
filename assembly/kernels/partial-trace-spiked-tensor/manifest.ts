import type { KernelManifest } from '../../../src/kernel/manifest.ts';

export default {
  id: 'partial-trace-spiked-tensor',
  title: 'Descent of the spiked tensor from its partial traces',
  setup: {
    N: { symbol: 'N', meaning: 'dimension', min: 8, max: 500, default: 100, integer: true },
  },
  params: {
    r: {
      symbol: 'r',
      meaning: 'signal-to-noise ratio; the start is the one of its value at the start',
      min: 0,
      max: 40,
      default: 6.3,
    },
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
  references: ['anandkumar-2017', 'biroli-2020'],
} as const satisfies KernelManifest;
