/**
 * A sweep over uneven sizes on all cores, as the command line does it, threads started anew: how busy the cores are, and
 * how many times sooner it is done than on one thread. Both take turns. Where others use the machine, the cores are busy
 * with them; the part of the time that the threads had work does not feel that.
 */
import os from 'node:os';
import { loadKernel } from '../../../src/build/catalogue.ts';
import { startThreads } from '../../../src/cli/sweep/threads.ts';
import { createPlan } from '../../../src/sweep/plan.ts';
import { type PoolWorker, startPool } from '../../../src/sweep/pool.ts';
import type { Outcome } from '../../../src/sweep/run-point.ts';
import { sweepRows } from '../../../src/sweep/table.ts';
import type { Bench } from '../bench.ts';
import { median } from '../race.ts';

const seeds = Array.from({ length: 20 }, (_, k) => k + 1);
/** The largest size takes a few hundred times as long as the smallest. */
const sweep = { grid: { N: [20, 50, 100, 150], r: [2, 4, 6, 8] }, seeds, steps: 1000 };
const { manifest, module } = await loadKernel('gradient-flow-spiked-tensor');
const plan = createPlan(manifest, sweep);
const rounds = 3;

interface Turn {
  readonly ms: number;
  /** Milliseconds that all threads spent in user code. */
  readonly user: number;
  /** Milliseconds that the threads were at work on points, by their own clocks. */
  readonly atWork: number;
  readonly rows: string;
}

async function turn(threads: number): Promise<Turn> {
  const rows: string[] = [];
  let atWork = 0;
  const timed = (worker: PoolWorker<number, Outcome>): PoolWorker<number, Outcome> => ({
    ...worker,
    async run(tasks) {
      const answers = await worker.run(tasks);
      for (const { ms } of answers) atWork += ms;
      return answers;
    },
  });
  const start = performance.now();
  const before = process.cpuUsage();
  await startPool({
    tasks: Array.from({ length: plan.count }, (_, index) => index),
    kindOf: plan.size,
    workers: startThreads(plan, { manifest, module }, threads).map(timed),
    result: (index, outcome) => {
      rows[index] = sweepRows(plan, index, outcome);
    },
    now: () => performance.now(),
  }).finished;
  return { ms: performance.now() - start, user: process.cpuUsage(before).user / 1000, atWork, rows: rows.join('') };
}

export default [
  {
    name: 'sweep',
    size: plan.count,
    async measure() {
      const cores = os.availableParallelism();
      const turns: { all: Turn; one: Turn }[] = [];
      for (let round = 0; round < rounds; ++round) turns.push({ all: await turn(cores), one: await turn(1) });
      if (turns.some(({ all, one }) => all.rows !== one.rows)) throw new Error('one thread computes something else');
      return {
        ms: median(turns.map(({ all }) => all.ms)),
        bytes: 0,
        ratios: {
          oneThread: median(turns.map(({ all, one }) => one.ms / all.ms)),
          threads: median(turns.map(({ all }) => all.atWork / (all.ms * cores))),
          cores: median(turns.map(({ all }) => all.user / (all.ms * cores))),
        },
      };
    },
  },
] satisfies Bench[];
