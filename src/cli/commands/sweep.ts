/** `glassdeck sweep`: a kernel over a grid of its numbers and many seeds, on all cores. */
import { createHash } from 'node:crypto';
import os from 'node:os';
import { manifestOf, wasmOf } from '../../build/catalogue.ts';
import type { Plan } from '../../sweep/plan.ts';
import { type PoolWorker, startPool } from '../../sweep/pool.ts';
import type { Outcome } from '../../sweep/run-point.ts';
import { isInShard } from '../../sweep/shard.ts';
import { finalValues, rowStart, sweepHead, sweepRows } from '../../sweep/table.ts';
import type { Command } from '../command.ts';
import { readKernel } from '../kernel.ts';
import { readArguments } from '../sweep/arguments.ts';
import { createMeter } from '../sweep/meter.ts';
import { openStore, type Store } from '../sweep/store.ts';
import { summaryTable } from '../sweep/summary.ts';
import { startThreads } from '../sweep/threads.ts';

const usage = `glassdeck sweep KERNEL [--grid "N=50,100,200 r=2:8:13 ..."] [--seeds 1:100] [--dt 0.01 ...] [--steps 100] [--until "overlap>0.7"] [--every K] [-o FILE] [--workers 4] [--shard 3/8] [--summary]
  runs a kernel with every combination of the values of its grid and every seed, and writes the last row of each run (with
  --every also each K-th) to FILE (KERNEL.csv). A list has numbers, FROM:TO of integers, FROM:TO:COUNT evenly spaced or
  FROM:TO:COUNT:log, between commas. --until ends a run where an observable passes a value; --summary prints means,
  standard errors and the fraction that met --until. The same command goes on where it was interrupted.
  On many machines each computes a shard, and the shards become the file of a single sweep, byte for byte:
    sbatch --array=1-8 -c 16 --wrap 'npm run -s glassdeck -- sweep KERNEL ... --workers "$SLURM_CPUS_PER_TASK" --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" -o "part-$SLURM_ARRAY_TASK_ID.csv"'
    parallel -q npm run -s glassdeck -- sweep KERNEL ... --workers 1 --shard {}/8 -o part-{}.csv ::: {1..8}
    npm run -s glassdeck -- merge part-*.csv -o FILE`;

async function run(args: string[]): Promise<void> {
  const id = readKernel('sweep', args);
  const manifest = await manifestOf(id);
  const { plan, file, shard, workers, summary } = readArguments(manifest, args.slice(1));
  const bytes = await wasmOf(id);
  const code = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  const own = (index: number) => index < plan.count && (!shard || isInShard(index, shard));
  const start = (index: number) => (own(index) ? rowStart(plan, index) : undefined);
  const store = openStore(file, sweepHead(plan, code, shard), start);
  const missing = Array.from({ length: plan.count }, (_, index) => index).filter(
    (index) => own(index) && !store.points.has(index),
  );
  const total = store.points.size + missing.length;
  if (missing.length > 0) {
    store.open();
    const threads = Math.min(workers, missing.length);
    console.error(
      `Computing ${missing.length} of ${total} points on ${threads} ${threads === 1 ? 'thread' : 'threads'} ...`,
    );
    const pool = startThreads(plan, { manifest, module: await WebAssembly.compile(bytes) }, threads);
    const signal = await compute(plan, pool, store, missing);
    if (signal) {
      const again = ['sweep', ...args].map(quoted).join(' ');
      console.error(
        `Stopped after ${store.points.size} of ${total} points. To go on:\n  npm run -s glassdeck -- ${again}`,
      );
      process.exitCode = 128 + os.constants.signals[signal];
      return;
    }
  }
  await store.finish();
  process.stdout.write(summary ? summaryTable(plan, store.points) : `${file}  ${total} points\n`);
  const failed = [...store.points.values()].filter((rows) => !finalValues(plan, rows)).length;
  if (failed > 0) throw new Error(`${failed} of ${total} points failed, ${file} says why`);
}

/** Computes the missing points; returns the signal that ended it before its end. */
async function compute(
  plan: Plan,
  workers: PoolWorker<number, Outcome>[],
  store: Store,
  missing: readonly number[],
): Promise<NodeJS.Signals | undefined> {
  const now = () => performance.now();
  const meter = createMeter(process.stderr, store.points.size);
  let ended: NodeJS.Signals | undefined;
  const pool = startPool({
    tasks: missing,
    kindOf: plan.size,
    workers,
    now,
    result: (index, outcome) => store.append(index, sweepRows(plan, index, outcome)),
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      ended = signal;
      pool.cancel();
    });
  }
  const timer = setInterval(() => meter.show(pool.progress()), meter.pause);
  try {
    await pool.finished;
  } finally {
    clearInterval(timer);
    meter.end();
    store.close();
  }
  return ended;
}

/** As a shell takes it. */
const quoted = (word: string) => (/^[\w./:=,+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

export default { usage, run } satisfies Command;
