import type { Demo } from '../../demo/definition.ts';

const ticks = 300;
const stepsPerTick = 2;
/** Of the descent and of its mean-field equations alike. */
const dt = 0.05;

export default {
  claim: 'Gradient flow finds the signal above its line; below, it ages at the equator where AMP still succeeds.',
  alt: 'A phase diagram: the noise of the tensor across, the inverse noise of the matrix upwards. From the top, lines mark where the minima at the equator vanish, and where gradient flow, Langevin dynamics and message passing begin to find the signal. A ring marks the present noises, and can be dragged. Beside it the overlap of gradient flow with the signal runs from there, over the dashed mean-field theory, towards the overlap that message passing reaches.',
  runs: {
    flow: { kernel: 'gradient-flow-spiked-matrix-tensor', stepsPerTick, fixed: { dt, hessianEvery: 1000 } },
    theory: {
      kernel: 'dynamical-mean-field-spiked-matrix-tensor',
      stepsPerTick,
      fixed: { p: 3, dt, rows: stepsPerTick * ticks + 1, temperature: 0, annealing: 0, tau: 1 },
      names: { deltap: 'delta3' },
    },
    lines: {
      kernel: 'lines-spiked-matrix-tensor',
      fields: ['deltapGrid', 'ratios'],
      fixed: { p: 3 },
      names: { deltap: 'delta3' },
    },
    // Iterations cost nothing: where AMP ends is there from the first tick.
    amp: { kernel: 'ml-state-evolution-spiked-matrix-tensor', stepsPerTick: 40 },
  },
  defaults: { N: 180, m0: 0.003, delta2: 0.44, delta3: 1 },
  presets: {
    'above its line': { delta2: 0.44, delta3: 1 },
    'below its line': { delta2: 0.55, delta3: 1 },
    'no bad minima': { delta2: 0.32, delta3: 1 },
    hard: { delta2: 1.25, delta3: 0.35 },
  },
  controls: ['delta2', 'delta3', 'N'],
  ticks,
  rate: 30,
  onChange: 'rerun',
  view: () => import('./view.ts'),
} satisfies Demo;
