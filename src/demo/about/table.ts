/** A run as somebody takes it away: of a kernel, or a sweep. */
import type { KernelManifest } from '../../kernel/manifest.ts';
import { csvOf, jsonOf, type RunRecord, recordOf } from '../record.ts';
import { type SweepRecord, sweepCsvOf, sweepJsonOf, sweepRecordOf } from '../sweep-record.ts';
import type { Subject } from './subject.ts';

export interface RunTable {
  /** Makes the rows again. */
  readonly command: string;
  /** What there is, in words. */
  readonly extent: string;
  csv(): string;
  json(): string;
}

/** The rows of the run `name` as they are now, or nothing while they are still to come. */
export function tableOf({ figure }: Subject, name: string, manifest: KernelManifest): RunTable | undefined {
  if (figure.demo.runs[name]?.sweep) {
    const record = sweepRecordOf(figure, name, manifest);
    if (!record) return undefined;
    const csv = () => sweepCsvOf(record);
    return { command: record.command, extent: sweepExtent(record), csv, json: () => sweepJsonOf(record) };
  }
  const record = recordOf(figure, name, manifest);
  if (!record) return undefined;
  return { command: record.command, extent: extentOf(record), csv: () => csvOf(record), json: () => jsonOf(record) };
}

const sweepExtent = ({ plan: { count, seeds } }: SweepRecord): string =>
  `${count} points, ${seeds.length} seeds each, where each run ended.`;

const extentOf = ({ columns, length, steps, every }: RunRecord): string => {
  const stride = every > 1 ? `, one row every ${every} steps` : '';
  return `${length} rows up to step ${steps}${stride}: ${columns.join(', ')}.`;
};
