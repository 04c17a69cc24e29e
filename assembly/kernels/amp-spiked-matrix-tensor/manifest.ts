import type { KernelManifest } from '../../../src/kernel/manifest.ts';
import { delta2, delta3, signal } from '../../models/manifest.ts';

export default {
  id: 'amp-spiked-matrix-tensor',
  title: 'Bayes-optimal AMP for the spiked matrix-tensor model',
  setup: {
    N: { symbol: 'N', meaning: 'dimension', min: 8, max: 500, default: 200, integer: true },
    m0: { symbol: 'm_0', meaning: 'overlap of the start with the signal', min: 0, max: 0.999, default: 0.1 },
  },
  params: {
    delta2,
    delta3,
  },
  observables: {
    t: { symbol: 't', meaning: 'iterations' },
    overlap: { symbol: 'm', meaning: 'overlap of the estimate with the signal', range: [-1, 1] },
    norm: { symbol: 'q', meaning: 'squared norm of the estimate over N', range: [0, 1] },
    change: {
      symbol: '|\\hat x^t-\\hat x^{t-1}|/\\sqrt{N}',
      meaning: 'last move of the estimate over √N; before the first step, the length of the start',
      range: [0, 2],
    },
  },
  fields: {
    xhat: { symbol: '\\hat x', meaning: 'estimate', type: 'f64', shape: ['N'] },
    signal,
  },
  theory: 'state-evolution-spiked-matrix-tensor',
  references: ['sarao-mannelli-2020', 'lesieur-2017'],
} as const satisfies KernelManifest;
