import type { Demo } from '../../demo/definition.ts';
import wide from '../training-is-interrupted-aging/demo.ts';

export default {
  ...wide,
  claim: 'A network too small for its data keeps ageing: the longer it is trained, the more its weights are held.',
  alt: 'A network of four hidden units learns two thousand handwritten digits. Its loss sinks slowly and never vanishes. The displacement of its weights after eight waiting times, measured in free steps of their gradient noise: the early curves run above the dashed line of free diffusion, each later one bends away farther below it. Beside them, 36 digits that were not learnt, each with the number that the network reads; the wrong ones are framed.',
  defaults: { ...wide.defaults, width: 4 },
  presets: { small: { width: 4 }, 'still too small': { width: 8 }, 'just enough': { width: 15 } },
} satisfies Demo;
