/** One step of each kernel at its default size, as a session takes it, against the same algorithm in other languages. */
import { loadKernel, manifestOf } from '../../../src/build/catalogue.ts';
import { instantiate, type Kernel } from '../../../src/kernel/instance.ts';
import type { Values } from '../../../src/kernel/manifest.ts';
import { streams } from '../bandwidth/streams.ts';
import type { Bench } from '../bench.ts';
import { inProcess, type Work } from '../in-process.ts';
import { gather, oneThread, startC, startPython, writeArrays } from '../peers.ts';
import { checkAgreement, limits, race } from '../race.ts';
import { tolerance } from '../tensor/input.ts';
import { type Instance, instanceOf, seed } from './instance.ts';
import { descent } from './p-spin.ts';
import { amp, gradientFlow as matrixTensorFlow, stateEvolution } from './spiked-matrix-tensor.ts';
import { averagedDescent, gradientFlow } from './spiked-tensor.ts';

interface Step {
  readonly kernel: string;
  /** Names of the peers' files and of the algorithm in them. */
  readonly peer: readonly [file: string, algorithm: string];
  readonly js: (instance: Instance) => Work;
  /** Sizes and parameters beside the defaults. */
  readonly setup?: Values;
  readonly params?: Values;
  /** How many of the observables are compared, where not all. */
  readonly observables?: number;
  /** Fields that are compared, behind the observables. */
  readonly fields: readonly string[];
  /** Memory that a step touches: vectors are not counted. */
  readonly bytes: (N: number) => number;
  /** Steps of a turn at most. */
  readonly mostCalls?: number;
}

const tensor = (N: number) => (4 * N * (N + 1) * (N + 2)) / 6;
const matrix = (N: number) => (4 * N * (N + 1)) / 2;

const steps: readonly Step[] = [
  {
    kernel: 'gradient-flow-spiked-tensor',
    peer: ['spiked-tensor', 'flow'],
    js: gradientFlow,
    fields: ['x', 'position'],
    bytes: tensor,
  },
  {
    kernel: 'averaged-descent-spiked-tensor',
    peer: ['spiked-tensor', 'averaged'],
    js: averagedDescent,
    fields: ['x', 'position', 'replicaPositions'],
    bytes: (N) => 2 * tensor(N) + matrix(N),
    mostCalls: 40, // while it averages: a step of the second phase is less work
  },
  {
    kernel: 'amp-spiked-matrix-tensor',
    peer: ['spiked-matrix-tensor', 'amp'],
    js: amp,
    fields: ['xhat'],
    bytes: (N) => tensor(N) + matrix(N),
  },
  {
    kernel: 'gradient-flow-spiked-matrix-tensor',
    peer: ['spiked-matrix-tensor', 'flow'],
    js: matrixTensorFlow,
    params: { hessianEvery: 1000 }, // the flow alone: no turn is as long
    observables: 5,
    fields: ['x', 'position'],
    bytes: (N) => tensor(N) + matrix(N),
    mostCalls: 900,
  },
  {
    kernel: 'langevin-p-spin',
    peer: ['p-spin', 'descent'],
    js: descent,
    setup: { p: 3, N: 200, samples: 1, dt: 0.05 },
    params: { temperature: 0 }, // the noise has a race of its own
    observables: 2,
    fields: ['x'],
    bytes: tensor,
  },
  {
    kernel: 'state-evolution-spiked-matrix-tensor',
    peer: ['spiked-matrix-tensor', 'evolution'],
    js: stateEvolution,
    fields: ['map'],
    bytes: () => 8 * 129,
  },
];

/** Steps after which the results are compared. */
const checked = 2;

/**
 * Each step makes an error of the tensor anew and enlarges the one before it, by less than four at the defaults; what is
 * computed in f64 alone agrees to 10⁻¹².
 */
const error = (N: number) => (1 + 4) * tolerance(N) + 1e-12;

/** The kernel at work. */
function ours(start: () => Kernel, { observables, fields }: Step): Work {
  let kernel = start();
  return {
    restart() {
      kernel = start();
    },
    call: () => kernel.step(),
    result: () => [...kernel.observables.slice(0, observables), ...fields.flatMap((name) => [...kernel.field(name)])],
  };
}

async function bench(step: Step): Promise<Bench> {
  const { kernel: id, js, setup = {}, params = {}, bytes, mostCalls = limits.mostCalls } = step;
  const [file, algorithm] = step.peer;
  const size = setup.N ?? (await manifestOf(id)).setup.N?.default ?? 0;
  return {
    name: `step/${id}`,
    size,
    async measure() {
      const { module, manifest } = await loadKernel(id);
      const start = () => instantiate(module, manifest, { seed, setup, params });
      const instance = await instanceOf(start(), setup);
      const args = [algorithm, `${checked}`, writeArrays(Object.values(instance))];
      const script = `step/${file.replaceAll('-', '_')}.py`;
      const kernel = inProcess(ours(start, step), checked);
      const peers = await gather({
        js: inProcess(js(instance), checked),
        c: startC(`step/${file}.c`, args),
        numpy: startPython(script, args),
        numpyOneThread: startPython(script, args, oneThread),
      });
      checkAgreement(kernel, peers, error(size));
      const racers = new Map([...peers, ...(await streams(bytes(size)))]);
      return { bytes: bytes(size), ...(await race(kernel, racers, { ...limits, mostCalls })) };
    },
  };
}

export default await Promise.all(steps.map(bench));
