import type { KernelManifest } from '../../../src/kernel/manifest.ts';
import { signal, x } from '../../models/manifest.ts';
import { a, growth, ratio, target } from '../../models/phase-retrieval/growth-manifest.ts';
import { N } from '../../models/phase-retrieval/manifest.ts';

export default {
  id: 'hessian-phase-retrieval',
  title: 'Hessian of phase retrieval at a random start, as samples are added',
  setup: { N: { ...N, max: 600, default: 300 }, alpha: target, a },
  params: { growth },
  observables: {
    ratio,
    mean: { symbol: '\\bar\\lambda', meaning: 'mean of the eigenvalues' },
    lambdaMin: { symbol: '\\lambda_{\\min}', meaning: 'smallest eigenvalue of the Hessian on the tangent space' },
    eigenOverlap: {
      symbol: '(v_{\\min}\\cdot\\hat w^*_\\perp)^2',
      meaning: 'squared overlap of its eigenvector with the direction of the signal on the sphere',
      range: [0, 1],
    },
    t: { symbol: 't', meaning: 'samples per dimension that were added since the start' },
  },
  fields: {
    spectrum: {
      symbol: '\\lambda',
      meaning: 'the N−1 eigenvalues of the Hessian on the tangent space, ascending, then NaN',
      type: 'f64',
      shape: ['N'],
    },
    overlaps: {
      symbol: '(v_k\\cdot\\hat w^*_\\perp)^2',
      meaning: 'squared overlaps of their eigenvectors with the direction of the signal, which add up to one, then NaN',
      type: 'f64',
      shape: ['N'],
    },
    x: { ...x, symbol: 'w', meaning: 'the start, where the Hessian is taken' },
    signal: { ...signal, symbol: 'w^*' },
  },
  theory: 'spectral-phase-retrieval',
  references: ['bonnaire-2024', 'sarao-mannelli-2020-phase', 'baik-2005'],
} as const satisfies KernelManifest;
