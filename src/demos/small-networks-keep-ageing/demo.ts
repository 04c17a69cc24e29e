import type { Demo } from '../../demo/definition.ts';

export default {
  claim: 'A network too small for its data keeps ageing: the longer it is trained, the more its weights are held.',
  alt: 'A network of four hidden units learns two thousand handwritten digits. Its loss sinks slowly and never vanishes. The displacement of its weights after eight waiting times, measured in free steps of their gradient noise: the early curves run above the dashed line of free diffusion, each later one bends away farther below it. Beside them, 36 digits that were not learnt, each with the number that the network reads; the wrong ones are framed.',
  runs: {
    sgd: {
      kernel: 'sgd-two-layer-network',
      stepsPerTick: 10,
      fields: ['waits', 'lags', 'delta', 'gradientNoise', 'images', 'labels', 'predictions'],
      fixed: { data: 0, inputs: 1, crossEntropy: 1 },
    },
  },
  defaults: { width: 4, P: 2000, batch: 4, learningRate: 0.05 },
  presets: { small: { width: 4 }, 'still too small': { width: 8 }, 'just enough': { width: 15 } },
  controls: ['width', 'P', 'learningRate'],
  ticks: 4000,
  rate: 300,
  onChange: 'rerun',
  view: () => import('../training-is-interrupted-aging/view.ts'),
} satisfies Demo;
