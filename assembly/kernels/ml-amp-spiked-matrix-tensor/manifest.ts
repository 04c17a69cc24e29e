import type { KernelManifest } from '../../../src/kernel/manifest.ts';

export default {
  id: 'ml-amp-spiked-matrix-tensor',
  title: 'Maximum-likelihood AMP for the spiked matrix-tensor model',
  setup: {
    N: { symbol: 'N', meaning: 'dimension', min: 8, max: 500, default: 200, integer: true },
    m0: {
      symbol: 'm_0',
      meaning: 'overlap of the start with the signal; 0 is a random start, of overlap about 1/√N',
      min: 0,
      max: 1,
      default: 0.1,
    },
  },
  params: {
    delta2: {
      symbol: '\\Delta_2',
      meaning: 'noise of the matrix observation',
      min: 0.05,
      max: 4,
      default: 0.3,
      scale: 'log',
    },
    delta3: {
      symbol: '\\Delta_3',
      meaning: 'noise of the tensor observation',
      min: 0.05,
      max: 10,
      default: 1,
      scale: 'log',
    },
  },
  observables: {
    t: { symbol: 't', meaning: 'iterations' },
    overlap: { symbol: 'm', meaning: 'overlap of the estimate with the signal', range: [-1, 1] },
    change: {
      symbol: '|\\hat x^t-\\hat x^{t-1}|/\\sqrt{N}',
      meaning: 'last move of the estimate over √N; before the first step, the length 1 of the start',
      range: [0, 2],
    },
  },
  fields: {
    xhat: { symbol: '\\hat x', meaning: 'estimate, on the sphere', type: 'f64', shape: ['N'] },
    signal: { symbol: 'x^*', meaning: 'planted signal', type: 'f64', shape: ['N'] },
  },
  theory: 'ml-state-evolution-spiked-matrix-tensor',
  references: ['sarao-mannelli-2019', 'lesieur-2017'],
} as const satisfies KernelManifest;
