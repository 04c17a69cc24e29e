/** The library as the tests see it: pointers are numbers, 64-bit integers are bigints. */
import { compile, type Target } from '../../../src/build/asc.ts';

type Pointer = number;

export interface Library {
  readonly memory: WebAssembly.Memory;
  vector(N: number): Pointer;
  matrix(N: number): Pointer;
  growingPair(capacity: number): Pointer;
  setRow(pair: Pointer, i: number, s: Pointer, l: Pointer, from: number): void;
  products(pair: Pointer, n: number, a: Pointer, b: Pointer, x: Pointer, y: Pointer): void;
  fromState(s0: bigint, s1: bigint, s2: bigint, s3: bigint): Pointer;
  stream(seed: number, index: number): Pointer;
  next(random: Pointer): bigint;
  jump(random: Pointer): void;
  splitMix(z: bigint): bigint;
  uniform(random: Pointer): number;
  fillUniform(random: Pointer, out: Pointer): void;
  normal(random: Pointer): number;
  fillNormal(random: Pointer, out: Pointer): void;
  fillTail(random: Pointer, out: Pointer): void;
  dot(a: Pointer, b: Pointer): number;
  norm(a: Pointer): number;
  scale(a: Pointer, s: number): void;
  addScaled(a: Pointer, s: number, b: Pointer): void;
  copy(from: Pointer, to: Pointer): void;
  overlap(x: Pointer, y: Pointer): number;
  tangent(x: Pointer, g: Pointer): void;
  renormalise(x: Pointer): void;
  randomPoint(random: Pointer, out: Pointer): void;
  pointAtOverlap(random: Pointer, star: Pointer, m0: number, out: Pointer): void;
  gaussianMatrix(random: Pointer, N: number): Pointer;
  get(M: Pointer, i: number, j: number): number;
  set(M: Pointer, i: number, j: number, value: number): void;
  apply(W: Pointer, x: Pointer, out: Pointer): number;
  rankTwo(U: Pointer, s: number, x: Pointer, y: Pointer, out: Pointer): void;
  gaussianTensor(random: Pointer, N: number): Pointer;
  geometricSteps(first: number, ratio: number, count: number): Pointer;
  diary(waits: Pointer, lags: Pointer, steps: number): Pointer;
  neighbours(d: number, r: Pointer, first: number, L: number, range: Pointer): Pointer;
  listedPairs(neighbours: Pointer, list: number, out: Pointer): number;
  waveShell(d: number, L: number, q: number): Pointer;
  meanCosine(shell: Pointer, u: Pointer): number;
  kick(v: Pointer, s: number, F: Pointer): void;
  drift(v: Pointer, s: number, r: Pointer, travel: Pointer): void;
  translate(v: Pointer, c: Pointer): void;
  square(v: Pointer): number;
  squareOfSum(a: Pointer, b: Pointer, n: number): number;
  clear(a: Pointer, n: number): void;
  coefficient(T: Pointer, i: number, j: number, k: number): number;
  gradient(T: Pointer, x: Pointer, out: Pointer): number;
  contract(T: Pointer, M: Pointer, out: Pointer): void;
  partialTrace(T: Pointer, out: Pointer): void;
  contractOnce(T: Pointer, x: Pointer, out: Pointer): void;
  climbMatrix(W: Pointer, u: Pointer, values: Pointer, residuals: Pointer): void;
  denseMatrix(N: number): Pointer;
  getDense(A: Pointer, i: number, j: number): number;
  setDense(A: Pointer, i: number, j: number, value: number): void;
  turn(A: Pointer, n: number, y: Pointer): void;
  tridiagonalise(A: Pointer, n: number, diagonal: Pointer, side: Pointer): void;
  eigenvalues(n: number, a: Pointer, b: Pointer): void;
  eigenvaluesAndRow(n: number, a: Pointer, b: Pointer, r: Pointer): void;
  addSquare(A: Pointer, s: number, x: Pointer): void;
  copyDense(A: Pointer, s: number, out: Pointer): void;
  turnVector(A: Pointer, n: number, y: Pointer): void;
  tangentSignal(A: Pointer, x: Pointer, y: Pointer, spectrum: Pointer, overlaps: Pointer, side: Pointer): void;
  halfLine(h: number): Pointer;
  halfLineNodes(line: Pointer): Pointer;
  halfLineWeights(line: Pointer): Pointer;
  halfLineCount(line: Pointer): number;
  complexes(out: Pointer): void;
  smallest(n: number, a: Pointer, b: Pointer, v: Pointer, pivots: Pointer): number;
  operator(A: Pointer): Pointer;
  lanczos(N: number, most: number): Pointer;
  smallestPair(lanczos: Pointer, A: Pointer, start: Pointer, tolerance: number): number;
  lanczosVector(lanczos: Pointer): Pointer;
  lanczosResidual(lanczos: Pointer): number;
  lanczosSteps(lanczos: Pointer): number;
  solveBanded(band: Pointer, width: number, b: Pointer, c: Pointer): void;
  gregory(count: number): Pointer;
  integralToEnd(g: Pointer, out: Pointer): void;
  firstNeighbour(z: number, count: number): number;
  uniformWeights(z: number, w: Pointer, at: number): void;
  weights(z: number, nodes: Pointer, first: number, count: number, w: Pointer): void;
  slopes(nodes: Pointer, first: number, count: number, at: number, w: Pointer): void;
  slopeTable(count: number): Pointer;
  anderson(n: number, depth: number): Pointer;
  advance(anderson: Pointer, z: Pointer, G: Pointer): void;
  density(x: number): number;
  logPotential(x: number): number;
  outside(x: number): number;
  outlier(theta: number): number;
  outlierOverlap(theta: number): number;
  confinement(theta: number, t: number): number;
  jet(): Pointer;
  evaluate(coefficients: Pointer, x: number, out: Pointer): void;
  divide(n: Pointer, d: Pointer, out: Pointer): void;
  geometric(c: number, n: number): Pointer;
  monomial(c: number, n: number): Pointer;
  add(a: Pointer, s: number, b: Pointer): Pointer;
  multiply(a: Pointer, b: Pointer): Pointer;
  batch(n: number, samples: number): Pointer;
  batchValue(batch: Pointer, b: number, i: number): number;
  setBatchValue(batch: Pointer, b: number, i: number, value: number): void;
  squaredNorm(batch: Pointer, b: number): number;
  rectify(batch: Pointer): void;
  mask(x: Pointer, y: Pointer): void;
  denseLayer(inputs: number, outputs: number): Pointer;
  weightsOf(layer: Pointer): Pointer;
  weight(layer: Pointer, weights: Pointer, o: number, i: number): number;
  setWeight(layer: Pointer, weights: Pointer, o: number, i: number, value: number): void;
  forward(layer: Pointer, weights: Pointer, x: Pointer, y: Pointer): void;
  backward(layer: Pointer, weights: Pointer, delta: Pointer, g: Pointer): void;
  descend(layer: Pointer, weights: Pointer, x: Pointer, delta: Pointer, s: number): number;
  erf(x: number): number;
  erfc(x: number): number;
  owen(h: number, a: number): number;
  gaussLegendre(n: number): Pointer;
  hill(n: number): Pointer;
  calls(curve: Pointer): number;
  root(curve: Pointer, value: number, low: number, high: number): number;
  summit(curve: Pointer, low: number, high: number): number;
  rowPanels(M: number, N: number): Pointer;
  getEntry(X: Pointer, r: number, i: number): number;
  setEntry(X: Pointer, r: number, i: number, value: number): void;
  weighByFactors(X: Pointer, v: Pointer, factors: Pointer, out: Pointer): void;
  signGram(N: number): Pointer;
  signRows(N: number, capacity: number): Pointer;
  signTable(N: number, capacity: number): Pointer;
  paddedLength(N: number): number;
  halfWords(count: number): Pointer;
  words(count: number): Pointer;
  singles(count: number): Pointer;
  setSigns(rows: Pointer, nu: number, signs: Pointer): void;
  accumulate(G: Pointer, rows: Pointer, from: number, to: number, sign: number): void;
  reset(G: Pointer): void;
  coupling(G: Pointer, i: number, j: number): number;
  rowProduct(G: Pointer, i: number, s: Pointer): number;
  addTwice(G: Pointer, i: number, sign: number, h: Pointer): void;
  signProduct(a: Pointer, at: number, b: Pointer): number;
  setTerm(table: Pointer, k: number, signs: Pointer): void;
  weightedSum(table: Pointer, c: Pointer, K: number, out: Pointer): void;
}

/** A new instance of the library. */
export async function load(target: Target = 'debug'): Promise<Library> {
  const module = await WebAssembly.compile(await compile('assembly/lib/probe/library.ts', target));
  const abort = (message: number, _file: number, line: number, column: number): never => {
    throw new Error(`the library: ${text(library.memory, message)} (line ${line}, column ${column})`);
  };
  const library = new WebAssembly.Instance(module, { env: { abort } }).exports as unknown as Library;
  return library;
}

/** An AssemblyScript string: UTF-16, its length in bytes four bytes before it. */
function text(memory: WebAssembly.Memory, pointer: number): string {
  const bytes = new DataView(memory.buffer).getUint32(pointer - 4, true);
  return String.fromCharCode(...new Uint16Array(memory.buffer, pointer, bytes / 2));
}

/** View of the vector at `pointer`: valid until the next allocation. */
export function view(library: Library, pointer: Pointer, N: number): Float64Array {
  return new Float64Array(library.memory.buffer, pointer, N);
}

/** A new vector with these values. */
export function put(library: Library, values: ArrayLike<number>): Pointer {
  const pointer = library.vector(values.length);
  view(library, pointer, values.length).set(values);
  return pointer;
}

/** N normal numbers, the same for the same seed. */
export function normalVector(library: Library, seed: number, N: number): Float64Array {
  const out = library.vector(N);
  library.fillNormal(library.stream(seed, 4), out);
  return view(library, out, N).slice();
}
