import type { Demo } from '../../demo/definition.ts';

const dt = 0.1;
const stepsPerTick = 5;
const ticks = 100;

const langevin = { kernel: 'langevin-spiked-matrix-tensor', stepsPerTick };
const theory = {
  kernel: 'dynamical-mean-field-spiked-matrix-tensor',
  stepsPerTick,
  names: { deltap: 'delta3' },
};
const walk = { dt, temperature: 1 };
const plain = { ...walk, annealing: 0, tau: 1 };
const ofTheory = { p: 3, rows: ticks * stepsPerTick + 1 };

export default {
  claim:
    'Langevin dynamics that trusts the tensor little at first finds the signal where plain Langevin dynamics does not.',
  alt: 'Overlap with the signal of two runs of Langevin dynamics on one instance, above the noise that each assumes of the tensor. The plain run assumes the true one and stays near zero. The other assumes much more at first: its overlap climbs to what the matrix alone gives, and further to the signal while the assumed noise falls to the true one. Dashed curves of dynamical mean-field theory lie beside both.',
  runs: {
    plain: { ...langevin, fixed: plain },
    plainTheory: { ...theory, fixed: { ...plain, ...ofTheory } },
    annealed: { ...langevin, fixed: walk },
    annealedTheory: { ...theory, fixed: { ...walk, ...ofTheory } },
  },
  defaults: { N: 400, m0: 0.05, delta2: 0.6, delta3: 0.1, annealing: 100, tau: 6 },
  presets: {
    'slow enough': { delta2: 0.6, delta3: 0.1, tau: 6 },
    'too fast': { delta2: 0.85, delta3: 0.1, tau: 2 },
    'no need': { delta2: 0.2, delta3: 0.1, tau: 6 },
  },
  controls: ['delta2', 'delta3', 'tau'],
  ticks,
  rate: 10,
  onChange: 'rerun',
  view: () => import('./view.ts'),
} satisfies Demo;
