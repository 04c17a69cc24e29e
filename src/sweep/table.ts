/**
 * A sweep as a CSV in the manner of a run's (`kernel/table.ts`): lines `# key: value` that determine every row, the
 * column names, and the rows of the points. Each row begins with the index of its point, and the last row of a point says
 * in `end` how the run ended: `steps`, `until` or `failed: why`; a failed one has no observables.
 */
import { csvCells } from '../kernel/table.ts';
import { version } from '../kernel/version.ts';
import { conditionText } from './condition.ts';
import { integersText } from './list.ts';
import type { Plan } from './plan.ts';
import type { Outcome } from './run-point.ts';
import { type Shard, shardText } from './shard.ts';

/** @param code what tells the kernel's code from any other version of it: rows of two versions do not mix. */
export function sweepHead(plan: Plan, code?: string, shard?: Shard): string {
  const { manifest, grid, seeds, steps, every, until, count, axes } = plan;
  const pairs = {
    kernel: manifest.id,
    version,
    ...(code !== undefined && { code }),
    ...grid,
    seeds: integersText(seeds),
    steps,
    ...(every !== undefined && { every }),
    ...(until && { until: conditionText(until) }),
    points: count,
    ...(shard && { shard: shardText(shard) }),
  };
  const columns = ['index', ...axes, 'seed', 'step', ...Object.keys(manifest.observables), 'end'];
  const lines = Object.entries(pairs).map(([key, value]) => `# ${key}: ${value}\n`);
  return `${lines.join('')}${columns.join(',')}\n`;
}

/** The rows of one point. */
export function sweepRows(plan: Plan, index: number, { rows, steps, end, reason }: Outcome): string {
  const start = rowStart(plan, index);
  if (reason === undefined) {
    return rows.map((row, k) => `${start}${csvCells(row)},${k === rows.length - 1 ? end : ''}\n`).join('');
  }
  const gaps = ','.repeat(Object.keys(plan.manifest.observables).length);
  const why = `failed: ${reason.replace(/\s+/g, ' ')}`.replaceAll('"', '""');
  return `${rows.map((row) => `${start}${csvCells(row)},\n`).join('')}${start}${steps}${gaps},"${why}"\n`;
}

/** What every row of the point begins with. */
export function rowStart(plan: Plan, index: number): string {
  const { setup, params, seed } = plan.point(index);
  const all = { ...setup, ...params };
  return `${[index, ...plan.axes.map((name) => all[name]), seed]},`;
}

/** The observables with which the run of these rows ended; nothing where it failed. */
export function finalValues(plan: Plan, rows: string): number[] | undefined {
  const last = rows.slice(rows.lastIndexOf('\n', rows.length - 2) + 1);
  const before = plan.axes.length + 3;
  const size = Object.keys(plan.manifest.observables).length;
  if (last.endsWith('"\n')) return undefined;
  return last
    .split(',')
    .slice(before, before + size)
    .map(Number);
}

export interface Rows {
  /** Lines above the rows, column names included; all that there is where they are not complete. */
  readonly head: string;
  /** Rows of every point that has its last one, by index. */
  readonly points: ReadonlyMap<number, string>;
  /** Characters up to the end of the last complete point; what stands behind was torn. */
  readonly intact: number;
}

/**
 * Reads what was written, also in part.
 *
 * @throws naming `where` for a line without an index and for a point with two different sets of rows.
 */
export function readRows(where: string, text: string): Rows {
  const head = /^(?:#.*\n)*[^#\n].*\n/.exec(text)?.[0] ?? text;
  const points = new Map<number, string>();
  let intact = head.length;
  for (let at = head.length, start = at, end = text.indexOf('\n', at); end >= 0; end = text.indexOf('\n', at)) {
    const index = /^\d+,/.test(text.slice(at, at + 17)) ? Number.parseInt(text.slice(at, at + 17), 10) : Number.NaN;
    if (Number.isNaN(index))
      throw new Error(`${where}: "${text.slice(at, end)}" is no row, expected one with an index`);
    at = end + 1;
    if (text[end - 1] === ',') continue;
    const rows = text.slice(start, at);
    if ((points.get(index) ?? rows) !== rows) throw new Error(`${where} has point ${index} twice, and not the same`);
    points.set(index, rows);
    start = intact = at;
  }
  return { head, points, intact };
}
