import type { Demo, DemoRun } from '../../demo/definition.ts';

/** Values of r over N^(1/4). */
const ratios = [0.7, 1, 1.4, 2, 2.8, 4];
/** The sizes, and by which factor their ratios are shifted, so that no error bar covers another. */
const sizes = [
  { N: 16, shift: 0.95 },
  { N: 44, shift: 1 },
  { N: 120, shift: 1.05 },
];

const until = 'overlap>0.7';

/** The runs of one method, named by it and their N: with numbers of their own, and so many steps at most. */
function runsOf(
  name: string,
  kernel: string,
  steps: number,
  fixed: (N: number) => DemoRun['fixed'],
): [string, DemoRun][] {
  return sizes.map(({ N, shift }) => {
    const r = ratios.map((ratio) => Number((ratio * shift * N ** 0.25).toPrecision(4)));
    return [`${name}${N}`, { kernel, fixed: { N, ...fixed(N) }, sweep: { grid: { r }, steps, until } }];
  });
}

const dt = 0.1;

export default {
  claim: 'Beyond the fourth root of N, three methods become certain as N grows, and gradient flow does not.',
  alt: 'Four charts of the fraction of runs that find the signal against r over the fourth root of N, each with one curve for N = 16, 44 and 120. For averaged descent, the partial-trace start and unfolding the curves cross at about 1 or below and become steeper with N, up to certainty. For gradient flow they rise slowly to little more than one half, and N does not help. Error bars shrink as runs come in.',
  runs: Object.fromEntries([
    ...runsOf('gradientFlow', 'gradient-flow-spiked-tensor', 250, () => ({ m0: 0, dt })),
    ...runsOf('averaged', 'averaged-descent-spiked-tensor', 120, (N) => ({ R: 4 * N, eta: 0.2 })),
    ...runsOf('partialTrace', 'partial-trace-spiked-tensor', 250, () => ({ dt })),
    ...runsOf('unfolding', 'tensor-unfolding-spiked-tensor', 250, () => ({ dt })),
  ]),
  presets: { 'replicas apart': { spread: 0.9 }, 'replicas all together': { spread: 0 } },
  controls: ['spread'],
  ticks: 100,
  still: 12,
  rate: 12,
  onChange: 'rerun',
  view: () => import('./view.ts'),
} satisfies Demo;
