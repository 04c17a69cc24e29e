import { beforeAll, expect, test } from 'vitest';
import { type Library, load, view } from './probe/load.mts';

let library: Library;
beforeAll(async () => {
  library = await load();
});

function integrate(h: number, f: (x: number) => number): number {
  const line = library.halfLine(h);
  const count = library.halfLineCount(line);
  const x = view(library, library.halfLineNodes(line), count);
  const w = view(library, library.halfLineWeights(line), count);
  return x.reduce((sum, xk, k) => sum + (w[k] as number) * f(xk), 0);
}

/** Integrands and their integrals. */
const cases: [string, (x: number) => number, number][] = [
  ['e⁻ˣ', (x) => Math.exp(-x), 1],
  ['x³ e⁻ˣ', (x) => x ** 3 * Math.exp(-x), 6],
  ['e⁻ˣ cos x', (x) => Math.exp(-x) * Math.cos(x), 0.5],
  ['e^(−x²)', (x) => Math.exp(-x * x), Math.sqrt(Math.PI) / 2],
  // 100 e E₁(1), slow and with a pole beyond the origin
  ['e^(−x/100)/(1 + x/100)', (x) => Math.exp(-x / 100) / (1 + x / 100), 59.63473623231941],
];

test.each(cases)('%s: exact at h = 0.1, and the error at h is about the square of that at 2h', (_, f, exact) => {
  const error = (h: number) => Math.abs(integrate(h, f) / exact - 1);
  // two hundred roundings, of either sign
  expect(error(0.1)).toBeLessThan(2e-14);
  expect(error(0.05)).toBeLessThan(2e-14);
  // e^(−c/h): with c of 2.5 at least, from an angle of π/4 and more
  expect(error(0.4)).toBeLessThan(2e-3);
  expect(error(0.2)).toBeLessThan(1e-6);
  expect(error(0.4)).toBeGreaterThan(error(0.1));
});
