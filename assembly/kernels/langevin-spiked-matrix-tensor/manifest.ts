import type { KernelManifest } from '../../../src/kernel/manifest.ts';

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
    tau: {
      symbol: '\\tau',
      meaning: 'time in which the tensor is annealed',
      min: 1,
      max: 1000,
      default: 70,
      scale: 'log',
    },
  },
  params: {
    delta2: {
      symbol: '\\Delta_2',
      meaning: 'noise of the matrix observation',
      min: 0.05,
      max: 4,
      default: 0.5,
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
    temperature: { symbol: 'T', meaning: 'temperature; 1 samples the posterior', min: 0, max: 2, default: 1 },
    annealing: {
      symbol: 'C_3',
      meaning: 'how much more noise the dynamics assumes of the tensor at first',
      min: 0,
      max: 200,
      default: 0,
    },
    dt: { symbol: '\\mathrm{d}t', meaning: 'time step', min: 0.001, max: 0.1, default: 0.02, scale: 'log' },
  },
  observables: {
    t: { symbol: 't', meaning: 'model time' },
    overlap: { symbol: 'm', meaning: 'overlap with the signal', range: [-1, 1] },
    energy: { symbol: 'E', meaning: 'energy per site of the Hamiltonian that is descended' },
    mu: { symbol: '\\mu', meaning: 'Lagrange multiplier of the sphere' },
    gradientNorm: { symbol: '|\\nabla H|/\\sqrt{N}', meaning: 'norm of the gradient on the sphere over √N' },
    assumed: {
      symbol: '\\Delta_3^{\\mathrm{eff}}',
      meaning: 'noise of the tensor that the Hamiltonian assumes',
      range: [0.05, 210],
    },
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
  theory: 'dynamical-mean-field-spiked-matrix-tensor',
  references: ['sarao-mannelli-2020'],
} as const satisfies KernelManifest;
