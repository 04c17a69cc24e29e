/** The means of a sweep by cell, as a CSV. */
import type { Plan } from '../../sweep/plan.ts';
import { createSummary } from '../../sweep/summary.ts';
import { finalValues } from '../../sweep/table.ts';

/** A row for each cell: its values, how many runs it has, each observable with its standard error, successes. */
export function summaryTable(plan: Plan, points: ReadonlyMap<number, string>): string {
  const { axes, until, manifest } = plan;
  const summary = createSummary(plan, until);
  for (const [index, rows] of points) summary.add(index, finalValues(plan, rows));
  const names = Object.keys(manifest.observables).flatMap((name) => [name, `${name}_error`]);
  const success = until ? ['success', 'success_low', 'success_high'] : [];
  const rows = summary
    .cells()
    .map(({ values, runs, failed, observables, success: reached }) => [
      ...axes.map((name) => values[name]),
      runs,
      failed,
      ...Object.values(observables).flatMap(({ mean, error }) => [mean, error]),
      ...(reached ? [reached.fraction, reached.low, reached.high] : []),
    ]);
  return `${[[...axes, 'runs', 'failed', ...names, ...success], ...rows].join('\n')}\n`;
}
