/**
 * A run as a table: the provenance that reproduces it, and rows at full precision. The command line and the page write
 * the same bytes.
 */
import type { Values } from './manifest.ts';

/** Everything that determines a run, and the version of the code that made it. */
export interface Provenance {
  readonly kernel: string;
  readonly version: string;
  readonly seed: number;
  readonly setup: Values;
  /** As the run began. */
  readonly params: Values;
  /** Parameters written after step `step` and before the next, in order of their steps. */
  readonly changes: readonly { readonly step: number; readonly params: Values }[];
}

/** The lines above a CSV's rows: `# key: value` for the provenance, then the column names. */
export function csvHead(provenance: Provenance, columns: readonly string[]): string {
  const { kernel, version, seed, setup, params, changes } = provenance;
  const pairs = [
    ...Object.entries({ kernel, version, seed, ...setup, ...params }),
    ...changes.map((change) => ['change', changeText(change)]),
  ];
  return `${pairs.map(([key, value]) => `# ${key}: ${value}\n`).join('')}${columns.join(',')}\n`;
}

/** A change as it is written: `480 r=8 dt=0.01`. */
export function changeText({ step, params }: Provenance['changes'][number]): string {
  return [step, ...Object.entries(params).map(([name, value]) => `${name}=${value}`)].join(' ');
}

/** The shortest text that reads back as the same f64. */
export const numberText = (value: number): string => (Object.is(value, -0) ? '-0' : `${value}`);

/** Numbers as they stand between two places of a CSV's row. */
export const csvCells = (values: Iterable<number>): string => Array.from(values, numberText).join(',');

/** One row of a CSV. */
export const csvRow = (values: Iterable<number>): string => `${csvCells(values)}\n`;

/** The whole table as one line of JSON: the provenance (`changes` where there are any) and an object for each row. */
export function jsonTable(
  provenance: Provenance,
  columns: readonly string[],
  rows: Iterable<readonly number[]>,
): string {
  const { changes, ...origin } = provenance;
  const objects = Array.from(rows, (row) => Object.fromEntries(columns.map((name, k) => [name, row[k]])));
  return `${JSON.stringify({ ...origin, ...(changes.length > 0 && { changes }), rows: objects })}\n`;
}
