/** `glassdeck merge`: the shards of a sweep as the file that one machine would have written. */
import { readFileSync } from 'node:fs';
import { integersText } from '../../sweep/list.ts';
import { shardOf, shardText } from '../../sweep/shard.ts';
import { readRows } from '../../sweep/table.ts';
import { type Command, readFlags, UsageError } from '../command.ts';
import { asUsage } from '../kernel.ts';
import { writeSorted } from '../sweep/store.ts';

const usage = `glassdeck merge SHARD... -o FILE
  unites the files that glassdeck sweep --shard wrote; FILE is the same, byte for byte, as that of a sweep without shards`;

async function run(args: string[]): Promise<void> {
  const isKnown = (flag: string) => (flag === 'output' ? flag : undefined);
  const { flags, positionals: files } = readFlags(args, isKnown, ['output'], [], { o: 'output' });
  const file = flags.get('output');
  if (files.length === 0) throw new UsageError('merge lacks its shards, expected the files of glassdeck sweep --shard');
  if (typeof file !== 'string') throw new UsageError('merge lacks -o FILE');
  const shards = files.map(readShard);
  const { head } = shards[0] as Shard;
  const points = new Map<number, string>();
  for (const shard of shards) {
    checkHead(shard, shards[0] as Shard);
    for (const [index, rows] of shard.points) {
      if ((points.get(index) ?? rows) !== rows) {
        const other = shards.find((earlier) => (earlier.points.get(index) ?? rows) !== rows);
        throw new UsageError(`merge: point ${index} is not the same in ${other?.file} and in ${shard.file}`);
      }
      points.set(index, rows);
    }
  }
  checkComplete(points, shards);
  await writeSorted(file, head, points);
  console.log(`${file}  ${points.size} points`);
}

interface Shard {
  readonly file: string;
  /** Without what tells shards apart. */
  readonly head: string;
  readonly points: ReadonlyMap<number, string>;
  /** Points of the sweep and parts of it. */
  readonly count: number;
  readonly parts: number;
}

function readShard(file: string): Shard {
  const { head, points } = asUsage(() => readRows(`merge: ${file}`, readFileSync(file, 'utf8')));
  const number = (pattern: RegExp) => Number(pattern.exec(head)?.[1]);
  const count = number(/^# points: (\d+)$/m);
  if (Number.isNaN(count))
    throw new UsageError(`merge: ${file} has no line "# points", expected a file of glassdeck sweep`);
  const parts = number(/^# shard: \d+\/(\d+)$/m);
  return { file, head: head.replace(/^# shard: .*\n/m, ''), points, count, parts: parts || 1 };
}

function checkHead({ file, head }: Shard, first: Shard): void {
  if (head === first.head) return;
  const wanted = first.head.split('\n');
  const lines = head.split('\n');
  const k = wanted.findIndex((line, at) => line !== lines[at]);
  const what = `${file} has "${lines[k] ?? ''}" where ${first.file} has "${wanted[k]}"`;
  throw new UsageError(`merge: ${what}: not shards of one sweep`);
}

/** Points that a message names at most. */
const mostNamed = 20;

function checkComplete(points: ReadonlyMap<number, string>, shards: readonly Shard[]): void {
  const { count } = shards[0] as Shard;
  const missing = Array.from({ length: count }, (_, index) => index).filter((index) => !points.has(index));
  if (missing.length === 0) return;
  const parts = Math.max(...shards.map((shard) => shard.parts));
  const lacking = [...new Set(missing.map((index) => shardText(shardOf(index, parts))))];
  const named = `${integersText(missing.slice(0, mostNamed))}${missing.length > mostNamed ? ' ...' : ''}`;
  throw new Error(`merge: ${missing.length} of ${count} points are missing: ${named}; of shard ${lacking.join(', ')}`);
}

export default { usage, run } satisfies Command;
