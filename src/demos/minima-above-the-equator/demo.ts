import type { Demo } from '../../demo/definition.ts';

export default {
  claim: 'Minima crowd around the equator; above their band there are none until the signal’s own.',
  alt: 'A map of overlap with the signal against energy, coloured by the number of minima. They fill a band along the equator between the ground state of the noise and the threshold energy; above the band the map is empty up to a single point, the minimum at the signal. Beside it, the spectrum of the Hessian at a chosen place of the map, with an isolated eigenvalue towards the signal.',
  runs: {
    landscape: {
      kernel: 'kac-rice-spiked-tensor',
      stepsPerTick: 200,
      fields: ['annealed', 'quenched', 'eigenvalues', 'spectrum'],
      fixed: { p: 3, columns: 200, rows: 200, depth: 1, shallow: 0.005 },
    },
  },
  defaults: { r: 3, overlap: 0.55, energy: -1.16, quenched: 0 },
  presets: {
    'no island': { r: 2.3 },
    'island born': { r: 2.5 },
    'island deepest': { r: 3 },
    'strong signal': { r: 6 },
  },
  controls: ['r', 'quenched'],
  marks: { r: [2.4495, 2.5595] },
  ticks: 1,
  rate: 30,
  onChange: 'rerun',
  view: () => import('./view.ts'),
} satisfies Demo;
