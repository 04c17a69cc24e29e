import { beforeAll, describe, expect, test } from 'vitest';
import { type Library, load, put } from './probe/load.mts';

let library: Library;
beforeAll(async () => {
  library = await load('release');
});

/** The mean over all whole-numbered vectors of the shell, one by one. */
function oneByOne(d: number, L: number, q: number, u: number[]): number {
  const radius = (q * L) / (2 * Math.PI);
  const most = Math.ceil(radius) + 1;
  const span = Array.from({ length: 2 * most + 1 }, (_, k) => k - most);
  let [sum, count] = [0, 0];
  for (const x of span) {
    for (const y of span) {
      for (const z of d === 3 ? span : [0]) {
        if (Math.abs(Math.hypot(x, y, z) - radius) > 0.25) continue;
        const phase = [x, y, z].reduce((total, n, k) => total + n * (u[k] ?? 0), 0);
        sum += Math.cos((2 * Math.PI * phase) / L);
        ++count;
      }
    }
  }
  return sum / count;
}

describe.each([
  [2, 7.3, 6.5],
  [2, 28.9, 6.5],
  [3, 3.76, 7.25],
  [3, 9.4, 7.25],
])('%d dimensions, side %d, |q| near %d', (d, L, q) => {
  test('the mean cosine is that of all waves of the shell', () => {
    const shell = library.waveShell(d, L, q);
    for (const scale of [0, 0.01, 0.3, 2, 40]) {
      const u = [0.7, -1.1, 0.4].slice(0, d).map((x) => x * scale);
      // recurrence: n² 2⁻⁵² with n up to 30; arguments up to 3000 in the sum one by one
      expect(Math.abs(library.meanCosine(shell, put(library, u)) - oneByOne(d, L, q, u))).toBeLessThan(1e-12);
    }
  });

  test('for a small displacement it is 1 − (q u)²/2d', () => {
    const u = 1e-3;
    const mean = library.meanCosine(library.waveShell(d, L, q), put(library, [u, 0, 0].slice(0, d)));
    // the shell is a quarter of 2π/L thick on both sides
    const thickness = (Math.PI / (2 * L)) * 2;
    expect(Math.abs(Math.sqrt((2 * d * (1 - mean)) / u ** 2) - q)).toBeLessThan(thickness);
  });
});
