/** A million standard normal numbers: milliseconds a call are nanoseconds a number. */
import { load, view } from '../../../assembly/lib/probe/load.mts';
import type { Bench } from '../bench.ts';
import { inProcess } from '../in-process.ts';
import { gather, startC, startPython } from '../peers.ts';
import { checkAgreement, type Racer, race } from '../race.ts';
import { fillPolar } from './polar.ts';

const size = 1e6;
const checked = 1e5;

/** Throws when the numbers of another generator are not standard normal. */
function checkMoments(name: string, { result }: Racer): void {
  for (const [power, moment, variance] of [
    [1, 0, 1],
    [2, 1, 2],
    [4, 3, 96],
  ] as const) {
    const mean = result.reduce((sum, x) => sum + x ** power, 0) / result.length;
    // CLT: the variance of x^k is (2k − 1)!! less the square of its mean; six sigma
    const bound = 6 * Math.sqrt(variance / result.length);
    if (!(Math.abs(mean - moment) < bound)) {
      throw new Error(`${name}: the mean of x^${power} is ${mean}, expected ${moment} within ${bound}`);
    }
  }
}

export default [
  {
    name: 'normal',
    size,
    async measure() {
      const library = await load('release');
      const random = library.stream(1, 0);
      const out = library.vector(size);
      const ours = inProcess({
        call: () => library.fillNormal(random, out),
        result: () => view(library, out, checked),
      });
      const numbers = new Float64Array(size);
      const others = await gather({
        js: inProcess({ call: () => fillPolar(numbers), result: () => numbers.subarray(0, checked) }),
        numpy: startPython('normal/generator.py', [`${size}`, `${checked}`]),
      });
      for (const [name, racer] of others) checkMoments(name, racer);
      const same = await gather({ c: startC('normal/ziggurat.c', [`${size}`, `${checked}`]) });
      // edges are right to 1.4·10⁻¹² (`normal.test.ts` of the library), on either side
      checkAgreement(ours, same, 3e-12);
      return { bytes: 8 * size, ...(await race(ours, new Map([...others, ...same]))) };
    },
  },
] satisfies Bench[];
