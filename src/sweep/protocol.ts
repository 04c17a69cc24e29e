/** What a pool and its workers say to each other, in the page and in Node alike. */
import type { KernelManifest } from '../kernel/manifest.ts';
import type { Point } from './plan.ts';
import type { Outcome } from './run-point.ts';

/** A kernel, compiled once for all workers. */
export interface LoadedKernel {
  readonly manifest: KernelManifest;
  readonly module: WebAssembly.Module;
}

/** An opening has no answer of its own; it adds kernels, and replaces those that it has again. */
export type Request =
  | { readonly type: 'open'; readonly kernels: readonly LoadedKernel[] }
  | { readonly type: 'run'; readonly points: readonly Point[] };

/** What came of a task, and the milliseconds that it took. */
export interface Timed<R> {
  readonly result: R;
  readonly ms: number;
}

/** The outcomes of the points of one request, in their order. */
export type Reply = readonly Timed<Outcome>[];
