/**
 * What a page and a worker say to each other. The page pulls: it lends a buffer, the worker fills it with rows within a
 * time budget and gives it back. A hidden figure stops asking, so pausing needs no message and the worker no timer.
 *
 * A row is `[step, ...observables, ...recorded fields flattened]`, one for every `every` steps.
 */
import type { FieldArray } from '../kernel/instance.ts';
import type { KernelManifest, Values } from '../kernel/manifest.ts';

/** Parameters written before step `step` + 1 is taken. */
export interface Change {
  readonly step: number;
  readonly params: Values;
}

/** Everything that determines a trajectory: same opening, same rows, to the last bit. */
export interface Opening {
  readonly module: WebAssembly.Module;
  readonly manifest: KernelManifest;
  readonly seed: number;
  readonly setup: Values;
  readonly params: Values;
  /** Parameter history to replay, in order of its steps. */
  readonly changes: readonly Change[];
  /** Names of the fields kept with every row. */
  readonly record: readonly string[];
  readonly every: number;
}

export type Request =
  | { readonly type: 'open'; readonly run: number; readonly opening: Opening }
  | {
      readonly type: 'pull';
      readonly run: number;
      /** Stop at this step at the latest. */
      readonly until: number;
      /** Milliseconds of computing after which the answer goes out. */
      readonly budget: number;
      /** Applied at once; the page knows at which step. */
      readonly params?: Values;
      /** Lent: comes back with the answer. */
      readonly buffer: Float64Array<ArrayBuffer>;
      /** Lent by field name: comes back holding the newest values. */
      readonly fields: Record<string, FieldArray>;
    };

export type Reply =
  | { readonly type: 'opened'; readonly run: number; readonly width: number; readonly bytes: number }
  | {
      readonly type: 'rows';
      readonly run: number;
      readonly rows: number;
      readonly step: number;
      readonly buffer: Float64Array<ArrayBuffer>;
      readonly fields: Record<string, FieldArray>;
    }
  | { readonly type: 'failed'; readonly run: number; readonly message: string };
