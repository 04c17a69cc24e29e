import type { KernelManifest } from '../../../src/kernel/manifest.ts';
import { position, r, signal, x } from '../../models/manifest.ts';

export default {
  id: 'tensor-unfolding-spiked-tensor',
  title: 'Unfolding of the spiked tensor, then descent',
  setup: {
    N: { symbol: 'N', meaning: 'dimension', min: 8, max: 500, default: 100, integer: true },
  },
  params: {
    r,
    dt: {
      symbol: '\\mathrm{d}t',
      meaning: 'time step of the descent; an iteration takes as long',
      min: 0.001,
      max: 0.1,
      default: 0.02,
      scale: 'log',
    },
  },
  observables: {
    t: { symbol: 't', meaning: 'model time' },
    overlap: { symbol: 'm', meaning: 'overlap with the signal', range: [-1, 1] },
    energy: { symbol: 'E', meaning: 'energy per site' },
    phase: { symbol: '\\varphi', meaning: '0 while iterating to the singular vector, 1 in descent', range: [0, 1] },
    singularValue: { symbol: '\\sigma', meaning: 'largest singular value of the unfolded tensor, so far' },
    residual: {
      symbol: '|AA^{\\mathsf T}u-\\sigma^2u|/\\sigma^2',
      meaning: 'how far the iteration is from a singular vector: its squared singular value is known to this fraction',
    },
  },
  fields: {
    x,
    signal,
    position,
  },
  references: ['richard-montanari-2014', 'knyazev-2001'],
} as const satisfies KernelManifest;
