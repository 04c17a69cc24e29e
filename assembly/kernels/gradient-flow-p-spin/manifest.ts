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
  semicircle,
  waits,
  x,
} from '../../models/manifest.ts';

export default {
  id: 'gradient-flow-p-spin',
  title: 'Gradient flow of the spherical p-spin model',
  setup: {
    p: interacting,
    N: { symbol: 'N', meaning: 'spins of a system', min: 8, max: 500, default: 200, integer: true },
    samples,
    dt: { ...dt, default: 0.1 },
  },
  params: {},
  observables: {
    t: { symbol: 't', meaning: 'model time' },
    energy: { symbol: 'E', meaning: 'energy per site, mean over the systems' },
    energyError,
    mu: { symbol: '\\mu', meaning: 'radial force, the Lagrange multiplier of the sphere, mean over the systems' },
    gradientNorm: { ...gradientNorm, meaning: 'root mean square over the systems of the gradient’s norm over √N' },
    hessianTime: { symbol: 't_\\lambda', meaning: 'when the Hessian was taken: 0, and ten times a decade from 0.1' },
    lowestEigenvalue: { symbol: '\\lambda_1', meaning: 'its smallest eigenvalue, mean over the systems' },
    bulkEdge: { symbol: '\\mu-2\\sigma', meaning: 'where its bulk begins, by theory, at the μ of that time' },
  },
  fields: {
    x: { ...x, meaning: 'point of the first system on the sphere' },
    waits,
    lags,
    correlation,
    correlationError,
    spectrum: {
      symbol: '\\lambda',
      meaning: 'eigenvalues of the Hessian on the sphere: a row for each system, N−1 in ascending order, then NaN',
      type: 'f64',
      shape: ['samples', 'N'],
    },
    semicircle,
  },
  theory: 'dynamical-mean-field-p-spin',
  references: ['cugliandolo-kurchan-1993', 'kurchan-laloux-1996'],
} as const satisfies KernelManifest;
