import type { Demo } from '../../demo/definition.ts';

/** Of the classic model, at zero temperature. */
const capacity = 0.138;

export default {
  claim: 'A network repairs what it remembers, up to 0.138 patterns per spin.',
  alt: 'A large picture of 60 by 60 black and white pixels, on which one can draw: it was damaged and repairs itself. Beside it are the eight pictures that the network has stored, among many random patterns, each with its overlap with the large one. A chart shows the overlap against the number of stored patterns: the dashed curve of the theory stays close to 1 and ends at 0.138 patterns per spin, the network climbs to it from below, and falls where it ends. Another shows the overlap as time goes: each damage is a step down, and is gone within a few sweeps.',
  runs: {
    network: {
      kernel: 'dynamics-hopfield',
      fields: ['spins', 'memories', 'overlaps'],
      fixed: { N: 3600, patterns: 3, mixture: 0, alphaD: 0.05, temperature: 0 },
    },
    theory: {
      kernel: 'saddle-point-hopfield',
      fields: ['loads', 'overlaps'],
      fixed: { alphaD: 0.05, temperature: 0 },
    },
  },
  defaults: { index: 3, alpha: 0.05, flipped: 0, erased: 0.5, updates: 0.025 },
  presets: {
    'half erased': { erased: 0.5 },
    '30 % noise': { erased: 0, flipped: 0.3 },
    'too many memories': { erased: 0, flipped: 0.1, alpha: 0.2 },
  },
  controls: ['alpha', 'flipped', 'erased'],
  marks: { alpha: [capacity] },
  ticks: 720,
  rate: 60,
  onChange: 'continue',
  view: () => import('./view.ts'),
} satisfies Demo;
