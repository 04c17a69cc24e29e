/** A sweep as a figure asks for it: rows that depend on the sweep alone. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Rows } from '../session/client.ts';
import { fatalDrive, instantiate, walk } from '../session/fixtures/walk.ts';
import { createCrew } from './crew.ts';
import { answerAll, createPort, emptyModule, type FakePort, settle } from './fixtures/port.ts';
import { liveManifest, seedAt } from './live.ts';
import { runPoint } from './run-point.ts';
import { openSweep } from './session.ts';

const sweep = { grid: { drive: [0, 1, 2] }, steps: 6, until: 'x<17' };

/** A page with so many workers; every one that it started, the rows of each session and its failures. */
function openPage(size: number, msPerPoint?: number) {
  const ports: FakePort[] = [];
  const start = () => {
    ports.push(createPort(msPerPoint));
    return ports.at(-1) as FakePort;
  };
  const crew = createCrew(start, size, () => 0);
  const session = (seed: number, known = 0, own = sweep) => {
    const rows: number[][] = [];
    const failures: string[] = [];
    const manifest = liveManifest(walk, own);
    const width = 1 + Object.keys(manifest.observables).length;
    const take = (answer: Rows) => {
      for (let row = 0; row < answer.rows; ++row)
        rows.push([...answer.buffer.subarray(row * width, (row + 1) * width)]);
      expect(rows.at(-1)?.[0]).toBe(answer.step);
    };
    const opened = openSweep(
      crew,
      { manifest: walk, sweep: own },
      { rows: take, failed: (text) => failures.push(text) },
    );
    const open = (ofSeed: number, from: number) => {
      const opening = { module: emptyModule, manifest, seed: ofSeed, changes: [], record: [], every: 1 };
      return opened.open({ ...opening, setup: { n: 3 }, params: { gain: 0.5 } }, {}, from);
    };
    expect(open(seed, known)).toBe(known);
    return { session: opened, rows, failures, open };
  };
  return { ports, session };
}

/** The row of that step, by hand. */
function expectedRow(seed: number, step: number, drives: readonly number[] = sweep.grid.drive): number[] {
  if (step === 0) return [0, ...Array(6).fill(Number.NaN)];
  const drive = drives[(step - 1) % drives.length] as number;
  const own = seedAt(seed, Math.floor((step - 1) / drives.length));
  const point = { index: 0, kernel: 'walk', seed: own, setup: { n: 3 }, params: { drive, gain: 0.5 }, steps: 6 };
  const until = { observable: 'x', sign: '<', value: 17 } as const;
  const { rows, steps, end } = runPoint(instantiate, emptyModule, walk, { ...point, until });
  const failed = end === 'failed';
  const success = failed ? Number.NaN : Number(end === 'until');
  return [
    step,
    drive,
    own,
    steps,
    success,
    ...(failed ? [Number.NaN, Number.NaN] : (rows.at(-1) as number[]).slice(1)),
  ];
}
const expectedRows = (seed: number, until: number, from = 0) =>
  Array.from({ length: until - from + 1 }, (_, k) => expectedRow(seed, from + k));

test('the walk meets the condition at some points and not at others, or these tests say little', () => {
  const successes = expectedRows(1, 30, 1).map((row) => row[4]);
  expect(new Set(successes)).toEqual(new Set([0, 1]));
});

describe('the rows of a sweep', () => {
  test('are one for each point, in order, whatever the workers, their speeds and the pulls', async () => {
    const run = async (size: number, pulls: readonly number[], order: readonly number[], ms: number) => {
      const { ports, session } = openPage(size, ms);
      const two = [session(1), session(2)] as const;
      let at = 0;
      let turn = 0;
      for (const stride of [0, ...pulls]) {
        at += stride;
        for (const { session: one, rows } of two) {
          while ((rows.at(-1)?.[0] ?? -1) < at) {
            one.pull(at, 8);
            await answerAll(ports, (count) => (order[turn++ % order.length] as number) % count);
          }
          expect(one.busy).toBe(false);
        }
      }
      for (const [k, { rows, failures }] of two.entries()) {
        expect(rows).toEqual(expectedRows(k + 1, at));
        expect(failures).toEqual([]);
      }
    };
    const ways = [
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 5 }),
      fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 9 }),
      fc.constantFrom(0.1, 10, 100),
    ] as const;
    await fc.assert(fc.asyncProperty(...ways, run), { seed: 3, numRuns: 40 });
  });

  test('come as soon as they can, before all that were asked for are there', async () => {
    const { ports, session } = openPage(1, 1000);
    const { session: one, rows } = session(1);
    one.pull(9, 8);
    await settle();
    expect(rows).toEqual(expectedRows(1, 0));
    one.pull(9, 8);
    await settle();
    expect(one.busy).toBe(true);
    ports[0]?.answer();
    await settle();
    expect(rows).toEqual(expectedRows(1, 1));
    expect(one.busy).toBe(false);
  });

  test('go on where another session was closed, and nothing is computed twice', async () => {
    const { ports, session } = openPage(2);
    const { session: one, rows } = session(1, 7);
    one.pull(9, 8);
    await answerAll(ports);
    one.pull(9, 8);
    await answerAll(ports);
    expect(rows).toEqual(expectedRows(1, 9, 8));
    const asked = ports.flatMap(({ requests }) => requests.flatMap((r) => (r.type === 'run' ? r.points : [])));
    expect(asked).toHaveLength(2);
  });

  test('of a point that fails have no numbers, and the sweep goes on', async () => {
    const { ports, session } = openPage(1);
    const drives = [1, fatalDrive];
    const { session: one, rows, failures } = session(1, 0, { ...sweep, grid: { drive: drives } });
    while (rows.length < 5) {
      one.pull(4, 8);
      await answerAll(ports);
    }
    expect(rows).toEqual([0, 1, 2, 3, 4].map((step) => expectedRow(1, step, drives)));
    expect(rows.map((row) => Number.isNaN(row[4]))).toEqual([true, false, true, false, true]);
    expect(failures).toEqual([]);
  });
});

describe('the workers', () => {
  test('come with the first point, are shared, and go with the last sweep', async () => {
    const { ports, session } = openPage(3);
    const [one, two] = [session(1), session(2)];
    expect(ports).toHaveLength(0);
    one.session.pull(3, 8);
    two.session.pull(3, 8);
    await answerAll(ports);
    expect(ports).toHaveLength(3);
    one.session.close();
    expect(ports.some(({ terminated }) => terminated)).toBe(false);
    two.session.close();
    expect(ports.every(({ terminated }) => terminated)).toBe(true);
  });

  test('leave out points that nobody wants any more', async () => {
    const { ports, session } = openPage(1, 1000);
    const { session: one, rows, open } = session(1);
    one.pull(6, 8);
    await settle();
    open(2, 0);
    one.pull(2, 8);
    await answerAll(ports);
    one.pull(2, 8);
    await answerAll(ports);
    expect(rows).toEqual([expectedRow(1, 0), ...expectedRows(2, 2)]);
    const seeds = ports.flatMap(({ requests }) => requests.flatMap((r) => (r.type === 'run' ? r.points : [])));
    expect(seeds.map(({ seed }) => seed)).toEqual([1000, 2000, 2000]);
  });

  test('that end by themselves are said to be gone; the next point brings others', async () => {
    const { ports, session } = openPage(2);
    const both = [session(1), session(2)] as const;
    for (const { session: one } of both) one.pull(5, 8);
    await settle();
    ports[1]?.onerror?.({ message: 'the worker is gone' });
    await settle();
    expect(ports.map(({ terminated }) => terminated)).toEqual([true, true]);
    for (const { session: one, failures } of both) {
      expect(failures).toEqual(['the worker is gone']);
      expect(one.busy).toBe(false);
      one.close();
    }
    const again = session(1);
    while (again.rows.length < 6) {
      again.session.pull(5, 8);
      await answerAll(ports);
    }
    expect(again.rows).toEqual(expectedRows(1, 5));
    expect(ports).toHaveLength(4);
  });

  test('that say nothing are not waited for', async () => {
    vi.useFakeTimers();
    const { ports, session } = openPage(1);
    const { session: one, failures } = session(1);
    one.pull(3, 8);
    await vi.advanceTimersByTimeAsync(19_999);
    one.pull(3, 8);
    expect([failures, one.busy]).toEqual([[], true]);
    await vi.advanceTimersByTimeAsync(1);
    vi.useRealTimers();
    expect(failures).toEqual(['the worker has not answered for 20 s']);
    expect([ports[0]?.terminated, one.busy]).toEqual([true, false]);
  });

  test('are asked for two seeds at a time, however much is wanted', async () => {
    const { ports, session } = openPage(1);
    const { session: one, rows } = session(1);
    one.pull(30, 8);
    await answerAll(ports);
    const asked = ports.flatMap(({ requests }) => requests.flatMap((r) => (r.type === 'run' ? r.points : [])));
    expect(asked).toHaveLength(2 * sweep.grid.drive.length - 1);
    while (rows.length < 31) {
      one.pull(30, 8);
      await answerAll(ports);
    }
    expect(rows).toEqual(expectedRows(1, 30));
  });
});
