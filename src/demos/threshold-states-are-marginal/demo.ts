import type { Demo } from '../../demo/definition.ts';

const ticks = 240;
/** Of the descent and of its mean-field equations alike. */
const dt = 0.1;

export default {
  claim: 'Descent in a glass slows down at the threshold, where the last downhill directions of the Hessian vanish.',
  alt: 'Left, the spectrum of the Hessian, a histogram under a dashed semicircle: half of it is below zero at first, it slides up and slows down as its lower edge comes to zero. Middle, the energy, which comes down beside the dashed mean-field theory and levels off near the threshold. Right, the complexity at each energy: a point follows it down from where there are saddles only to where the minima begin, and stays near there.',
  runs: {
    flow: {
      kernel: 'gradient-flow-p-spin',
      fields: ['spectrum', 'semicircle'],
      fixed: { p: 3, dt },
    },
    theory: {
      kernel: 'dynamical-mean-field-p-spin',
      fixed: { p: 3, dt, rows: ticks + 1, temperature: 0 },
    },
    landscape: {
      kernel: 'complexity-p-spin',
      fields: ['energies', 'totals', 'allMinima'],
      fixed: { p: 3, energy: -1.16, index: 1, temperature: 0 },
    },
  },
  defaults: { N: 300, samples: 4 },
  presets: {
    'four of 300': { N: 300, samples: 4 },
    'one of 500': { N: 500, samples: 1 },
    'many of 60': { N: 60, samples: 16 },
  },
  controls: ['N', 'samples'],
  ticks,
  rate: 24,
  onChange: 'rerun',
  view: () => import('./view.ts'),
} satisfies Demo;
