import type { KernelManifest } from '../../../src/kernel/manifest.ts';
import { delta2, delta3 } from '../../models/manifest.ts';

export default {
  id: 'ml-state-evolution-spiked-matrix-tensor',
  title: 'State evolution of maximum-likelihood AMP',
  deterministic: true,
  setup: {
    m0: { symbol: 'm_0', meaning: 'overlap at the start', min: 0, max: 1, default: 0.1 },
  },
  params: {
    delta2: { ...delta2, default: 0.3 },
    delta3,
  },
  observables: {
    t: { symbol: 't', meaning: 'iterations' },
    overlap: { symbol: 'm', meaning: 'overlap with the signal', range: [0, 1] },
    energy: {
      symbol: 'E(m)',
      meaning: 'lowest energy per site at this overlap, replica symmetric; the estimate has it where it settles',
    },
    change: {
      symbol: '|\\hat x^t-\\hat x^{t-1}|/\\sqrt{N}',
      meaning: 'last move of the estimate over √N; 1 before the first step; does not vanish where it cannot settle',
      range: [0, 2],
    },
  },
  fields: {
    map: {
      symbol: 'm^{t+1}(m^t)',
      meaning: 'next overlap at the overlaps k/128, k = 0..128',
      type: 'f64',
      shape: [129],
    },
  },
  references: ['sarao-mannelli-2019', 'lesieur-2017'],
} as const satisfies KernelManifest;
