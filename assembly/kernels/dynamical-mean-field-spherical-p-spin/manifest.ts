import type { KernelManifest } from '../../../src/kernel/manifest.ts';

export default {
  id: 'dynamical-mean-field-spherical-p-spin',
  title: 'Dynamical mean-field theory of the spherical p-spin model',
  deterministic: true,
  setup: {
    p: { symbol: 'p', meaning: 'spins that interact', min: 2, max: 8, default: 3, integer: true },
    dt: { symbol: '\\mathrm{d}t', meaning: 'time step', min: 0.001, max: 0.1, default: 0.1, scale: 'log' },
    rows: {
      symbol: 'n',
      meaning: 'rows of the grid of times, the start among them; the run rests after the last',
      min: 2,
      max: 4000,
      default: 400,
      integer: true,
      scale: 'log',
    },
  },
  params: {
    temperature: { symbol: 'T', meaning: 'temperature', min: 0, max: 2, default: 0.5 },
  },
  observables: {
    t: { symbol: 't', meaning: 'model time' },
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
  references: ['cugliandolo-kurchan-1993'],
} as const satisfies KernelManifest;
