/** A figure that is a sweep: its clock counts seeds, and it needs no point twice. */
import { describe, expect, test } from 'vitest';
import { csvHead } from '../kernel/table.ts';
import { walk } from '../session/fixtures/walk.ts';
import { answerAll } from '../sweep/fixtures/port.ts';
import { type Demo, demoParams } from './definition.ts';
import { type Rehearsal, rehearse, walkDemo } from './fixtures/rehearsal.ts';
import { followProgress, progressText } from './progress.ts';
import { readTick } from './settings.ts';
import { sweepCsvOf, sweepJsonOf, sweepRecordOf } from './sweep-record.ts';
import type { RunView } from './view.ts';

const grid = { drive: [0, 1, 2] };
const sweep = { grid, steps: 6, until: 'x<17' };
const demo: Partial<Demo> = {
  runs: { low: { kernel: 'walk', sweep }, high: { kernel: 'walk', sweep, fixed: { gain: 0.9 } } },
  ticks: 5,
  rate: 10,
  onChange: 'rerun',
};

/** Frames of 100 ms, with all points that are asked for computed between them. */
async function frames({ figure, hands }: Rehearsal, count: number, pick?: (count: number) => number): Promise<void> {
  for (let k = 0; k < count; ++k) {
    figure.frame(100);
    await answerAll(hands, pick);
  }
}
const asked = ({ hands }: Rehearsal) =>
  hands.flatMap(({ requests }) => requests.flatMap((request) => (request.type === 'run' ? request.points : [])));

function rows(run: RunView | undefined): number[][] {
  const columns = ['step', 'drive', 'seed', 'steps', 'success', 'x'].map((name) => run?.column(name));
  return Array.from({ length: run?.length ?? 0 }, (_, row) => columns.map((column) => column?.[row] as number));
}

test('it has the numbers of its kernels but for those of the grid', async () => {
  const { figure } = await rehearse(demo);
  expect([...figure.params.keys()]).toEqual(['n', 'gain']);
});

test('it computes all cells with one seed after the other, and rests after its last', async () => {
  const rehearsal = await rehearse(demo);
  const { figure, ports } = rehearsal;
  figure.play();
  await frames(rehearsal, 20);
  expect([figure.tick, figure.resting, figure.failure]).toEqual([5, true, '']);
  const { low, high } = figure.runs;
  expect(rows(low).map(([step]) => step)).toEqual(Array.from({ length: 16 }, (_, k) => k));
  expect(
    rows(low)
      .slice(1, 8)
      .map((row) => row.slice(1, 3)),
  ).toEqual([
    [0, 1000],
    [1, 1000],
    [2, 1000],
    [0, 1001],
    [1, 1001],
    [2, 1001],
    [0, 1002],
  ]);
  expect(
    new Set(
      rows(low)
        .slice(1)
        .map((row) => row[4]),
    ),
  ).toEqual(new Set([0, 1]));
  expect(rows(high)).not.toEqual(rows(low));
  expect(asked(rehearsal)).toHaveLength(2 * 3 * 5);
  expect(ports).toHaveLength(0);
});

test('it stops after the seed that was under way, and goes on from there', async () => {
  const rehearsal = await rehearse(demo);
  const { figure, hands } = rehearsal;
  figure.play();
  await frames(rehearsal, 3);
  figure.pause();
  await frames(rehearsal, 5);
  const { tick } = figure;
  expect([tick > 0, tick < 5]).toEqual([true, true]);
  expect(asked(rehearsal)).toHaveLength(2 * 3 * tick);
  figure.park();
  expect(hands.map(({ terminated }) => terminated)).toEqual([true, true]);
  figure.play();
  await frames(rehearsal, 20);
  expect(asked(rehearsal)).toHaveLength(2 * 3 * 5);

  const other = await rehearse(demo);
  other.figure.play();
  let turn = 0;
  await frames(other, 30, (count) => ++turn % count);
  expect(rows(figure.runs.low)).toEqual(rows(other.figure.runs.low));
  expect(rows(figure.runs.high)).toEqual(rows(other.figure.runs.high));
});

test('its still comes before its end, where the demo says so', () => {
  expect([readTick('here', null, { ticks: 5, still: 2 }), readTick('here', null, { ticks: 5 })]).toEqual([2, 5]);
});

test('it begins anew with other numbers', async () => {
  const rehearsal = await rehearse(demo);
  const { figure } = rehearsal;
  figure.play();
  await frames(rehearsal, 20);
  const before = rows(figure.runs.low);
  figure.store.set({ gain: 0.25 });
  await frames(rehearsal, 20);
  expect(figure.tick).toBe(5);
  expect(rows(figure.runs.low)).not.toEqual(before);
  figure.reset();
  await frames(rehearsal, 2);
  expect(rows(figure.runs.low)).toHaveLength(1);
});

test('it says how far it is, and how long the rest takes once it has computed a seed', async () => {
  const rehearsal = await rehearse(demo);
  const { figure } = rehearsal;
  let time = 0;
  const progress = followProgress(figure, () => time) as NonNullable<ReturnType<typeof followProgress>>;
  expect(progress()).toEqual({ done: 0, total: 5, msLeft: undefined });
  figure.play();
  expect(progress().msLeft).toBeUndefined();
  while (figure.tick < 2) await frames(rehearsal, 1);
  time = 3000;
  const { done, msLeft } = progress();
  expect(msLeft).toBe((3000 * (5 - done)) / done);
  time = 3300;
  expect(progress().msLeft).toBe(msLeft);
  figure.pause();
  expect(progress().msLeft).toBeUndefined();
  figure.play();
  await frames(rehearsal, 20);
  expect(progress()).toEqual({ done: 5, total: 5, msLeft: undefined });
  expect(followProgress((await rehearse()).figure, () => time)).toBeUndefined();
});

test.each([
  [0, undefined, '0 of 5 seeds'],
  [2, 19_001, '2 of 5 seeds, 20 s left'],
  [2, 200_000, '2 of 5 seeds, 4 min left'],
  [5, 0, '5 of 5 seeds'],
])('%d seeds of 5 with %s ms left are "%s"', (done, msLeft, text) => {
  expect(progressText({ done, total: 5, msLeft })).toBe(text);
});

describe('a sweep as data', () => {
  test('is what its command writes, with whole seeds alone', async () => {
    const rehearsal = await rehearse(demo);
    const { figure } = rehearsal;
    const record = () => sweepRecordOf(figure, 'high', walk);
    expect(record()).toBeUndefined();
    figure.seek(2);
    await answerAll(rehearsal.hands);
    const kept = record();
    if (!kept) throw new Error('expected a record');
    expect(kept.command).toBe(
      'npm run -s glassdeck -- sweep walk --n 3 --gain 0.9 --grid "drive=0,1,2" --seeds 1000:1001 --steps 6 --until "x<17" -o high.csv',
    );
    const lines = sweepCsvOf(kept).trimEnd().split('\n');
    const head = lines.filter((line) => line.startsWith('#'));
    expect(head[0]).toBe(
      csvHead({ kernel: 'walk', version: '', seed: 0, setup: {}, params: {}, changes: [] }, []).split('\n')[0],
    );
    expect(head.some((line) => line.startsWith('# code'))).toBe(false);
    expect(lines[head.length]).toBe('index,drive,seed,step,t,x,end');
    const own = rows(figure.runs.high).slice(1);
    const sorted = own.toSorted((a, b) => (a[1] as number) - (b[1] as number) || (a[2] as number) - (b[2] as number));
    expect(lines.slice(head.length + 1)).toEqual(
      sorted.map(([, drive, seed, steps = 0, success, x], k) =>
        [k, drive, seed, steps, steps / 2, x, success ? 'until' : 'steps'].join(','),
      ),
    );
    const { rows: objects, seeds, until } = JSON.parse(sweepJsonOf(kept));
    expect([seeds, until]).toEqual([[1000, 1001], { observable: 'x', sign: '<', value: 17 }]);
    expect(objects.map(Object.values).map(String)).toEqual(lines.slice(head.length + 1));
  });
});

test.each([
  [{ onChange: 'continue' as const }, 'run "low" is a sweep: onChange is "continue", expected "rerun"'],
  [{ ticks: 1500 }, 'run "low" has 4500 points in 1500 ticks, expected less than 4096'],
  [
    { runs: { it: { kernel: 'walk', sweep, fixed: { drive: 1 } } } },
    'fixed: no number "drive", expected one of: n, gain',
  ],
])('%j are refused', (changes, message) => {
  expect(() => demoParams({ ...walkDemo, ...demo, ...changes }, () => walk)).toThrow(new Error(message));
});
