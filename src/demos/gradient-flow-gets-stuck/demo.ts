import type { Demo } from '../../demo/definition.ts';

export default {
  claim: 'From a random start, gradient flow gets stuck near the equator.',
  alt: 'A sphere with the signal at its north pole: the trail of gradient flow stays near the equator. Beside it, the overlap with the signal stays within chance while the energy falls and levels off.',
  runs: {
    flow: { kernel: 'gradient-flow-spiked-tensor', stepsPerTick: 4, record: ['position'] },
  },
  defaults: { N: 200, r: 3, dt: 0.02 },
  presets: { 'gets stuck': { r: 4 }, 'half-way start': { r: 4, m0: 0.5 }, 'huge signal': { r: 30 } },
  controls: ['r', 'N'],
  ticks: 250,
  rate: 30,
  onChange: 'continue',
  view: () => import('./view.ts'),
} satisfies Demo;
