import type { Demo } from '../../demo/definition.ts';

export default {
  claim: 'Training is interrupted ageing: once the loss is gone, the weights diffuse as if nothing held them.',
  alt: 'A network of 60 hidden units learns two thousand handwritten digits. Its loss falls to nothing. The displacement of its weights after eight waiting times, measured in free steps of their gradient noise: the early curves bend away below the dashed line of free diffusion, the late ones, taken at the bottom of the loss, follow it. Beside them, 36 digits that were not learnt, each with the number that the network reads; the wrong ones are framed.',
  runs: {
    sgd: {
      kernel: 'sgd-two-layer-network',
      stepsPerTick: 10,
      fields: ['waits', 'lags', 'delta', 'gradientNoise', 'images', 'labels', 'predictions'],
      fixed: { data: 0, inputs: 1, crossEntropy: 1 },
    },
  },
  defaults: { width: 60, P: 2000, batch: 4, learningRate: 0.05 },
  presets: { wide: { width: 60 }, 'just enough': { width: 15 }, 'too small': { width: 4 } },
  controls: ['P', 'width', 'learningRate'],
  ticks: 4000,
  rate: 300,
  onChange: 'rerun',
  view: () => import('./view.ts'),
} satisfies Demo;
