import type { KernelManifest } from '../../../src/kernel/manifest.ts';
import { dt, gradientNorm, position, signal, x } from '../../models/manifest.ts';

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
  references: ['anandkumar-2017', 'biroli-2020'],
} as const satisfies KernelManifest;
