import type { KernelManifest } from '../../../src/kernel/manifest.ts';
import { delta2, delta3 } from '../../models/manifest.ts';

export default {
  id: 'state-evolution-spiked-matrix-tensor',
  title: 'State evolution for the spiked matrix-tensor model',
  deterministic: true,
  setup: {
    // The free entropy is -∞ at m = 1, a point without volume; so the most informative start is a little below it.
    m0: { symbol: 'm_0', meaning: 'overlap at the start', min: 0, max: 0.999, default: 0.1 },
  },
  params: {
    delta2,
    delta3,
  },
  observables: {
    t: { symbol: 't', meaning: 'iterations' },
    overlap: { symbol: 'm', meaning: 'overlap with the signal', range: [0, 1] },
    freeEnergy: {
      symbol: '\\phi',
      meaning: 'replica-symmetric free entropy per site: minus the free energy, relative to m = 0',
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
  references: ['sarao-mannelli-2020', 'lesieur-2017'],
} as const satisfies KernelManifest;
