/**
 * What a sweep says so far: over the seeds of each cell, means with standard errors and the fraction of successes. Samples
 * are kept by point and added up in its order, so a summary does not depend on the order in which results came.
 */
import type { Values } from '../kernel/manifest.ts';
import { type Condition, testOf } from './condition.ts';
import { type Estimate, estimate, type Fraction, fractionOf } from './estimate.ts';
import type { Plan } from './plan.ts';

export interface Cell {
  /** Every number of the cell, by name. */
  readonly values: Values;
  /** Runs that ended well: those of the estimates. */
  readonly runs: number;
  /** Runs that did not; they count nowhere else. */
  readonly failed: number;
  /** By observable, where the runs ended. */
  readonly observables: Readonly<Record<string, Estimate>>;
  /** How many runs met the condition where they ended. */
  readonly success: Fraction | undefined;
}

export interface Summary {
  /** Takes the final observables of a point, or nothing where the run failed. */
  add(index: number, values: readonly number[] | undefined): void;
  cell(cell: number): Cell;
  /** All cells, in the order of the plan. */
  cells(): Cell[];
}

/** A summary of `plan`; `condition` says what a success is. */
export function createSummary(plan: Plan, condition?: Condition): Summary {
  const { manifest, seeds } = plan;
  const samples = new Map<number, (readonly number[] | 'failed')[]>();
  const isSuccess = condition && testOf(condition, manifest);

  function cell(k: number): Cell {
    const all = [...(samples.get(k) ?? [])].filter((sample) => sample !== undefined);
    const runs = all.filter((sample) => sample !== 'failed');
    const names = Object.keys(manifest.observables);
    return {
      values: plan.values(k),
      runs: runs.length,
      failed: all.length - runs.length,
      observables: Object.fromEntries(
        names.map((name, column) => [name, estimate(runs.map((run) => run[column] ?? Number.NaN))]),
      ),
      success: isSuccess && fractionOf(runs.filter(isSuccess).length, runs.length),
    };
  }

  return {
    add(index, values) {
      const k = Math.floor(index / seeds.length);
      const own = samples.get(k) ?? [];
      own[index % seeds.length] = values ?? 'failed';
      samples.set(k, own);
    },
    cell,
    cells: () => Array.from({ length: plan.cells }, (_, k) => cell(k)),
  };
}
