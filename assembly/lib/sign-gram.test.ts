import { beforeAll, describe, expect, test } from 'vitest';
import { type Library, load } from './probe/load.mts';

let library: Library;
beforeAll(async () => {
  library = await load();
});

const halfWords = (pointer: number, count: number) => new Int16Array(library.memory.buffer, pointer, count);
const words = (pointer: number, count: number) => new Int32Array(library.memory.buffer, pointer, count);

/** Signs without an order: a bit of the squares of a sequence. */
const signs = (count: number, salt: number) =>
  Int16Array.from({ length: count }, (_, k) => ((Math.imul(k + 17 * salt, k * k + 40503) >>> 7) & 1 ? 1 : -1));

/** A vector [padded] of those. */
function vector(values: Int16Array): number {
  const pointer = library.halfWords(library.paddedLength(values.length));
  halfWords(pointer, values.length).set(values);
  return pointer;
}

function rowsOf(N: number, vectors: readonly Int16Array[]): number {
  const rows = library.signRows(N, vectors.length);
  for (const [nu, values] of vectors.entries()) library.setSigns(rows, nu, vector(values));
  return rows;
}

/** [N, N] all G_ij. */
const elements = (G: number, N: number) =>
  Array.from({ length: N * N }, (_, k) => library.coupling(G, Math.floor(k / N), k % N));

/** [N, N] Σ_ν ξ_i ξ_j by plain loops, with nothing on the diagonal. */
const plain = (N: number, vectors: readonly Int16Array[]) =>
  Array.from({ length: N * N }, (_, k) => {
    const [i, j] = [Math.floor(k / N), k % N];
    return i === j ? 0 : vectors.reduce((sum, v) => sum + (v[i] ?? 0) * (v[j] ?? 0), 0);
  });

const draw = (N: number, count: number) => Array.from({ length: count }, (_, nu) => signs(N, nu));

describe('the couplings', () => {
  // 248 vectors fill the lanes that count them, 249 do not fit
  test.each([
    [1, 3],
    [5, 8],
    [16, 9],
    [17, 1],
    [40, 248],
    [33, 249],
    [50, 700],
  ])('of %d components and %d vectors are the sum of outer products', (N, count) => {
    const vectors = draw(N, count);
    const G = library.signGram(N);
    library.accumulate(G, rowsOf(N, vectors), 0, count, 1);
    expect(elements(G, N)).toEqual(plain(N, vectors));
  });

  test.each([
    [0, 3],
    [5, 8],
    [3, 21],
    [7, 300],
    [8, 264],
  ])('change by the vectors from %d up to %d alone, and removing those leaves no trace', (from, to) => {
    const N = 37;
    const vectors = draw(N, 300);
    const rows = rowsOf(N, vectors);
    const G = library.signGram(N);
    library.accumulate(G, rows, from, to, 1);
    expect(elements(G, N)).toEqual(plain(N, vectors.slice(from, to)));
    library.accumulate(G, rows, 0, 300, 1);
    library.accumulate(G, rows, from, to, -1);
    expect(elements(G, N)).toEqual(plain(N, vectors));
    library.reset(G);
    expect(elements(G, N).every((value) => value === 0)).toBe(true);
  });

  test.each([7, 16, 45])('of %d components: fields anew, and after a flip', (N) => {
    const vectors = draw(N, 60);
    const G = library.signGram(N);
    library.accumulate(G, rowsOf(N, vectors), 0, 60, 1);
    const s = signs(N, 99);
    const field = (i: number) => s.reduce((sum, value, j) => sum + library.coupling(G, i, j) * value, 0);
    const spins = vector(s);
    const fields = library.words(library.paddedLength(N));
    for (let i = 0; i < N; ++i) words(fields, N)[i] = library.rowProduct(G, i, spins);
    expect([...words(fields, N)]).toEqual(Array.from(s, (_, i) => field(i)));
    for (const k of [0, N - 1, 3]) {
      s[k] = -(s[k] ?? 0);
      library.addTwice(G, k, s[k] ?? 0, fields);
      expect([...words(fields, N)]).toEqual(Array.from(s, (_, i) => field(i)));
    }
  });
});

test('a product of signs begins anywhere in the first vector', () => {
  const N = 21;
  const length = library.paddedLength(N);
  const [a, b] = [signs(N, 1), signs(N, 2)];
  const first = library.halfWords(3 * length);
  halfWords(first, 3 * length).set(a, 2 * length);
  expect(library.signProduct(first, 2 * length, vector(b))).toBe(a.reduce((sum, v, i) => sum + v * (b[i] ?? 0), 0));
});

test.each([
  [3, 5],
  [16, 12],
  [30, 40],
])('sums of %d components and %d terms have the rounding of f32', (N, K) => {
  const terms = draw(N, K);
  const table = library.signTable(N, K);
  for (const [k, f] of terms.entries()) library.setTerm(table, k, vector(f));
  const weights = Float32Array.from({ length: K }, (_, k) => Math.cos(7 * k));
  const [c, out] = [library.singles(K), library.singles(N + 15)];
  const singles = (pointer: number, count: number) => new Float32Array(library.memory.buffer, pointer, count);
  singles(c, K).set(weights);
  library.weightedSum(table, c, K, out);
  const sums = Float64Array.from({ length: N }, (_, i) =>
    terms.reduce((sum, f, k) => sum + (weights[k] ?? 0) * (f[i] ?? 0), 0),
  );
  const size = weights.reduce((sum, w) => sum + Math.abs(w), 0);
  singles(out, N).forEach((value, i) => {
    expect(Math.abs(value - (sums[i] ?? 0))).toBeLessThan(K * 2 ** -24 * size);
  });
});
