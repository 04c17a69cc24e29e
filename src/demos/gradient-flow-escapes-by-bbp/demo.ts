import type { Demo } from '../../demo/definition.ts';

const ticks = 260;
/** Of the descent and of its mean-field equations alike. */
const dt = 0.05;

export default {
  claim:
    'One eigenvalue detaches from the bulk of the Hessian, and gradient flow leaves the threshold along it, to the signal.',
  alt: 'The energy levels off near the threshold and then drops, beside the dashed mean-field theory. Meanwhile the bulk of the Hessian slides up to zero, but one eigenvalue stays below; its eigenvector has half of the signal in it, and the overlap of the flow with the signal grows along it.',
  runs: {
    flow: {
      kernel: 'gradient-flow-spiked-matrix-tensor',
      fields: ['spectrum', 'semicircle'],
      fixed: { dt, hessianEvery: 2 },
    },
    theory: {
      kernel: 'dynamical-mean-field-spiked-matrix-tensor',
      fixed: { p: 3, dt, rows: ticks + 1, temperature: 0, annealing: 0, tau: 1 },
      names: { deltap: 'delta3' },
    },
  },
  defaults: { N: 400, m0: 0.001, delta2: 0.3, delta3: 1 },
  presets: {
    escapes: { delta2: 0.3 },
    'at the line': { delta2: 0.5 },
    stuck: { delta2: 0.7 },
    'told the side': { delta2: 0.3, m0: 0.1 },
  },
  controls: ['delta2', 'delta3', 'm0'],
  ticks,
  rate: 24,
  onChange: 'rerun',
  view: () => import('./view.ts'),
} satisfies Demo;
