/**
 * What a sweep computes: every combination of the values of a kernel's numbers, with every seed. A plan is a list of
 * points that is never written down; point `index` is found by division.
 *
 * The order is that of nested loops: setup sizes outermost, then params, both in manifest order, and the seeds innermost.
 * So it does not depend on the order in which names were given, and the points of one cell (equal but for the seed) are
 * neighbours.
 */
import { defaults, type KernelManifest, type Values } from '../kernel/manifest.ts';
import { checkNumber, paramTable, seedSpec } from '../params/spec.ts';
import { type Condition, testOf } from './condition.ts';

/** A sweep as a person asks for it. */
export interface Sweep {
  /** Values by name, in the order in which they are taken; a name that is absent stays at its default. */
  readonly grid: Readonly<Record<string, readonly number[]>>;
  readonly seeds: readonly number[];
  /** Steps of each run. */
  readonly steps: number;
  /** Keeps a row every so many steps; only the last row where absent. */
  readonly every?: number;
  /** Ends a run at the first step that meets it. */
  readonly until?: Condition;
}

/** One run. Plain data: it goes to a worker as it is. */
export interface Point extends Omit<Sweep, 'grid' | 'seeds'> {
  readonly index: number;
  readonly kernel: string;
  readonly seed: number;
  readonly setup: Values;
  readonly params: Values;
}

export interface Plan extends Sweep {
  readonly manifest: KernelManifest;
  /** Names with more than one value, in the order of the loops: what tells cells apart. */
  readonly axes: readonly string[];
  /** Combinations of values. */
  readonly cells: number;
  /** Combinations of values and seeds. */
  readonly count: number;
  /** Every number of cell `cell`, by name in manifest order. */
  values(cell: number): Values;
  point(index: number): Point;
  /** The sizes of a point as text. Points of one size are taken to last alike. */
  size(index: number): string;
}

/** Points of one plan. */
const mostPoints = 1e7;

/**
 * The plan of `sweep`; its grid has every number of the kernel.
 *
 * @throws for a name that the kernel lacks, for a value out of its range or given twice, and for too many points.
 */
export function createPlan(manifest: KernelManifest, sweep: Sweep): Plan {
  const { id, setup, params } = manifest;
  const { seeds, steps, every, until } = sweep;
  check(manifest, sweep);
  const stay = Object.entries({ ...defaults(setup), ...defaults(params) });
  const grid = Object.fromEntries(stay.map(([name, value]) => [name, sweep.grid[name] ?? [value]]));
  const cells = Object.values(grid).reduce((product, values) => product * values.length, 1);
  const count = cells * seeds.length;
  if (count > mostPoints) throw new Error(`${id}: the sweep has ${count} points, expected at most ${mostPoints}`);

  const values = (cell: number): Record<string, number> => {
    const found: [string, number][] = [];
    let rest = cell;
    for (const [name, list] of Object.entries(grid).reverse()) {
      found.push([name, list[rest % list.length] as number]);
      rest = Math.floor(rest / list.length);
    }
    return Object.fromEntries(found.reverse());
  };
  const pick = (specs: object, all: Values) =>
    Object.fromEntries(Object.keys(specs).map((name) => [name, all[name] as number]));
  const cellOf = (index: number) => Math.floor(index / seeds.length);
  const sizes = Object.keys(setup).filter((name) => setup[name]?.integer);
  return {
    ...sweep,
    manifest,
    grid,
    axes: Object.keys(grid).filter((name) => (grid[name] as readonly number[]).length > 1),
    cells,
    count,
    values,
    point(index) {
      const all = values(cellOf(index));
      return {
        index,
        kernel: id,
        seed: seeds[index % seeds.length] as number,
        setup: pick(setup, all),
        params: pick(params, all),
        steps,
        ...(every !== undefined && { every }),
        ...(until && { until }),
      };
    },
    size(index) {
      const all = values(cellOf(index));
      return [id, ...sizes.map((name) => all[name])].join(' ');
    },
  };
}

/** Throws for what the kernel does not have or allow. */
function check(manifest: KernelManifest, { grid, seeds, until }: Sweep): void {
  const { id } = manifest;
  const table = paramTable([manifest]);
  for (const [name, values] of [...Object.entries(grid), ['seed', seeds] as const]) {
    const spec = values === seeds ? seedSpec : table.get(name)?.spec;
    if (!spec) throw new Error(`${id} has no number "${name}", expected one of: ${[...table.keys()].join(', ')}`);
    if (values.length === 0) throw new Error(`${id}: ${name} has no value, expected one at least`);
    const seen = new Set<number>();
    for (const value of values) {
      checkNumber(id, name, value, spec);
      if (seen.has(value)) throw new Error(`${id}: ${name} has the value ${value} twice, expected it once`);
      seen.add(value);
    }
  }
  if (until) testOf(until, manifest);
}
