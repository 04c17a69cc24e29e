import type { Demo } from '../../demo/definition.ts';

export default {
  claim: 'A picture that never rests is a Brownian sheet at every moment.',
  alt: 'Clouds of pale blue and orange on paper, with edges along the horizontal and the vertical: nothing at the left and at the bottom, more and more towards the upper right corner. They flow slowly into others.',
  runs: { sheet: { kernel: 'brownian-sheet', fields: ['W'], fixed: { n: 512 } } },
  defaults: { pace: 0.0025 },
  controls: ['pace'],
  ticks: 36000,
  still: 200,
  rate: 30,
  onChange: 'continue',
  view: () => import('./view.ts'),
} satisfies Demo;
