/** The digits, the weights and the batches that the kernel draws from a seed, as plain arrays for all racers. */
import digits from '../../../assembly/data/digits.mts';
import { load, view } from '../../../assembly/lib/probe/load.mts';

/** In the order in which a process reads them. */
export interface Instance {
  /** Inputs, hidden units, outputs, samples of a batch, learning rate. */
  readonly sizes: Float64Array;
  /** [P, inputs] */
  readonly x: Float64Array;
  /** [P] */
  readonly labels: Float64Array;
  /** [width, inputs] and [outputs, width] */
  readonly start1: Float64Array;
  readonly start2: Float64Array;
  /** [steps, batch] samples of each step, which begin again after the last */
  readonly batches: Float64Array;
  /** Places of the weights that the kernel shows, among W₁ row by row, c₁, W₂ row by row, c₂. */
  readonly shown: Float64Array;
}

export const seed = 1;
const [pixels, classes, record] = [196, 10, 99];
/** Digits that may be trained on: pixels have mean 0 and variance 1 over these. */
const trainable = 2000;
const steps = 1000;
/** Streams of a seed, as in `assembly/models/streams.ts`. */
const [startStream, batchStream] = [3, 9];

export async function instanceOf(width: number, batch: number, rate: number, shown: number): Promise<Instance> {
  const library = await load('release');
  const numbers = (stream: number, count: number, fill: 'fillNormal' | 'fillUniform') => {
    const out = library.vector(count);
    library[fill](library.stream(seed, stream), out);
    return view(library, out, count).slice();
  };
  const [first, second] = [width * pixels, classes * width];
  const normal = numbers(startStream, first + second, 'fillNormal');
  // The kernel takes a first batch to see where it starts.
  const uniform = numbers(batchStream, (steps + 1) * batch, 'fillUniform').subarray(batch);
  const M = first + width + second + classes;
  return {
    sizes: Float64Array.of(pixels, width, classes, batch, rate),
    ...trainingSet(),
    start1: normal.subarray(0, first).map((w) => w * Math.sqrt(2 / pixels)),
    start2: normal.subarray(first).map((w) => w * Math.sqrt(1 / width)),
    batches: uniform.map((u) => Math.floor(u * trainable)),
    shown: Float64Array.from({ length: shown }, (_, k) => Math.floor((k * M) / shown)),
  };
}

function trainingSet(): { x: Float64Array; labels: Float64Array } {
  const bytes = digits();
  const x = new Float64Array(trainable * pixels);
  const inkOf = (digit: number, i: number) => ((bytes[digit * record + 1 + (i >> 1)] as number) >> (4 * (i & 1))) & 15;
  for (let k = 0; k < x.length; ++k) x[k] = inkOf(Math.floor(k / pixels), k % pixels);
  const mean = x.reduce((sum, ink) => sum + ink, 0) / x.length;
  const deviation = Math.sqrt(x.reduce((sum, ink) => sum + ink * ink, 0) / x.length - mean * mean);
  return {
    x: x.map((ink) => (ink - mean) / deviation),
    labels: Float64Array.from({ length: trainable }, (_, digit) => bytes[digit * record] as number),
  };
}
