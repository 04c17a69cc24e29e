/** The models as the tests see them: pointers are numbers. */
import { compile, type Target } from '../../../src/build/asc.ts';

type Pointer = number;

export interface Models {
  readonly memory: WebAssembly.Memory;
  ageingMesh(points: number, a: number): Pointer;
  placeMesh(mesh: Pointer, t: number, out: Pointer): number;
  meshIndex(mesh: Pointer, node: number): number;
  vector(N: number): Pointer;
  matrix(N: number): Pointer;
  stream(seed: number, index: number): Pointer;
  randomPoint(random: Pointer, out: Pointer): void;
  drawGlobe(random: Pointer, pole: Pointer): Pointer;
  project(globe: Pointer, x: Pointer, out: Pointer): void;
  addSquare(M: Pointer, weight: number, x: Pointer, scratch: Pointer): void;
  drawTensor(seed: number, N: number): Pointer;
  tensorSignal(model: Pointer): Pointer;
  noiseTensor(model: Pointer, x: Pointer, out: Pointer): number;
  meanNoise(model: Pointer, M: Pointer, out: Pointer): void;
  noiseVariance(N: number): number;
  signalEnergy(r: number, m: number): number;
  addSignal(model: Pointer, r: number, square: number, out: Pointer): void;
  sampleSeed(seed: number, k: number): number;
  drawPSpin(seed: number, p: number, N: number): Pointer;
  pSpinForce(model: Pointer, x: Pointer, out: Pointer): number;
  drawMatrixTensor(seed: number, N: number): Pointer;
  matrixTensorSignal(model: Pointer): Pointer;
  noiseMatrixTensor(model: Pointer, delta2: number, delta3: number, x: Pointer, out: Pointer): number;
  walker(model: Pointer): Pointer;
  walkerPoint(walker: Pointer): Pointer;
  walkerForce(walker: Pointer): Pointer;
  walkerRadial(walker: Pointer): number;
  look(walker: Pointer): void;
  walkerEnergy(walker: Pointer, delta2: number, delta3: number, assumed: number): number;
  pull(walker: Pointer, delta2: number, delta3: number, assumed: number): void;
  shake(walker: Pointer, temperature: number, dt: number, random: Pointer): void;
  move(walker: Pointer, dt: number): void;
  tangentHessian(model: Pointer): Pointer;
  takeHessian(hessian: Pointer, x: Pointer, mu: number, delta2: number, delta3: number): void;
  applyHessian(hessian: Pointer, v: Pointer, out: Pointer): void;
  lowest(hessian: Pointer): number;
  lowestVector(hessian: Pointer): Pointer;
  signalOverlap(hessian: Pointer): number;
  spectrum(hessian: Pointer, out: Pointer): void;
  mixture(d: number, N: number): Pointer;
  mixtureInBox(d: number, N: number, L: number): Pointer;
  mixturePositions(mixture: Pointer): Pointer;
  mixtureDisplacements(mixture: Pointer): Pointer;
  mixtureForces(mixture: Pointer): Pointer;
  mixtureEnergy(mixture: Pointer): number;
  mixturePressure(mixture: Pointer, T: number): number;
  mixtureBuilds(mixture: Pointer): number;
  lookAtMixture(mixture: Pointer): void;
  equilibrate(mixture: Pointer, random: Pointer, T: number): void;
  newtonian(mixture: Pointer, random: Pointer): Pointer;
  velocities(dynamics: Pointer): Pointer;
  heat(dynamics: Pointer, T: number): void;
  stepNewton(dynamics: Pointer, dt: number, T: number, rate: number): void;
  observer(mixture: Pointer): Pointer;
  observe(observer: Pointer): void;
  radialDistribution(observer: Pointer): Pointer;
  selfScattering(observer: Pointer): Pointer;
  meanSquareDisplacement(observer: Pointer): Pointer;
  f(q: number, delta2: number, delta3: number): number;
  fPrime(q: number, delta2: number, delta3: number): number;
  fSecond(q: number, delta2: number, delta3: number): number;
  network(inputs: number, width: number, outputs: number, crossEntropy: boolean): Pointer;
  setWeights(network: Pointer, w: Pointer): void;
  getWeights(network: Pointer, w: Pointer): void;
  networkWeights(network: Pointer): Pointer;
  pass(network: Pointer, samples: number): Pointer;
  present(pass: Pointer, b: number, x: Pointer, y: Pointer): void;
  evaluate(network: Pointer, pass: Pointer): number;
  propagate(network: Pointer, pass: Pointer): void;
  moveWeights(network: Pointer, pass: Pointer, s: number, w: Pointer): number;
  gradientSquare(pass: Pointer, b: number): number;
  drawTask(seed: number, task: number, crossEntropy: boolean, P: number, inputs: number): Pointer;
  drawTeacher(seed: number, inputs: number): Pointer;
  samples(count: number, inputs: number, outputs: number): Pointer;
  samplesOf(task: Pointer, heldOut: boolean): Pointer;
  inputsOf(samples: Pointer): Pointer;
  targetsOf(samples: Pointer): Pointer;
  labelsOf(samples: Pointer): Pointer;
  examination(network: Pointer): Pointer;
  lossOf(exam: Pointer, samples: Pointer): number;
  accuracyOf(exam: Pointer): number;
  varianceOf(exam: Pointer, samples: Pointer): number;
  drawRetrieval(seed: number, N: number, M: number): Pointer;
  retrievalSignal(model: Pointer): Pointer;
  retrievalEntry(model: Pointer, mu: number, i: number): number;
  retrievalOutput(model: Pointer, mu: number): number;
  landscape(model: Pointer, a: number): Pointer;
  survey(landscape: Pointer, w: Pointer, b: number, out: Pointer): void;
  retrievalLoss(landscape: Pointer): number;
  retrievalRadial(landscape: Pointer): number;
  samplesSeen(landscape: Pointer): Pointer;
  retrievalHessian(landscape: Pointer, w: Pointer): Pointer;
  applyRetrievalHessian(hessian: Pointer, v: Pointer, out: Pointer): void;
  lowestOfRetrieval(hessian: Pointer): number;
  lowestOfRetrievalOverlap(hessian: Pointer): number;
  lowestOfRetrievalVector(hessian: Pointer): Pointer;
  drawBatch(random: Pointer, b: number, s: Pointer, M: number): void;
  renewal(b: number, tau: number, eta: number): number;
  renewBatch(random: Pointer, b: number, kappa: number, s: Pointer, M: number): void;
}

/** A new instance of the models. */
export async function load(target: Target = 'debug'): Promise<Models> {
  const module = await WebAssembly.compile(await compile('assembly/models/probe/models.ts', target));
  const abort = (_message: number, _file: number, line: number, column: number): never => {
    throw new Error(`the models aborted at line ${line}, column ${column}`);
  };
  return new WebAssembly.Instance(module, { env: { abort } }).exports as unknown as Models;
}

/** The values of the vector at `pointer`, copied. */
export function values(models: Models, pointer: Pointer, N: number): Float64Array {
  return new Float64Array(models.memory.buffer, pointer, N).slice();
}

/** Writes `source` into the vector at `pointer`. */
export function write(models: Models, pointer: Pointer, source: ArrayLike<number>): void {
  new Float64Array(models.memory.buffer, pointer, source.length).set(source);
}

/** A new vector with these values. */
export function put(models: Models, source: ArrayLike<number>): Pointer {
  const pointer = models.vector(source.length);
  write(models, pointer, source);
  return pointer;
}

/** x · y */
export function dot(x: ArrayLike<number>, y: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < x.length; ++i) sum += (x[i] ?? 0) * (y[i] ?? 0);
  return sum;
}

/** A fixed point of |x|² = N, and one of overlap q with it. */
export function pair(N: number, q: number): [Float64Array, Float64Array] {
  const onSphere = (z: Float64Array) => z.map((value) => value * Math.sqrt(N / dot(z, z)));
  const x = onSphere(Float64Array.from({ length: N }, (_, i) => Math.cos(1 + 3 * i)));
  const raw = Float64Array.from({ length: N }, (_, i) => Math.sin(2 + 5 * i * i));
  const across = onSphere(raw.map((value, i) => value - (dot(raw, x) / N) * (x[i] ?? 0)));
  return [x, across.map((value, i) => q * (x[i] ?? 0) + Math.sqrt(1 - q * q) * value)];
}
