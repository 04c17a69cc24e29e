/**
 * A sweep that a figure computes while somebody looks: a run whose step k is what came of its k-th point. Its points go
 * through all cells with one seed, then with the next, so that every cell has as many seeds as any other, and its error
 * bar grows with theirs.
 */
import type { KernelManifest, ObservableSpec, Values } from '../kernel/manifest.ts';
import { parseCondition } from './condition.ts';
import { createPlan, type Plan, type Point } from './plan.ts';
import type { Outcome } from './run-point.ts';

export interface LiveSweep {
  /** Values by name; the figure's numbers are without these names. */
  readonly grid: Readonly<Record<string, readonly number[]>>;
  /** Steps of each run. */
  readonly steps: number;
  /** What a success is, as `overlap>0.7`: a run that meets it ends there. */
  readonly until: string;
}

/** Combinations of values: points of one seed. */
export const cellsOf = ({ grid }: LiveSweep): number =>
  Object.values(grid).reduce((product, values) => product * values.length, 1);

/** A figure of one seed shares no seed of a point with a figure of another, up to so many. */
const seedsApart = 1000;

/** The seed of a figure's points after `samples` others. */
export const seedAt = (seed: number, samples: number): number => (seed * seedsApart + samples) % 2 ** 32;

/**
 * The kernel as the figure sees it: the numbers of the grid are measured and no longer set, beside the seed, the steps
 * that the run took, whether it was a success, and what the kernel measured where the run ended.
 */
export function liveManifest(manifest: KernelManifest, { grid, until }: LiveSweep): KernelManifest {
  const stays = <T>(specs: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(specs).filter(([name]) => !(name in grid)));
  const { setup, params, observables } = manifest;
  const all: Readonly<Record<string, ObservableSpec>> = { ...setup, ...params };
  const axes = Object.entries(all).flatMap(([name, { symbol, meaning }]) =>
    (grid[name]?.length ?? 1) > 1 ? [[name, { symbol, meaning }] as const] : [],
  );
  const own: Readonly<Record<string, ObservableSpec>> = {
    seed: { symbol: '', meaning: 'seed of the point' },
    steps: { symbol: '', meaning: 'steps that it took' },
    success: { symbol: '', meaning: `1 if it ended at ${until}, 0 if it took all steps, NaN if it failed` },
  };
  return {
    ...manifest,
    setup: stays(setup),
    params: stays(params),
    observables: { ...Object.fromEntries(axes), ...own, ...observables },
    fields: {},
  };
}

/**
 * The plan of the sweep with those numbers of the figure.
 *
 * @throws for what the kernel does not have or allow.
 */
export function livePlan(
  manifest: KernelManifest,
  { grid, steps, until }: LiveSweep,
  numbers: Values,
  seeds: readonly number[],
): Plan {
  const single = Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, [value]]));
  const condition = parseCondition(`sweep: until="${until}"`, until, manifest);
  return createPlan(manifest, { grid: { ...single, ...grid }, seeds, steps, until: condition });
}

/** The point of step `step`, counted from 1, of a figure with the seed `seed`; the plan has one seed, whichever. */
export function livePoint(plan: Plan, seed: number, step: number): Point {
  const k = step - 1;
  return { ...plan.point(k % plan.cells), seed: seedAt(seed, Math.floor(k / plan.cells)) };
}

/** The row of step `step`: as `liveManifest` has its observables. */
export function liveRow(plan: Plan, point: Point, step: number, { rows, steps, end }: Outcome): number[] {
  const { axes, manifest } = plan;
  const numbers: Values = { ...point.setup, ...point.params };
  const gaps = Object.keys(manifest.observables).map(() => Number.NaN);
  const success = end === 'failed' ? Number.NaN : end === 'until' ? 1 : 0;
  const measured = end === 'failed' ? gaps : (rows.at(-1) ?? []).slice(1);
  return [step, ...axes.map((name) => numbers[name] as number), point.seed, steps, success, ...measured];
}
