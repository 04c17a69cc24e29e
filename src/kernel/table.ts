/** A run as a table: the provenance that reproduces it, and rows at full precision. */
import type { Values } from './manifest.ts';

/** Everything that determines a run, and the version of the code that made it. */
export interface Provenance {
  readonly kernel: string;
  readonly version: string;
  readonly seed: number;
  readonly setup: Values;
  readonly params: Values;
}

/** The lines above a CSV's rows: `# key: value` for the provenance, then the column names. */
export function csvHead({ kernel, version, seed, setup, params }: Provenance, columns: readonly string[]): string {
  const pairs = Object.entries({ kernel, version, seed, ...setup, ...params });
  return `${pairs.map(([key, value]) => `# ${key}: ${value}\n`).join('')}${columns.join(',')}\n`;
}

/** One row of a CSV. Numbers are the shortest text that reads back as the same f64. */
export function csvRow(values: Iterable<number>): string {
  return `${[...values].join(',')}\n`;
}
