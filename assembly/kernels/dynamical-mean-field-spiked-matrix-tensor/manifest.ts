import type { KernelManifest } from '../../../src/kernel/manifest.ts';
import { C, chi, delta2, deltap, dt, p, R, rows, tau } from '../../models/manifest.ts';

export default {
  id: 'dynamical-mean-field-spiked-matrix-tensor',
  title: 'Dynamical mean-field theory of the spiked matrix-tensor model',
  deterministic: true,
  setup: {
    p,
    dt: { ...dt, default: 0.05 },
    m0: { symbol: 'm_0', meaning: 'overlap of the start with the signal', min: 0, max: 0.999, default: 0.1 },
    rows,
    tau,
  },
  params: {
    delta2,
    deltap,
    temperature: {
      symbol: 'T',
      meaning: 'temperature: 0 is gradient flow, 1 samples the posterior',
      min: 0,
      max: 2,
      default: 0,
    },
    annealing: {
      symbol: 'C_p',
      meaning: 'how much more noise the dynamics assumes of the tensor at first',
      min: 0,
      max: 200,
      default: 0,
    },
  },
  observables: {
    t: { symbol: 't', meaning: 'model time' },
    overlap: { symbol: 'm', meaning: 'overlap with the signal', range: [-1, 1] },
    energy: { symbol: 'E', meaning: 'energy per site' },
    mu: { symbol: '\\mu', meaning: 'Lagrange multiplier of the sphere' },
  },
  fields: {
    C,
    R,
    chi,
  },
  references: ['sarao-mannelli-2020', 'cugliandolo-kurchan-1993'],
} as const satisfies KernelManifest;
