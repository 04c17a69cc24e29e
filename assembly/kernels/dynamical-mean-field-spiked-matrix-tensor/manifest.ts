import type { KernelManifest } from '../../../src/kernel/manifest.ts';

export default {
  id: 'dynamical-mean-field-spiked-matrix-tensor',
  title: 'Dynamical mean-field theory of the spiked matrix-tensor model',
  deterministic: true,
  setup: {
    p: { symbol: 'p', meaning: 'order of the tensor', min: 3, max: 4, default: 3, integer: true },
    dt: { symbol: '\\mathrm{d}t', meaning: 'time step', min: 0.001, max: 0.1, default: 0.05, scale: 'log' },
    m0: { symbol: 'm_0', meaning: 'overlap of the start with the signal', min: 0, max: 0.999, default: 0.1 },
    rows: {
      symbol: 'n',
      meaning: 'rows of the grid of times, the start among them; the run rests after the last',
      min: 2,
      max: 4000,
      default: 400,
      integer: true,
      scale: 'log',
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
    deltap: {
      symbol: '\\Delta_p',
      meaning: 'noise of the tensor observation',
      min: 0.05,
      max: 10,
      default: 1,
      scale: 'log',
    },
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
    C: {
      symbol: "C(t,t')",
      meaning:
        'correlation of two times: row t/dt has columns t′/dt up to the diagonal; zero elsewhere and in rows to come',
      type: 'f64',
      shape: ['rows', 'rows'],
    },
    R: {
      symbol: "R(t,t')",
      meaning:
        'response at t to a kick at t′: row t/dt has columns t′/dt below the diagonal; zero elsewhere and in rows to come',
      type: 'f64',
      shape: ['rows', 'rows'],
    },
    chi: {
      symbol: "\\chi(t,t')",
      meaning: 'response at t to a field that has been on since t′: entries as in R',
      type: 'f64',
      shape: ['rows', 'rows'],
    },
  },
  references: ['sarao-mannelli-2020', 'cugliandolo-kurchan-1993'],
} as const satisfies KernelManifest;
