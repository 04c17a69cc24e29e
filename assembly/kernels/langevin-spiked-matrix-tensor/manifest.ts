import type { KernelManifest } from '../../../src/kernel/manifest.ts';
import { delta2, delta3, dt, gradientNorm, position, signal, tau, x } from '../../models/manifest.ts';

export default {
  id: 'langevin-spiked-matrix-tensor',
  title: 'Langevin dynamics of the spiked matrix-tensor model',
  setup: {
    N: { symbol: 'N', meaning: 'dimension', min: 8, max: 800, default: 200, integer: true },
    m0: {
      symbol: 'm_0',
      meaning: 'overlap of the start with the signal; 0 is a random start, of overlap about 1/√N',
      min: 0,
      max: 0.999,
      default: 0.1,
    },
    tau,
  },
  params: {
    delta2,
    delta3,
    temperature: { symbol: 'T', meaning: 'temperature; 1 samples the posterior', min: 0, max: 2, default: 1 },
    annealing: {
      symbol: 'C_3',
      meaning: 'how much more noise the dynamics assumes of the tensor at first',
      min: 0,
      max: 200,
      default: 0,
    },
    dt,
  },
  observables: {
    t: { symbol: 't', meaning: 'model time' },
    overlap: { symbol: 'm', meaning: 'overlap with the signal', range: [-1, 1] },
    energy: { symbol: 'E', meaning: 'energy per site of the Hamiltonian that is descended' },
    mu: { symbol: '\\mu', meaning: 'Lagrange multiplier of the sphere' },
    gradientNorm,
    assumed: {
      symbol: '\\Delta_3^{\\mathrm{eff}}',
      meaning: 'noise of the tensor that the Hamiltonian assumes',
      range: [0.05, 210],
    },
  },
  fields: {
    x,
    signal,
    position,
  },
  theory: 'dynamical-mean-field-spiked-matrix-tensor',
  references: ['sarao-mannelli-2020'],
} as const satisfies KernelManifest;
