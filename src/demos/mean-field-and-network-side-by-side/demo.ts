import type { Demo } from '../../demo/definition.ts';

const ticks = 200;
const stepsPerTick = 5;

export default {
  claim: 'A small network ages as a mean-field glass does: the longer it waited, the less it moves.',
  alt: 'Two charts with logarithmic axes, one curve for each waiting time. On the left the displacement of a spherical spin glass, on the right that of the weights of a network that learns handwritten digits. In both, each later curve rises later and stays below the earlier ones.',
  runs: {
    glass: {
      kernel: 'dynamical-mean-field-p-spin',
      stepsPerTick,
      fields: ['waits', 'lags', 'correlation'],
      fixed: { p: 3, dt: 0.1, rows: ticks * stepsPerTick + 1 },
    },
    network: {
      kernel: 'sgd-two-layer-network',
      stepsPerTick: 250,
      fields: ['waits', 'lags', 'delta'],
      fixed: { data: 0, inputs: 1, crossEntropy: 1, P: 2000, batch: 4, learningRate: 0.05 },
    },
  },
  defaults: { temperature: 0.5, width: 4 },
  presets: {
    'both age': { temperature: 0.5, width: 4 },
    liquid: { temperature: 0.8, width: 4 },
    'wide network': { temperature: 0.5, width: 60 },
  },
  controls: ['temperature', 'width'],
  marks: { temperature: [0.612372] },
  ticks,
  rate: 20,
  onChange: 'rerun',
  view: () => import('./view.ts'),
} satisfies Demo;
