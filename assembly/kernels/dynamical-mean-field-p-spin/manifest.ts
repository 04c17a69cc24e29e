import type { KernelManifest } from '../../../src/kernel/manifest.ts';
import { C, chi, correlation, dt, lags, R, rows, temperature, waits } from '../../models/manifest.ts';

export default {
  id: 'dynamical-mean-field-p-spin',
  title: 'Dynamical mean-field theory of the spherical p-spin model',
  deterministic: true,
  setup: {
    p: { symbol: 'p', meaning: 'spins that interact', min: 2, max: 8, default: 3, integer: true },
    dt: { ...dt, default: 0.1 },
    rows,
  },
  params: {
    temperature,
  },
  observables: {
    t: { symbol: 't', meaning: 'model time' },
    energy: { symbol: 'E', meaning: 'energy per site' },
    mu: { symbol: '\\mu', meaning: 'Lagrange multiplier of the sphere' },
  },
  fields: {
    C,
    R,
    chi,
    waits,
    lags,
    correlation: { ...correlation, meaning: 'correlation of two times; NaN where it is not known yet' },
    response: {
      symbol: '\\chi(t_w,t_w+t)',
      meaning: 'response at the later time to a field that has been on since the earlier one; NaN as the correlation',
      type: 'f64',
      shape: [8, 64],
    },
  },
  references: ['cugliandolo-kurchan-1993'],
} as const satisfies KernelManifest;
