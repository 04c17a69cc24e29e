import type { KernelManifest } from '../../../src/kernel/manifest.ts';
import { dt, gradientNorm, position, r, signal, x } from '../../models/manifest.ts';

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
    r,
    dt,
  },
  observables: {
    t: { symbol: 't', meaning: 'model time' },
    overlap: { symbol: 'm', meaning: 'overlap with the signal', range: [-1, 1] },
    energy: { symbol: 'E', meaning: 'energy per site' },
    gradientNorm,
  },
  fields: {
    x,
    signal,
    position,
  },
  references: ['ros-2019', 'ben-arous-2019', 'richard-montanari-2014'],
} as const satisfies KernelManifest;
