/** One point of a sweep on one kernel: a function of both and of nothing else. */
import { messageOf } from '../kernel/failure.ts';
import type { Kernel } from '../kernel/instance.ts';
import type { KernelManifest } from '../kernel/manifest.ts';
import type { Instantiate } from '../session/engine.ts';
import { testOf } from './condition.ts';
import type { Point } from './plan.ts';

export interface Outcome {
  /** `[step, ...observables]` of the rows that are kept; the last is where the run ended, unless it failed. */
  readonly rows: readonly (readonly number[])[];
  /** Steps that were completed. */
  readonly steps: number;
  /** All steps were taken, the condition was met, or the run failed. */
  readonly end: 'steps' | 'until' | 'failed';
  /** Why a run that failed did. */
  readonly reason?: string;
}

/** Runs the point. A kernel that finds no memory or leaves the finite numbers is an outcome as well. */
export function runPoint(
  instantiate: Instantiate,
  module: WebAssembly.Module,
  manifest: KernelManifest,
  point: Point,
): Outcome {
  const { steps, every, until } = point;
  const isMet = until ? testOf(until, manifest) : () => false;
  const rows: number[][] = [];
  let kernel: Kernel | undefined;
  try {
    kernel = instantiate(module, manifest, point);
    const { observables } = kernel;
    while (kernel.steps < steps && !isMet(observables)) {
      if (every && kernel.steps % every === 0) rows.push([kernel.steps, ...observables]);
      kernel.step();
    }
    rows.push([kernel.steps, ...observables]);
    return { rows, steps: kernel.steps, end: isMet(observables) ? 'until' : 'steps' };
  } catch (error) {
    return { rows, steps: kernel?.steps ?? 0, end: 'failed', reason: messageOf(error) };
  }
}
