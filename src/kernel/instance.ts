/**
 * One running kernel: the only place that looks at the memory of a WebAssembly instance.
 *
 * `init` allocates everything and `step` allocates nothing, so the views made here stay valid for the life of the
 * instance. Blocks are f64 in manifest order; fields have the type and the shape that the manifest gives.
 */
import { messageOf } from './failure.ts';
import { defaults, type ElementType, type FieldSpec, type KernelManifest, sizeOf, type Values } from './manifest.ts';

/** The same exports for every kernel, so there is no glue per kernel. */
interface KernelExports {
  readonly memory: WebAssembly.Memory;
  setupPtr(): number;
  paramsPtr(): number;
  observablesPtr(): number;
  fieldPtr(k: number): number;
  init(seed: number): void;
  step(): void;
}

export type FieldArray = Float64Array | Float32Array | Int32Array | Uint8Array;

export interface Kernel {
  readonly manifest: KernelManifest;
  /** [params] live view, in manifest order: write between two steps. */
  readonly params: Float64Array;
  /** [observables] live view, in manifest order: read after each step. */
  readonly observables: Float64Array;
  /** Live view of a field, flattened in row-major order. Throws on a name that the manifest does not have. */
  field(name: string): FieldArray;
  /** One step. Throws, naming the step and the parameters, when an observable is not finite and no gap. */
  step(): void;
  /** Steps completed so far. */
  readonly steps: number;
  /** Size of the instance's memory in bytes. */
  readonly bytes: number;
}

export interface Start {
  readonly seed: number;
  readonly setup?: Values;
  readonly params?: Values;
}

const views = {
  f64: Float64Array,
  f32: Float32Array,
  i32: Int32Array,
  u8: Uint8Array,
} as const satisfies Record<ElementType, unknown>;

const typeOf = (manifest: KernelManifest, name: string) => views[(manifest.fields[name] as FieldSpec).type];

/** A zeroed array outside wasm memory that can hold the field `name`. */
export function allocateField(manifest: KernelManifest, name: string, setup: Values): FieldArray {
  const length = sizeOf(manifest, name, setup);
  return new (typeOf(manifest, name))(length);
}

/**
 * Makes an instance of a compiled kernel, writes `setup` and `params` (defaults where silent) and calls `init(seed)`.
 *
 * @throws when the kernel aborts or its arrays do not fit in memory, with the kernel's id and its setup.
 */
export function instantiate(module: WebAssembly.Module, manifest: KernelManifest, start: Start): Kernel {
  const { id } = manifest;
  const setup = { ...defaults(manifest.setup), ...start.setup };
  const values = { ...defaults(manifest.params), ...start.params };
  const paramNames = Object.keys(manifest.params);
  let memory: WebAssembly.Memory | undefined;
  const block = (pointer: number, size: number) => new Float64Array(kernel.memory.buffer, pointer, size);
  const write = (pointer: number, names: readonly string[], numbers: Values) =>
    block(pointer, names.length).set(names.map((name) => numbers[name] ?? Number.NaN));
  const abort = (message: number, _file: number, line: number, column: number): never => {
    throw new Error(`${memory ? readString(memory, message) : 'aborted'} (line ${line}, column ${column})`);
  };
  let kernel: KernelExports;
  try {
    kernel = new WebAssembly.Instance(module, { env: { abort } }).exports as unknown as KernelExports;
    memory = kernel.memory;
    write(kernel.setupPtr(), Object.keys(manifest.setup), setup);
    write(kernel.paramsPtr(), paramNames, values);
    kernel.init(start.seed);
  } catch (error) {
    throw new Error(`${id}: cannot start with ${describe(setup)}: ${reasonOfStart(error)}`, { cause: error });
  }

  const params = block(kernel.paramsPtr(), paramNames.length);
  const observableNames = Object.keys(manifest.observables);
  const observables = block(kernel.observablesPtr(), observableNames.length);
  const fieldNames = Object.keys(manifest.fields);
  const present = () => describe(Object.fromEntries(paramNames.map((name, i) => [name, params[i] ?? Number.NaN])));
  const mayLack = Object.values(manifest.observables).map(({ gaps }) => gaps === true);
  const checkFinite = (step: number) => {
    for (let k = 0; k < observables.length; ++k) {
      if (Number.isFinite(observables[k]) || (mayLack[k] && Number.isNaN(observables[k]))) continue;
      throw new Error(`${id}: ${observableNames[k]} is ${observables[k]} at step ${step} with ${present()}`);
    }
  };
  checkFinite(0);

  let steps = 0;
  return {
    manifest,
    params,
    observables,
    field(name) {
      const length = sizeOf(manifest, name, setup);
      return new (typeOf(manifest, name))(kernel.memory.buffer, kernel.fieldPtr(fieldNames.indexOf(name)), length);
    },
    step() {
      try {
        kernel.step();
      } catch (error) {
        throw new Error(`${id}: step ${steps + 1} failed with ${present()}: ${messageOf(error)}`, { cause: error });
      }
      checkFinite(steps + 1);
      ++steps;
    },
    get steps() {
      return steps;
    },
    get bytes() {
      return kernel.memory.buffer.byteLength;
    },
  };
}

/** Writes those of `params` that `values` names: between two steps. */
export function writeParams({ manifest, params }: Pick<Kernel, 'manifest' | 'params'>, values: Values): void {
  Object.keys(manifest.params).forEach((name, k) => {
    const value = values[name];
    if (value !== undefined) params[k] = value;
  });
}

function describe(values: Values): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');
}

/**
 * AssemblyScript says that memory cannot grow by `unreachable`, and that an array is too large for any memory by words; a
 * host says that it has none for an instance by a RangeError.
 */
function reasonOfStart(error: unknown): string {
  const message = messageOf(error);
  const trapped = error instanceof WebAssembly.RuntimeError && /unreachable/i.test(message);
  const isTooLarge = error instanceof RangeError || /^(invalid length|allocation too large)/i.test(message);
  return trapped || isTooLarge ? `out of memory (${message})` : message;
}

/** An AssemblyScript string: UTF-16, its length in bytes four bytes before it. */
function readString(memory: WebAssembly.Memory, pointer: number): string {
  if (pointer === 0) return 'aborted';
  const bytes = new DataView(memory.buffer).getUint32(pointer - 4, true);
  return String.fromCharCode(...new Uint16Array(memory.buffer, pointer, bytes >>> 1));
}
