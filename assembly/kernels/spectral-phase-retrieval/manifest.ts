import type { KernelManifest } from '../../../src/kernel/manifest.ts';
import { a, growth, ratio, target } from '../../models/phase-retrieval/growth-manifest.ts';

export default {
  id: 'spectral-phase-retrieval',
  title: 'Spectrum of the Hessian of phase retrieval at a random start, by theory',
  deterministic: true,
  setup: { alpha: target, a },
  params: { growth },
  observables: {
    ratio,
    transition: {
      symbol: '\\alpha_{\\mathrm{BBP}}',
      meaning: 'samples per dimension above which the signal pulls an eigenvalue out of the bulk',
      range: [1, Infinity],
    },
    mean: {
      symbol: '\\bar\\lambda',
      meaning: 'mean eigenvalue; the curvature on the sphere is the eigenvalue less it',
    },
    edge: { symbol: '\\lambda_-', meaning: 'where the bulk of the eigenvalues begins' },
    outlier: {
      symbol: '\\lambda_0',
      meaning: 'the eigenvalue that the signal pulls out of the bulk; none while there are too few samples',
      gaps: true,
    },
    outlierOverlap: {
      symbol: '(v_0\\cdot\\hat w^*)^2',
      meaning: 'squared overlap of its eigenvector with the direction of the signal',
      range: [0, 1],
      gaps: true,
    },
  },
  fields: {
    density: {
      symbol: '(\\lambda, \\rho)',
      meaning: 'density of the bulk: eigenvalue and density, from the left edge to far in the tail',
      type: 'f64',
      shape: [257, 2],
    },
    edges: {
      symbol: '(\\alpha, \\lambda_-)',
      meaning: 'where the bulk begins, for 1 ≤ α ≤ 12',
      type: 'f64',
      shape: [129, 2],
    },
    outliers: {
      symbol: '(\\alpha, \\lambda_0, (v_0\\cdot\\hat w^*)^2)',
      meaning: 'the outlier and its squared overlap, from the transition to α = 12',
      type: 'f64',
      shape: [129, 3],
    },
  },
  references: ['bonnaire-2024', 'sarao-mannelli-2020-phase', 'baik-2005', 'benaych-georges-2011'],
} as const satisfies KernelManifest;
