import type { Demo } from '../../demo/definition.ts';

export default {
  claim: 'Averaging the force over replicas irons the landscape and finds the signal that plain descent misses.',
  alt: 'Replicas surround their centre of mass on a sphere whose north pole is the signal. The noise of the averaged force falls like one over the square root of the number of replicas. Averaged descent climbs to the signal while plain descent from the same start stays low.',
  runs: {
    averaged: {
      kernel: 'averaged-descent-spiked-tensor',
      record: ['position'],
      fields: ['replicaPositions', 'noiseOfMean', 'noiseTheory'],
    },
    plain: { kernel: 'averaged-descent-spiked-tensor', record: ['position'], fixed: { spread: 0, R: 1 } },
  },
  presets: {
    'finds it': { r: 6.3, R: 400, spread: 0.9 },
    'too few replicas': { r: 6.3, R: 20, spread: 0.9 },
    'too close together': { r: 6.3, R: 400, spread: 0.3 },
  },
  controls: ['r', 'R', 'spread'],
  ticks: 120,
  rate: 12,
  onChange: 'rerun',
  view: () => import('./view.ts'),
} satisfies Demo;
