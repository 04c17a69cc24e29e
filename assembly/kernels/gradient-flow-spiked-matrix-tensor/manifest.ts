import type { KernelManifest } from '../../../src/kernel/manifest.ts';
import { delta2, delta3, dt, gradientNorm, position, semicircle, signal, x } from '../../models/manifest.ts';

export default {
  id: 'gradient-flow-spiked-matrix-tensor',
  title: 'Gradient flow of the spiked matrix-tensor model',
  setup: {
    N: { symbol: 'N', meaning: 'dimension', min: 8, max: 800, default: 200, integer: true },
    m0: {
      symbol: 'm_0',
      meaning: 'overlap of the start with the signal; 0 is a random start, of overlap about 1/√N',
      min: 0,
      max: 0.999,
      default: 0.1,
    },
  },
  params: {
    delta2,
    delta3,
    dt,
    hessianEvery: {
      symbol: 'n_\\lambda',
      meaning: 'steps between two measurements of the Hessian',
      min: 1,
      max: 1000,
      default: 25,
      integer: true,
      scale: 'log',
    },
  },
  observables: {
    t: { symbol: 't', meaning: 'model time' },
    overlap: { symbol: 'm', meaning: 'overlap with the signal', range: [-1, 1] },
    energy: { symbol: 'E', meaning: 'energy per site' },
    mu: { symbol: '\\mu', meaning: 'radial force, the Lagrange multiplier of the sphere' },
    gradientNorm,
    lambdaMin: { symbol: '\\lambda_{\\min}', meaning: 'smallest eigenvalue of the Hessian on the sphere' },
    eigenOverlap: {
      symbol: '(v_{\\min}\\cdot\\hat x^*_\\perp)^2',
      meaning: 'squared overlap of its eigenvector with the direction of the signal on the sphere',
      range: [0, 1],
    },
    bulkEdge: { symbol: '\\mu-2\\sigma', meaning: 'where the bulk of the eigenvalues begins, by theory' },
    outlier: {
      symbol: '\\lambda_0',
      meaning: 'the eigenvalue that the signal pulls out of the bulk, by theory; none while the signal is too weak',
      gaps: true,
    },
    outlierOverlap: {
      symbol: '1-\\sigma^2/s^2',
      meaning: 'squared overlap of its eigenvector with the direction of the signal on the sphere, by theory',
      range: [0, 1],
      gaps: true,
    },
  },
  fields: {
    x,
    signal,
    position,
    spectrum: {
      symbol: '\\lambda',
      meaning: 'the N−1 eigenvalues of the Hessian on the sphere, ascending, then NaN',
      type: 'f64',
      shape: ['N'],
    },
    semicircle,
  },
  theory: 'dynamical-mean-field-spiked-matrix-tensor',
  references: ['sarao-mannelli-2019', 'sarao-mannelli-2019-minima'],
} as const satisfies KernelManifest;
