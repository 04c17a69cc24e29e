import type { KernelManifest } from '../../../src/kernel/manifest.ts';
import { isolatedEigenvalue, isolatedOverlap, p, r } from '../../models/manifest.ts';

export default {
  id: 'kac-rice-spiked-tensor',
  title: 'Kac-Rice complexity of the spiked tensor',
  deterministic: true,
  setup: {
    p: { ...p, max: 5 },
    columns: { symbol: 'n_m', meaning: 'cells of the map in overlap', min: 8, max: 1000, default: 200, integer: true },
    rows: { symbol: 'n_E', meaning: 'cells of the map in energy', min: 8, max: 1000, default: 200, integer: true },
  },
  params: {
    r: { ...r, max: 10, default: 2.5 },
    overlap: { symbol: 'm', meaning: 'overlap of the point that is looked at', min: 0, max: 0.999, default: 0.3 },
    energy: {
      symbol: 'E',
      meaning: 'energy per site of the point that is looked at',
      min: -4,
      max: 0,
      default: -1.16,
    },
    depth: {
      symbol: 'd',
      meaning: 'depth of the map below the threshold energy, in distances of the ground state from it',
      min: 1,
      max: 100,
      default: 1.5,
      scale: 'log',
    },
    shallow: {
      symbol: 's',
      meaning:
        'where the map ends, as a part of its depth, with rows equal in the logarithm of the depth; 0: equal in energy',
      min: 0,
      max: 0.5,
      default: 0,
    },
    quenched: {
      symbol: '\\text{quenched}',
      meaning: 'number of minima: the mean one (annealed), or also the typical one (quenched)',
      min: 0,
      max: 1,
      default: 1,
      integer: true,
      words: ['annealed', 'quenched'],
    },
  },
  observables: {
    progress: { symbol: '\\text{done}', meaning: 'part of the quenched map that is there', range: [0, 1] },
    annealedTotal: {
      symbol: '\\Sigma_{\\mathrm{A}}',
      meaning: 'annealed complexity of all stationary points, at the point',
    },
    annealedMinima: {
      symbol: '\\Sigma_{\\mathrm{A}}^{\\min}',
      meaning: 'annealed complexity of minima, at the point',
      gaps: true,
    },
    quenchedTotal: {
      symbol: '\\Sigma_{\\mathrm{Q}}',
      meaning: 'quenched complexity of all stationary points, at the point',
      gaps: true,
    },
    quenchedMinima: {
      symbol: '\\Sigma_{\\mathrm{Q}}^{\\min}',
      meaning: 'quenched complexity of minima, at the point',
      gaps: true,
    },
    thresholdEnergy: {
      symbol: 'E_{\\mathrm{th}}',
      meaning: 'threshold energy: above it no stationary point is a minimum',
      range: [-2, -1],
    },
    groundStateEnergy: { symbol: 'E_0', meaning: 'ground-state energy of the noise', range: [-2, -1] },
    spinodal: { symbol: 'r_{\\mathrm{s}}', meaning: 'r from which the planted minimum exists', range: [2, 6] },
    firstOrder: { symbol: 'r_1', meaning: 'r from which the planted minimum is the ground state', range: [2, 6] },
    plantedOverlap: { symbol: 'm^*', meaning: 'overlap of the planted minimum', range: [0, 1], gaps: true },
    plantedEnergy: { symbol: 'E^*', meaning: 'energy of the planted minimum', gaps: true },
    bandEdge: {
      symbol: 'm_{\\max}',
      meaning: 'overlap where the band of minima around the equator ends (annealed)',
      range: [0, 1],
    },
    radialForce: { symbol: '\\mu', meaning: 'radial force at the point, centre of the spectrum of its Hessian' },
    bulkEdge: { symbol: '\\mu - 2\\sigma', meaning: 'lower edge of that spectrum' },
    isolatedEigenvalue,
    isolatedOverlap,
  },
  fields: {
    annealed: {
      symbol: '\\Sigma_{\\mathrm{A}}^{\\min}(m, E)',
      meaning: 'annealed complexity of minima',
      type: 'f32',
      shape: ['columns', 'rows'],
    },
    quenched: {
      symbol: '\\Sigma_{\\mathrm{Q}}^{\\min}(m, E)',
      meaning: 'quenched complexity of minima; NaN where there are none, or not yet',
      type: 'f32',
      shape: ['columns', 'rows'],
    },
    overlaps: { symbol: 'm', meaning: 'overlaps of the map', type: 'f64', shape: ['columns'] },
    energies: { symbol: 'E', meaning: 'energies of the map', type: 'f64', shape: ['rows'] },
    eigenvalues: { symbol: '\\lambda', meaning: 'eigenvalues of the Hessian at the point', type: 'f64', shape: [129] },
    spectrum: { symbol: '\\rho(\\lambda)', meaning: 'density of eigenvalues', type: 'f64', shape: [129] },
  },
  references: ['ros-2019', 'ben-arous-2019', 'auffinger-2013', 'maida-2007', 'benaych-georges-2011'],
} as const satisfies KernelManifest;
