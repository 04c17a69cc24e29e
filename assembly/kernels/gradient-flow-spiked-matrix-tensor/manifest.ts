import type { KernelManifest } from '../../../src/kernel/manifest.ts';

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
    dt: { symbol: '\\mathrm{d}t', meaning: 'time step', min: 0.001, max: 0.1, default: 0.02, scale: 'log' },
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
    gradientNorm: { symbol: '|\\nabla H|/\\sqrt{N}', meaning: 'norm of the gradient on the sphere over √N' },
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
    x: { symbol: 'x', meaning: 'point on the sphere', type: 'f64', shape: ['N'] },
    signal: { symbol: 'x^*', meaning: 'planted signal', type: 'f64', shape: ['N'] },
    position: {
      symbol: '(X, Y, Z)',
      meaning: 'the point on a globe, signal at the north pole',
      type: 'f64',
      shape: [3],
    },
    spectrum: {
      symbol: '\\lambda',
      meaning: 'the N−1 eigenvalues of the Hessian on the sphere, ascending, then NaN',
      type: 'f64',
      shape: ['N'],
    },
    semicircle: {
      symbol: '(\\lambda, \\rho)',
      meaning: 'density of the bulk by theory: eigenvalue and density, from edge to edge',
      type: 'f64',
      shape: [65, 2],
    },
  },
  theory: 'dynamical-mean-field-spiked-matrix-tensor',
  references: ['sarao-mannelli-2019', 'sarao-mannelli-2019-minima'],
} as const satisfies KernelManifest;
