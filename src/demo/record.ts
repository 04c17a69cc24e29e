/**
 * A run of a figure as data: the rows that the page has, what made them, and the command that makes them again. Rows
 * are those that the trajectory kept, and the command prints the same bytes.
 */
import type { KernelManifest, Values } from '../kernel/manifest.ts';
import { changeText, csvHead, csvRow, jsonTable, type Provenance } from '../kernel/table.ts';
import { version } from '../kernel/version.ts';
import { valuesOf } from './definition.ts';
import type { Figure } from './figure.ts';

export interface RunRecord {
  readonly provenance: Provenance;
  /** `step`, then the observables. */
  readonly columns: readonly string[];
  /** Rows that there are. */
  readonly length: number;
  /** Step of the last row. */
  readonly steps: number;
  /** Steps from one row to the next. */
  readonly every: number;
  /** [length, columns], read from the run at the time of the call. */
  rows(): number[][];
  /** For a shell, in the folder of the project: prints `csvOf` of this record. */
  readonly command: string;
}

/** What of a figure makes a record. */
export type Recorded = Pick<Figure, 'demo' | 'runs' | 'state' | 'tick'>;

/**
 * The run `name` as it is now, or nothing while its rows are still to come: those of a run that is about to begin again
 * belong to numbers that the figure no longer has.
 */
export function recordOf(figure: Recorded, name: string, manifest: KernelManifest): RunRecord | undefined {
  const { demo, runs, tick } = figure;
  const [definition, run] = [demo.runs[name], runs[name]];
  if (!definition || !run) {
    throw new Error(`the figure has no run "${name}", expected one of: ${Object.keys(runs).join(', ')}`);
  }
  if (tick < 1 || run.length < 2) return undefined;
  const { start, changes } = figure.state();
  const { stepsPerTick = 1, fixed = {}, names = {} } = definition;
  const columns = ['step', ...Object.keys(manifest.observables)];
  const { length } = run;
  const step = run.column('step');
  const steps = step[length - 1] as number;
  const every = (step[1] as number) - (step[0] as number);
  const free = Object.keys(manifest.params).filter((key) => !(key in fixed));
  const freeOf = (values: Values): Values =>
    Object.fromEntries(
      free.flatMap((key) => {
        const value = values[names[key] ?? key];
        return value === undefined ? [] : [[key, value]];
      }),
    );
  const moves = changes
    .map((change) => ({ step: change.tick * stepsPerTick, params: freeOf(change.values) }))
    .filter((change) => change.step < steps && Object.keys(change.params).length > 0);
  const provenance: Provenance = {
    kernel: manifest.id,
    version,
    seed: start.seed as number,
    setup: valuesOf(definition, manifest.setup, start),
    params: valuesOf(definition, manifest.params, start),
    changes: moves,
  };
  return {
    provenance,
    columns,
    length,
    steps,
    every,
    command: commandOf(provenance, steps, every),
    rows() {
      const values = columns.map((column) => run.column(column));
      return Array.from({ length }, (_, row) => values.map((column) => column[row] as number));
    },
  };
}

function commandOf({ kernel, seed, setup, params, changes }: Provenance, steps: number, every: number): string {
  const flags = { ...setup, ...params, seed };
  return [
    `npm run -s glassdeck -- run ${kernel}`,
    ...Object.entries(flags).map(([name, value]) => `--${name} ${value}`),
    ...changes.map((change) => `--change "${changeText(change)}"`),
    `--steps ${steps}`,
    `--every ${every}`,
  ].join(' ');
}

/** The record as the command prints it. */
export function csvOf({ provenance, columns, rows }: RunRecord): string {
  return csvHead(provenance, columns) + rows().map(csvRow).join('');
}

/** The record as the command prints it with `--format json`. */
export function jsonOf({ provenance, columns, rows }: RunRecord): string {
  return jsonTable(provenance, columns, rows());
}
