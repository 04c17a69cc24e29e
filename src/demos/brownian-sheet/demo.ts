import type { Demo } from '../../demo/definition.ts';

export default {
  claim: 'White noise summed over rectangles is a Brownian sheet, and its covariances say so.',
  alt: 'A woven picture of blue and orange, pale along its left and lower edge, where the sheet is zero, and stronger towards the upper right corner; it flows slowly into another one. Sixteen points are marked on it. Beside it, the covariances of all pairs of these points, measured over thousands of sheets, come to lie on the dashed diagonal, which is theory; below, their distance from theory falls as one over the square root of the number of sheets, as the dashed line says.',
  runs: {
    sheet: { kernel: 'brownian-sheet', fields: ['W'], fixed: { n: 512 } },
    sheets: {
      kernel: 'brownian-sheet',
      stepsPerTick: 4,
      fields: ['points', 'covariance', 'measured'],
      fixed: { n: 128, pace: 1 },
    },
  },
  controls: ['pace'],
  ticks: 1200,
  rate: 60,
  onChange: 'continue',
  view: () => import('./view.ts'),
} satisfies Demo;
