import type { KernelManifest } from '../../../src/kernel/manifest.ts';

/** Pairs of 16 points, each with itself among them. */
const pairs = 136;

export default {
  id: 'brownian-sheet',
  title: 'A Brownian sheet, turning into the next',
  setup: {
    n: { symbol: 'n', meaning: 'points of the grid along each side', min: 8, max: 512, default: 512, integer: true },
  },
  params: {
    pace: {
      symbol: 'v',
      meaning: 'sheets a step; at 1 every step shows another sheet',
      min: 0.001,
      max: 1,
      default: 0.004,
      scale: 'log',
    },
  },
  observables: {
    t: { symbol: '\\tau', meaning: 'time in sheets: at a whole number the sheet of that number' },
    corner: { symbol: 'W(1,1)', meaning: 'the sheet in its far corner' },
    sheets: { symbol: 'M', meaning: 'sheets that have been shown whole, over which covariances are averaged' },
    variation: {
      symbol: '[W]',
      meaning: 'sum of the squared increments of the last of them; 1 within √2/n',
      range: [0, Number.MAX_VALUE],
    },
    deviation: {
      symbol: '\\Delta',
      meaning: 'measured covariance less that of a Brownian sheet, root mean square over pairs of points',
      range: [0, Number.MAX_VALUE],
    },
    deviationExpected: {
      symbol: '\\Delta_M',
      meaning: 'what it is by theory for M Brownian sheets',
      range: [0, Number.MAX_VALUE],
    },
  },
  fields: {
    W: {
      symbol: 'W(s,t)',
      meaning: 'the sheet at this moment: row i is t = (i + 1)/n, column j is s = (j + 1)/n; 0 on both axes',
      type: 'f32',
      shape: ['n', 'n'],
    },
    points: { symbol: '(s,t)', meaning: 'points at which covariances are measured', type: 'f64', shape: [16, 2] },
    covariance: {
      symbol: "\\min(s,s')\\min(t,t')",
      meaning: 'covariance of a Brownian sheet, for each pair of points',
      type: 'f64',
      shape: [pairs],
    },
    measured: {
      symbol: "\\overline{W(s,t)\\,W(s',t')}",
      meaning: 'mean over the sheets, for each pair',
      type: 'f64',
      shape: [pairs],
    },
    measuredError: {
      symbol: '\\delta',
      meaning: 'its standard error, from the scatter of the sheets; NaN for one',
      type: 'f64',
      shape: [pairs],
    },
  },
  references: ['walsh-1986', 'isserlis-1918'],
} as const satisfies KernelManifest;
