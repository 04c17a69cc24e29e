import type { Demo } from '../../demo/definition.ts';

/** The run lasts 64 units of time. */
const dt = 0.04;
const stepsPerTick = 16;
const ticks = 100;

export default {
  claim: 'An ageing glass has two temperatures: that of the bath for what is fast, and a higher one for what is slow.',
  alt: 'Left, response against correlation, dashed curves for six ages: from no response at correlation one they follow a steep dotted line, bend where the correlation reaches its plateau, and go on along a flatter line, the better the older the system is. Right, correlations against the time since, which fall to the plateau, stay the longer the older the system is, and leave it.',
  runs: {
    ageing: {
      kernel: 'dynamical-mean-field-p-spin',
      stepsPerTick,
      fields: ['waits', 'lags', 'correlation', 'response'],
      fixed: { p: 3, dt, rows: ticks * stepsPerTick + 1 },
    },
    asymptote: { kernel: 'complexity-p-spin', fixed: { p: 3, energy: -1.16, index: 1 } },
  },
  defaults: { temperature: 0.5 },
  presets: {
    glass: { temperature: 0.5 },
    'colder glass': { temperature: 0.2 },
    'no bath at all': { temperature: 0 },
    liquid: { temperature: 0.8 },
  },
  controls: ['temperature'],
  // the dynamical transition, sqrt(3/8)
  marks: { temperature: [0.6124] },
  ticks,
  rate: 12,
  onChange: 'rerun',
  view: () => import('./view.ts'),
} satisfies Demo;
