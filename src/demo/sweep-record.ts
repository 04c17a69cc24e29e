/**
 * A sweep of a figure as data: the rows of every seed of which the page has all points, what made them, and the command
 * that computes them again. Rows are those of the command's file, in its order.
 */
import type { KernelManifest, Values } from '../kernel/manifest.ts';
import { version } from '../kernel/version.ts';
import { integersText } from '../sweep/list.ts';
import { cellsOf, type LiveSweep, livePlan, seedAt } from '../sweep/live.ts';
import type { Plan } from '../sweep/plan.ts';
import type { Outcome } from '../sweep/run-point.ts';
import { sweepHead, sweepRows } from '../sweep/table.ts';
import { type DemoRun, valuesOf } from './definition.ts';
import type { Recorded } from './record.ts';
import type { RunView } from './view.ts';

export interface SweepRecord {
  readonly plan: Plan;
  /** What came of the point with that index of the plan. */
  outcome(index: number): Outcome;
  /** For a shell, in the folder of the project: writes the rows to a file with the name of the run. */
  readonly command: string;
}

/** The sweep `name` as it is now, or nothing before it has a whole seed. */
export function sweepRecordOf(figure: Recorded, name: string, manifest: KernelManifest): SweepRecord | undefined {
  const { demo, runs, tick } = figure;
  const definition = demo.runs[name] as DemoRun & { readonly sweep: LiveSweep };
  const run = runs[name] as RunView;
  const { sweep } = definition;
  const cells = cellsOf(sweep);
  const samples = tick < 1 ? 0 : Math.floor((run.length - 1) / cells);
  if (samples < 1) return undefined;
  const { start } = figure.state();
  const numbers = {
    ...valuesOf(definition, without(manifest.setup, sweep), start),
    ...valuesOf(definition, without(manifest.params, sweep), start),
  };
  const seeds = Array.from({ length: samples }, (_, k) => seedAt(start.seed as number, k));
  const plan = livePlan(manifest, sweep, numbers, seeds);
  const columns = ['steps', ...Object.keys(manifest.observables)].map((column) => run.column(column));
  const success = run.column('success');
  return {
    plan,
    outcome(index) {
      const row = 1 + (index % samples) * cells + Math.floor(index / samples);
      const values = columns.map((column) => column[row] as number);
      const steps = values[0] as number;
      if (Number.isNaN(success[row])) return { rows: [], steps, end: 'failed', reason: 'the command says why' };
      return { rows: [values], steps, end: success[row] === 1 ? 'until' : 'steps' };
    },
    command: commandOf(name, plan, sweep, numbers),
  };
}

/** What of the numbers is the figure's to set. */
const without = (specs: Readonly<Record<string, unknown>>, { grid }: LiveSweep): Record<string, unknown> =>
  Object.fromEntries(Object.entries(specs).filter(([name]) => !(name in grid)));

function commandOf(
  name: string,
  { manifest, seeds }: Plan,
  { grid, steps, until }: LiveSweep,
  numbers: Values,
): string {
  const lists = Object.entries(grid).map(([axis, values]) => `${axis}=${values}`);
  return [
    `npm run -s glassdeck -- sweep ${manifest.id}`,
    ...Object.entries(numbers).map(([number, value]) => `--${number} ${value}`),
    `--grid "${lists.join(' ')}"`,
    `--seeds ${integersText(seeds)}`,
    `--steps ${steps}`,
    `--until "${until}"`,
    `-o ${name}.csv`,
  ].join(' ');
}

/** The record as the command writes it, but for the line that tells which code it ran. */
export function sweepCsvOf({ plan, outcome }: SweepRecord): string {
  const rows = Array.from({ length: plan.count }, (_, index) => sweepRows(plan, index, outcome(index)));
  return sweepHead(plan) + rows.join('');
}

/** The record as one line of JSON: what determines it, and an object for each point. */
export function sweepJsonOf({ plan, outcome }: SweepRecord): string {
  const { manifest, grid, seeds, steps, until, axes } = plan;
  const names = ['step', ...Object.keys(manifest.observables)];
  const rows = Array.from({ length: plan.count }, (_, index) => {
    const { setup, params, seed } = plan.point(index);
    const {
      rows: [values = []],
      end,
    } = outcome(index);
    const all: Values = { ...setup, ...params };
    const own = Object.fromEntries(axes.map((axis) => [axis, all[axis]]));
    return { index, ...own, seed, ...Object.fromEntries(values.map((value, k) => [names[k], value])), end };
  });
  return `${JSON.stringify({ kernel: manifest.id, version, ...grid, seeds, steps, until, rows })}\n`;
}
