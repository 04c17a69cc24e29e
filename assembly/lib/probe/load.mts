/** The library as the tests see it: pointers are numbers, 64-bit integers are bigints. */
import { compile, type Target } from '../../../src/build/asc.ts';

type Pointer = number;

export interface Library {
  readonly memory: WebAssembly.Memory;
  vector(N: number): Pointer;
  matrix(N: number): Pointer;
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
  coefficient(T: Pointer, i: number, j: number, k: number): number;
  gradient(T: Pointer, x: Pointer, out: Pointer): number;
  contract(T: Pointer, M: Pointer, out: Pointer): void;
  partialTrace(T: Pointer, out: Pointer): void;
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
