import type { KernelManifest } from '../../../src/kernel/manifest.ts';
import { deltap, p } from '../../models/manifest.ts';

export default {
  id: 'lines-spiked-matrix-tensor',
  title: 'Phase diagram of the spiked matrix-tensor model',
  deterministic: true,
  setup: {
    p,
  },
  params: {
    deltap,
  },
  observables: {
    mlAmp: { symbol: '1/\\Delta_2^{\\mathrm{ML}}', meaning: 'maximum-likelihood AMP finds the signal above' },
    gradientFlow: { symbol: '1/\\Delta_2^{\\mathrm{GF}}', meaning: 'gradient flow finds the signal above' },
    trivialisation: {
      symbol: '1/\\Delta_2^{\\mathrm{triv}}',
      meaning: 'the landscape has no minima at the equator above, by their mean number',
    },
    langevin: {
      symbol: '1/\\Delta_2^{\\mathrm{L}}',
      meaning:
        'Langevin dynamics at T = 1 finds the signal above; not a number where it does wherever AMP does, above 1',
      gaps: true,
    },
    spinodal: {
      symbol: '1/\\Delta_2^{\\mathrm{sp}}',
      meaning:
        'an informed fixed point of Bayes-optimal AMP exists above, beside the other; not a number where none or always',
      gaps: true,
    },
    informationTheoretic: {
      symbol: '1/\\Delta_2^{\\mathrm{IT}}',
      meaning: 'the informed fixed point is the likelier one above; not a number where there is none or it always is',
      gaps: true,
    },
  },
  fields: {
    deltapGrid: {
      symbol: '\\Delta_p',
      meaning:
        'noise along each line, lines as the observables, in equal ratios over the part of 0.05 … 10 where it exists',
      type: 'f64',
      shape: [6, 129],
    },
    ratios: { symbol: '1/\\Delta_2', meaning: 'the lines at these', type: 'f64', shape: [6, 129] },
  },
  references: ['sarao-mannelli-2019', 'sarao-mannelli-2019-minima', 'sarao-mannelli-2020', 'ben-arous-2019'],
} as const satisfies KernelManifest;
