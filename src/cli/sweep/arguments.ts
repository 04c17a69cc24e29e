/** What `glassdeck sweep` is asked for. */
import os from 'node:os';
import type { KernelManifest } from '../../kernel/manifest.ts';
import { parseSetting } from '../../params/setting.ts';
import { nameInTable, type Param, type ParamTable, paramTable, parseNumber, seedSpec } from '../../params/spec.ts';
import { parseCondition } from '../../sweep/condition.ts';
import { parseList } from '../../sweep/list.ts';
import { createPlan, type Plan } from '../../sweep/plan.ts';
import { parseShard, type Shard } from '../../sweep/shard.ts';
import { type Flags, readFlags, UsageError } from '../command.ts';
import { asUsage, countSpec, everySpec, readNumber, stepsSpec } from '../kernel.ts';

export interface Asked {
  readonly plan: Plan;
  readonly file: string;
  readonly workers: number;
  readonly shard: Shard | undefined;
  /** Whether a table of means by cell is printed. */
  readonly summary: boolean;
}

const own = ['grid', 'seeds', 'steps', 'every', 'until', 'output', 'workers', 'shard'];
/** As many as the process may use: fewer than the machine has where a batch system says so. */
const workersSpec = { ...countSpec('threads', 1, os.availableParallelism()), max: 1024 };

/** Reads the flags behind the kernel. Throws before anything is computed. */
export function readArguments(manifest: KernelManifest, args: string[]): Asked {
  const table = paramTable([manifest]);
  const resolve = (flag: string) => (own.includes(flag) ? flag : nameInTable(table, flag));
  const read = readFlags(args, resolve, [...table.keys(), ...own], ['summary'], { o: 'output' });
  const { flags, positionals } = read;
  if (positionals.length > 0) throw new UsageError(`sweep takes one kernel, got "${positionals[0]}" as well`);
  const text = (flag: string) => flags.get(flag) as string | undefined;
  const [seeds, until, shard] = [text('seeds') ?? `${seedSpec.default}`, text('until'), text('shard')];
  return asUsage(() => ({
    plan: createPlan(manifest, {
      grid: readGrid(table, read),
      seeds: parseList('sweep', '--seeds', seeds, seedSpec),
      steps: readNumber('sweep', flags, 'steps', stepsSpec),
      ...(flags.has('every') && { every: readNumber('sweep', flags, 'every', everySpec) }),
      ...(until !== undefined && { until: parseCondition(`sweep: --until="${until}"`, until, manifest) }),
    }),
    file: text('output') ?? `${manifest.id}.csv`,
    workers: readNumber('sweep', flags, 'workers', workersSpec),
    shard: shard === undefined ? undefined : parseShard(`sweep: --shard="${shard}"`, shard),
    summary: flags.has('summary'),
  }));
}

/** The values by name: one each from the flags of that name, lists from `--grid`. */
function readGrid(table: ParamTable, { flags, all }: Flags): Record<string, number[]> {
  const grid: Record<string, number[]> = {};
  for (const name of table.keys()) {
    if (flags.has(name)) grid[name] = [parseNumber('sweep', `--${name}`, `${flags.get(name)}`, specOf(table, name))];
  }
  for (const [word, list] of Object.entries(parseSetting(all('grid').join(' ')))) {
    const name = nameInTable(table, word);
    if (!name) {
      throw new UsageError(`sweep: --grid has no number "${word}", expected one of: ${[...table.keys()].join(', ')}`);
    }
    if (grid[name]) throw new UsageError(`sweep: ${name} is in --grid and in --${name}, expected once`);
    grid[name] = parseList('sweep: --grid', name, list, specOf(table, name));
  }
  return grid;
}

const specOf = (table: ParamTable, name: string) => (table.get(name) as Param).spec;
