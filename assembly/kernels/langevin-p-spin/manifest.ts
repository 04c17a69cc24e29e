import type { KernelManifest } from '../../../src/kernel/manifest.ts';
import {
  correlation,
  correlationError,
  dt,
  energyError,
  gradientNorm,
  interacting,
  lags,
  samples,
  temperature,
  waits,
  x,
} from '../../models/manifest.ts';

export default {
  id: 'langevin-p-spin',
  title: 'Langevin dynamics of the spherical p-spin model',
  setup: {
    p: interacting,
    N: { symbol: 'N', meaning: 'spins of a system', min: 8, max: 500, default: 200, integer: true },
    samples,
    dt: { ...dt, default: 0.05 },
  },
  params: {
    temperature,
  },
  observables: {
    t: { symbol: 't', meaning: 'model time' },
    energy: { symbol: 'E', meaning: 'energy per site, mean over the systems' },
    energyError,
    mu: { symbol: '\\mu', meaning: 'Lagrange multiplier of the sphere, mean over the systems' },
    gradientNorm: { ...gradientNorm, meaning: 'root mean square over the systems of the gradient’s norm over √N' },
  },
  fields: {
    x: { ...x, meaning: 'point of the first system on the sphere' },
    waits,
    lags,
    correlation,
    correlationError,
  },
  theory: 'dynamical-mean-field-p-spin',
  references: ['cugliandolo-kurchan-1993', 'cugliandolo-dean-1995'],
} as const satisfies KernelManifest;
