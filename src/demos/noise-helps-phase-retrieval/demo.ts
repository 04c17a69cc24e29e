import type { Demo, DemoRun } from '../../demo/definition.ts';

const kernel = 'gradient-descent-phase-retrieval';
const ticks = 50;
/** Of the race, 3,000 steps in all: as many as each run of the sweeps. */
const stepsPerTick = 60;
/** Samples per dimension of the sweeps. */
const alphas = [2, 3, 4, 5, 6];

/** What all have in common: the quartic loss, the step, no heat, a random start. */
const common = { normalised: 0, a: 1, m0: 0, eta: 0.05, temperature: 0, hessianEvery: 100_000 };
const methods = {
  descent: { b: 1, persistence: 0 },
  fresh: { persistence: 0 },
  persistent: {},
} satisfies Record<string, DemoRun['fixed']>;

const sweep = { grid: { alpha: alphas }, steps: ticks * stepsPerTick, until: 'overlap>0.99' };

export default {
  claim: 'Noise that persists finds the signal with fewer samples than gradient descent needs.',
  alt: 'Three descents on one instance of phase retrieval from one start. The overlap with the signal of gradient descent, and of stochastic gradient descent that draws its samples anew for each step, stays low and their loss stops at a plateau. Persistent stochastic gradient descent wanders at a higher loss and then falls to the signal. Beside it the fraction of runs that find the signal against the samples per dimension: the curve of persistent noise lies about one to the left of the other two. Error bars shrink as runs come in.',
  runs: Object.fromEntries(
    Object.entries(methods).flatMap(([name, fixed]): [string, DemoRun][] => [
      [name, { kernel, stepsPerTick, fixed: { ...common, ...fixed } }],
      [`${name}Runs`, { kernel, fixed: { ...common, ...fixed }, sweep }],
    ]),
  ),
  defaults: { N: 100, alpha: 4, b: 0.3, persistence: 2 },
  presets: {
    'few samples': { alpha: 2 },
    'noise decides': { alpha: 4 },
    'enough for all': { alpha: 8 },
  },
  controls: ['alpha', 'b', 'persistence'],
  ticks,
  still: 40,
  rate: 6,
  onChange: 'rerun',
  view: () => import('./view.ts'),
} satisfies Demo;
