import type { Demo } from '../../demo/definition.ts';

const ticks = 30;
/** A tick is an iteration of AMP, and a unit of time of the dynamics. */
const dt = 0.1;
const stepsPerTick = 1 / dt;

const dynamics = { dt, annealing: 0, tau: 1 };
const theory = {
  kernel: 'dynamical-mean-field-spiked-matrix-tensor',
  stepsPerTick,
  names: { deltap: 'delta3' },
};
const ofTheory = { ...dynamics, p: 3, rows: ticks * stepsPerTick + 1 };

export default {
  claim: 'AMP finds the signal where Langevin dynamics and gradient flow do not.',
  alt: 'Overlap with the signal of three algorithms that start together on one instance: the curve of AMP climbs along the dashed curve of state evolution, those of Langevin dynamics and gradient flow stay low beside the dashed curves of dynamical mean-field theory. A map of the noise of the matrix and the tensor shows where each algorithm succeeds, with a ring at the present point, in the region where only AMP does.',
  runs: {
    amp: { kernel: 'amp-spiked-matrix-tensor' },
    stateEvolution: { kernel: 'state-evolution-spiked-matrix-tensor' },
    langevin: { kernel: 'langevin-spiked-matrix-tensor', stepsPerTick, fixed: { ...dynamics, temperature: 1 } },
    langevinTheory: { ...theory, fixed: { ...ofTheory, temperature: 1 } },
    flow: { kernel: 'gradient-flow-spiked-matrix-tensor', stepsPerTick, fixed: { dt, hessianEvery: 1000 } },
    flowTheory: { ...theory, fixed: { ...ofTheory, temperature: 0 } },
    lines: {
      kernel: 'lines-spiked-matrix-tensor',
      fields: ['deltapGrid', 'ratios'],
      fixed: { p: 3 },
      names: { deltap: 'delta3' },
    },
  },
  defaults: { N: 400, m0: 0.05, delta2: 0.8, delta3: 0.3 },
  presets: {
    'all three': { delta2: 0.25, delta3: 0.3 },
    'AMP alone': { delta2: 0.8, delta3: 0.3 },
    'none of them': { delta2: 1.3, delta3: 0.3 },
  },
  controls: ['delta2', 'delta3', 'm0'],
  marks: { delta2: [1] },
  ticks,
  rate: 4,
  onChange: 'rerun',
  view: () => import('./view.ts'),
} satisfies Demo;
