/**
 * What a page and a worker say to each other. The page pulls: it lends a buffer, the worker fills it with rows within a
 * time budget and gives it back. A hidden figure stops asking, so pausing needs no message and the worker no timer.
 *
 * A row is `[step, ...observables, ...recorded fields flattened]`, one for every `every` steps. Rows are a function of
 * the opening and of the parameters of the pulls, whatever the budgets, the buffers and the clock.
 */
import type { FieldArray } from '../kernel/instance.ts';
import { type KernelManifest, sizeOf, type Values } from '../kernel/manifest.ts';

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

/** An opening has no answer of its own unless it fails; then the pulls that follow it have none. */
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

/** Rows come back for every pull, also from one that the kernel did not survive: `failure` says why it ended there. */
export type Reply =
  | {
      readonly type: 'rows';
      readonly run: number;
      readonly rows: number;
      /** Steps that the instance has completed. */
      readonly step: number;
      readonly buffer: Float64Array<ArrayBuffer>;
      readonly fields: Record<string, FieldArray>;
      readonly failure?: string;
    }
  | { readonly type: 'unopened'; readonly run: number; readonly failure: string };

/** Numbers in a row. */
export function rowWidth(manifest: KernelManifest, record: readonly string[], setup: Values): number {
  const observables = Object.keys(manifest.observables).length;
  return record.reduce((width, name) => width + sizeOf(manifest, name, setup), 1 + observables);
}
