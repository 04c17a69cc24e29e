import type { KernelManifest } from '../../../src/kernel/manifest.ts';
import { temperature } from '../../models/manifest.ts';

export default {
  id: 'saddle-point-hopfield',
  title: 'Replica theory of the Hopfield model, with random patterns and with patterns made of features',
  deterministic: true,
  setup: {},
  params: {
    alpha: { symbol: '\\alpha', meaning: 'patterns per spin, P/N', min: 0.001, max: 30, default: 0.1, scale: 'log' },
    alphaD: {
      symbol: '\\alpha_D',
      meaning: 'features per spin, D/N',
      min: 0.002,
      max: 30,
      default: 0.05,
      scale: 'log',
    },
    temperature: { ...temperature, meaning: 'temperature of the classic model', default: 0 },
  },
  observables: {
    storage: {
      symbol: '\\alpha_{\\mathrm{s}}',
      meaning: 'patterns are stored below, at the present α_D and T = 0',
      range: [0, 1],
    },
    learning: {
      symbol: '\\alpha_{\\mathrm{l}}',
      meaning: 'features are learned above, at the present α_D and T = 0; not a number where never',
      gaps: true,
    },
    publishedStorage: {
      symbol: '\\alpha_{\\mathrm{s}}^{\\mathrm{pub}}',
      meaning:
        'storage by the published saddle point, which leaves out the overlap with the pattern’s mixture before the sign; networks store less',
      range: [0, 1],
    },
    pattern: { symbol: 'm_\\xi', meaning: 'overlap with a stored pattern at T = 0', range: [0, 1], gaps: true },
    feature: { symbol: 'm_f', meaning: 'overlap with a learned feature at T = 0', range: [0, 1], gaps: true },
    classic: {
      symbol: 'm',
      meaning: 'overlap with one of as many random patterns at T; not a number where they are not stored',
      range: [0, 1],
      gaps: true,
    },
    capacity: {
      symbol: '\\alpha_{\\mathrm{c}}(T)',
      meaning: 'so many random patterns per spin are stored at T',
      range: [0, 0.14],
    },
    energy: {
      symbol: 'E',
      meaning: 'energy per spin of a stored random pattern at T = 0; not a number where there is none',
      gaps: true,
    },
    glassEnergy: { symbol: 'E_{\\mathrm{sg}}', meaning: 'energy per spin of the spin glass there, replica symmetric' },
  },
  fields: {
    lineDimensions: {
      symbol: '\\alpha_D',
      meaning: 'features per spin along the lines: storage, learning, published storage',
      type: 'f64',
      shape: [3, 129],
    },
    lineLoads: { symbol: '\\alpha', meaning: 'patterns per spin there', type: 'f64', shape: [3, 129] },
    loads: {
      symbol: '\\alpha',
      meaning:
        'patterns per spin along the branches: a pattern, a feature, both at the present α_D and T = 0, and a random pattern at T; NaN for a branch that is not there',
      type: 'f64',
      shape: [3, 129],
    },
    overlaps: { symbol: 'm', meaning: 'the overlap there', type: 'f64', shape: [3, 129] },
  },
  references: ['negri-2023', 'amit-1985'],
} as const satisfies KernelManifest;
