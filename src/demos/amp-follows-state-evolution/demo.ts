import type { Demo } from '../../demo/definition.ts';

export default {
  claim: 'AMP follows its state evolution, step by step, and both change at one noise level.',
  alt: 'The overlap of AMP with the signal against the iteration lies on the dashed curve of state evolution. Beside it, the cobweb of the state-evolution map climbs to its fixed point, and the points of AMP lie on the map.',
  runs: {
    amp: { kernel: 'amp-spiked-matrix-tensor' },
    theory: { kernel: 'state-evolution-spiked-matrix-tensor', fields: ['map'] },
  },
  defaults: { N: 400, m0: 0.05 },
  presets: {
    easy: { delta2: 0.5, delta3: 1 },
    hard: { delta2: 1.3, delta3: 0.4 },
    'hard, with a hint': { delta2: 1.3, delta3: 0.4, m0: 0.6 },
    impossible: { delta2: 2, delta3: 4 },
  },
  controls: ['delta2', 'delta3', 'N'],
  marks: { delta2: [1] },
  ticks: 30,
  rate: 5,
  onChange: 'rerun',
  view: () => import('./view.ts'),
} satisfies Demo;
