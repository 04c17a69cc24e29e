import type { KernelManifest } from '../../../src/kernel/manifest.ts';
import { delta2, deltap, isolatedEigenvalue, isolatedOverlap, p } from '../../models/manifest.ts';

export default {
  id: 'kac-rice-spiked-matrix-tensor',
  title: 'Kac-Rice complexity of the spiked matrix-tensor model',
  deterministic: true,
  setup: {
    p,
    columns: { symbol: 'n_m', meaning: 'cells of the map in overlap', min: 8, max: 1000, default: 200, integer: true },
    rows: { symbol: 'n_\\mu', meaning: 'cells of the map in force', min: 8, max: 1000, default: 200, integer: true },
  },
  params: {
    delta2,
    deltap,
    overlap: { symbol: 'm', meaning: 'overlap of the point that is looked at', min: 0, max: 0.999, default: 0 },
    force: {
      symbol: '\\mu',
      meaning: 'radial force at the point that is looked at',
      min: 0,
      max: 60,
      default: 4.05,
    },
  },
  observables: {
    total: { symbol: '\\Sigma', meaning: 'annealed complexity of all stationary points, at the point' },
    minima: {
      symbol: '\\Sigma_{\\min}',
      meaning: 'annealed complexity of minima, at the point',
      gaps: true,
    },
    energy: { symbol: 'E', meaning: 'mean energy per site of stationary points at the point' },
    thresholdForce: {
      symbol: '\\mu_{\\mathrm{th}}',
      meaning: 'radial force at the threshold: below it no stationary point is a minimum',
    },
    equatorMinima: {
      symbol: '\\Sigma_0',
      meaning: 'largest complexity of minima at m = 0: negative where the landscape is trivial',
    },
    plantedOverlap: { symbol: 'm^*', meaning: 'overlap of the planted minimum', range: [0, 1], gaps: true },
    plantedForce: { symbol: '\\mu^*', meaning: 'radial force at the planted minimum', gaps: true },
    plantedEnergy: { symbol: 'E^*', meaning: 'energy of the planted minimum', gaps: true },
    bulkEdge: { symbol: '\\mu - 2\\sigma', meaning: 'lower edge of the spectrum of the Hessian at the point' },
    isolatedEigenvalue,
    isolatedOverlap,
  },
  fields: {
    map: {
      symbol: '\\Sigma_{\\min}(m, \\mu)',
      meaning: 'annealed complexity of minima',
      type: 'f32',
      shape: ['columns', 'rows'],
    },
    overlaps: { symbol: 'm', meaning: 'overlaps of the map', type: 'f64', shape: ['columns'] },
    forces: { symbol: '\\mu', meaning: 'radial forces of the map', type: 'f64', shape: ['rows'] },
  },
  references: [
    'sarao-mannelli-2019',
    'sarao-mannelli-2019-minima',
    'ben-arous-2019',
    'maida-2007',
    'benaych-georges-2011',
  ],
} as const satisfies KernelManifest;
