import type { Demo } from '../../demo/definition.ts';

/** Samples per dimension that a tick adds. */
const growth = 0.1;

export default {
  claim:
    'Before the first step of the descent, once there are enough samples, the lowest direction of the Hessian points at the signal.',
  alt: 'Samples are added to phase retrieval at a random start. The lower end of the spectrum of the Hessian follows the dashed density of theory; above a number of samples one eigenvalue comes out of it. Its eigenvector alone has much of the signal, and its squared overlap grows with the samples along the dashed curve of theory.',
  runs: {
    matrix: {
      kernel: 'hessian-phase-retrieval',
      fields: ['spectrum', 'overlaps'],
      fixed: { growth },
    },
    theory: {
      kernel: 'spectral-phase-retrieval',
      fields: ['density', 'edges', 'outliers'],
      fixed: { growth },
    },
  },
  defaults: { N: 300, alpha: 8, a: 0.1 },
  presets: {
    'enough samples': {},
    'too few samples': { alpha: 2 },
    'a loss that knows sooner': { a: 1 },
    'a jump that N rounds': { a: 4 },
  },
  controls: ['alpha', 'a', 'N'],
  ticks: 70,
  rate: 10,
  onChange: 'rerun',
  view: () => import('./view.ts'),
} satisfies Demo;
