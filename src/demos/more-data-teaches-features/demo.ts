import type { Demo, DemoRun } from '../../demo/definition.ts';

/** Patterns per spin, in about equal ratios. */
const alpha = [
  0.004, 0.0056, 0.008, 0.011, 0.016, 0.022, 0.031, 0.044, 0.062, 0.088, 0.12, 0.17, 0.25, 0.35, 0.5, 0.7, 1, 1.4, 2,
  2.8,
];

/** Networks that start on a pattern, or on so many features, and go on until no spin is against its field. */
const networks = (mixture: number): DemoRun => ({
  kernel: 'dynamics-hopfield',
  fixed: { patterns: 1, mixture, index: 0, flipped: 0, erased: 0, temperature: 0, updates: 1, brush: -1 },
  sweep: { grid: { alpha }, steps: 60, until: 'unstable<0.0001' },
});

export default {
  claim: 'More data first destroys the memories, and then teaches the network what they are made of.',
  alt: 'A phase diagram on logarithmic axes: features per spin across, patterns per spin upwards. Below one line patterns are stored; to the left of another, which rises steeply, features are learned; between them is a spin glass, through which a faint line runs, the published limit of storage. A vertical row of dots at the present number of features, which can be dragged, shows what simulated networks do: they keep a pattern at the bottom, nothing in the middle, and a feature at the top. Beside it are the overlaps of these networks with the pattern or the feature from which they started, against the number of patterns: the one falls, and much later the other rises, close to the ends of the dashed curves of the theory.',
  runs: {
    stored: networks(0),
    learned: networks(1),
    theory: {
      kernel: 'saddle-point-hopfield',
      fields: ['lineDimensions', 'lineLoads', 'loads', 'overlaps'],
      fixed: { alpha: 0.1, temperature: 0 },
    },
  },
  defaults: { N: 1000, alphaD: 0.05 },
  presets: {
    'few features': { alphaD: 0.02 },
    'some features': { alphaD: 0.05 },
    'too many to learn': { alphaD: 0.2 },
  },
  controls: ['alphaD', 'N'],
  marks: { alphaD: [0.138] },
  ticks: 12,
  still: 6,
  rate: 2,
  onChange: 'rerun',
  view: () => import('./view.ts'),
} satisfies Demo;
