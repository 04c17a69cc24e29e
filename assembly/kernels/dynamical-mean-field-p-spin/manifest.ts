import type { KernelManifest } from '../../../src/kernel/manifest.ts';
import { C, chi, dt, R, rows } from '../../models/manifest.ts';

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
    temperature: { symbol: 'T', meaning: 'temperature', min: 0, max: 2, default: 0.5 },
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
  },
  references: ['cugliandolo-kurchan-1993'],
} as const satisfies KernelManifest;
