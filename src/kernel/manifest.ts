/**
 * What a kernel says about itself: plain data, written once beside its `kernel.ts` and read by everything else
 * (controls, permalinks, build-time checks, command line, contract tests, documentation).
 *
 * The order of the keys of `setup`, `params` and `observables` is the order of the f64 in the kernel's blocks, and the
 * order of `fields` is the index that `fieldPtr` takes.
 */

/** A number that a person may set. Symbols are TeX, ranges are closed. */
export interface NumberSpec {
  readonly symbol: string;
  readonly meaning: string;
  readonly min: number;
  readonly max: number;
  readonly default: number;
  readonly integer?: boolean;
  /** How a slider travels between `min` and `max`; `log` needs `min > 0`. */
  readonly scale?: 'linear' | 'log';
  /** What its two values are called, the lower one first: a switch instead of a slider. For an integer with `max = min + 1`. */
  readonly words?: readonly [string, string];
}

/** A scalar that the kernel measures after each step. `range` is closed and checked by the contract test. */
export interface ObservableSpec {
  readonly symbol: string;
  readonly meaning: string;
  readonly range?: readonly [number, number];
  /** It is NaN where the quantity does not exist. The NaN of any other observable ends the run as a failure. */
  readonly gaps?: true;
}

/** An array in the kernel's memory. A name in `shape` is a setup size of the same manifest. */
export interface FieldSpec {
  readonly symbol: string;
  readonly meaning: string;
  readonly type: ElementType;
  readonly shape: readonly (string | number)[];
}

export type ElementType = 'f64' | 'f32' | 'i32' | 'u8';

export interface KernelManifest {
  /** `<method>-<model>`, equal to the folder's name. */
  readonly id: string;
  readonly title: string;
  /** The seed changes nothing: a theory without disorder. The contract test holds every other kernel to the opposite. */
  readonly deterministic?: true;
  /** Structural numbers: a change makes a new instance. */
  readonly setup: Readonly<Record<string, NumberSpec>>;
  /** Live numbers: a change is written between two steps. */
  readonly params: Readonly<Record<string, NumberSpec>>;
  readonly observables: Readonly<Record<string, ObservableSpec>>;
  readonly fields: Readonly<Record<string, FieldSpec>>;
  /** Id of the kernel that predicts this one, where there is one. */
  readonly theory?: string;
  /** Keys of `assembly/references.bib`. */
  readonly references: readonly string[];
}

/** Values by name; which names exist is the manifest's to say. */
export type Values = Readonly<Record<string, number>>;

/** The manifest's defaults of one block, in manifest order. */
export function defaults(specs: Readonly<Record<string, NumberSpec>>): Record<string, number> {
  return Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, spec.default]));
}

/** Shape of the field `name` as numbers, the names in it replaced by the values of `setup`. */
export function shapeOf(manifest: KernelManifest, name: string, setup: Values): number[] {
  const field = manifest.fields[name];
  if (!field) {
    throw new Error(`${manifest.id}: no field "${name}", expected one of: ${Object.keys(manifest.fields).join(', ')}`);
  }
  return field.shape.map((size) => (typeof size === 'number' ? size : (setup[size] ?? Number.NaN)));
}

/** Number of elements of the field `name`. */
export function sizeOf(manifest: KernelManifest, name: string, setup: Values): number {
  return shapeOf(manifest, name, setup).reduce((product, size) => product * size, 1);
}
