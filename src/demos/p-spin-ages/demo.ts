import type { Demo } from '../../demo/definition.ts';

/** Of the simulation and of its mean-field equations alike: the run lasts 32 units of time. */
const clock = { p: 3, dt: 0.05 };
const stepsPerTick = 2;
const ticks = 320;

export default {
  claim:
    'After a quench a mean-field glass ages: it forgets the slower the older it is, and stops above its ground state.',
  alt: 'Left, correlations of the state at five waiting times with the state a time later, measured and, dashed, of mean-field theory: the older the system, the later they fall. Middle, the same against the time in units of the waiting time, where the old ones come together. Right, the energy above the threshold at which it stops, falling as a power of time.',
  runs: {
    simulation: {
      kernel: 'langevin-p-spin',
      stepsPerTick,
      fields: ['waits', 'lags', 'correlation', 'correlationError'],
      fixed: clock,
    },
    theory: {
      kernel: 'dynamical-mean-field-p-spin',
      stepsPerTick,
      fields: ['waits', 'lags', 'correlation'],
      fixed: { ...clock, rows: ticks * stepsPerTick + 1 },
    },
    asymptote: { kernel: 'complexity-p-spin', fixed: { p: 3, energy: -1.16, index: 1 } },
  },
  defaults: { N: 240, samples: 8, temperature: 0 },
  presets: {
    'gradient flow': { temperature: 0 },
    'warm glass': { temperature: 0.5 },
    liquid: { temperature: 0.8 },
  },
  controls: ['temperature', 'N'],
  // the dynamical transition, sqrt(3/8)
  marks: { temperature: [0.6124] },
  ticks,
  rate: 30,
  onChange: 'rerun',
  view: () => import('./view.ts'),
} satisfies Demo;
