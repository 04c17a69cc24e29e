/** One kernel of a figure: what a view sees of it, and what stays when nobody looks. */
import { describe, expect, test } from 'vitest';
import { opening, rowsByHand } from '../session/fixtures/walk.ts';
import { expectedRows, rehearse, rowsOf } from './fixtures/rehearsal.ts';

describe('a view', () => {
  test('reads columns, recorded fields, the newest row and the newest fields by name', async () => {
    const { figure, frames } = await rehearse({}, { seed: 7 });
    figure.play();
    frames(30);
    const { walk: run } = figure.runs;
    if (!run) throw new Error('expected a run');
    const rows = rowsByHand(opening, 20);
    expect(run.length).toBe(21);
    expect(rowsOf(run)).toEqual(rows.map((row) => row.slice(0, 3)));
    expect([...run.recorded('sites').subarray(0, 3 * run.length)]).toEqual(rows.flatMap((row) => row.slice(3)));
    expect([run.latest('step'), run.latest('x')]).toEqual([20, rows.at(-1)?.[2]]);
    expect(run.field('count')).toEqual(Int32Array.of(20, 20));
    expect(run.values).toEqual({ n: 3, drive: 1, gain: 0.5 });
    expect([run.step, run.tick]).toEqual([20, 20]);
  });

  test('finds recorded fields behind each other', async () => {
    const runs = { walk: { kernel: 'walk', record: ['sites', 'count'] } };
    const { figure, frames } = await rehearse({ runs });
    figure.play();
    frames(3);
    expect([...(figure.runs.walk?.recorded('count').subarray(0, 8) ?? [])]).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
  });

  test('sees nothing yet before the first row', async () => {
    const { figure } = await rehearse();
    expect(figure.runs.walk?.length).toBe(0);
    expect(figure.runs.walk?.latest('x')).toBeNaN();
    expect(figure.runs.walk?.field('count')).toEqual(Int32Array.of(0, 0));
  });

  test('is told what the run does not have', async () => {
    const { figure } = await rehearse();
    const { walk: run } = figure.runs;
    expect(() => run?.column('y')).toThrow(new Error('walk: no observable "y"'));
    expect(() => run?.latest('y')).toThrow(new Error('walk: no observable "y"'));
    expect(() => run?.recorded('count')).toThrow(new Error('walk: field "count" is not recorded'));
    expect(() => run?.field('sites')).toThrow(new Error('walk: field "sites" is not asked for'));
    await expect(rehearse({ runs: { walk: { kernel: 'walk', fields: ['site'] } } })).rejects.toThrow(
      'walk: no field "site", expected one of: sites, count',
    );
  });
});

describe('a parked figure', () => {
  test('frees its workers and keeps its picture', async () => {
    const { figure, frames, ports } = await rehearse();
    figure.play();
    frames(8);
    figure.park();
    expect(ports.map(({ terminated }) => terminated)).toEqual([true]);
    expect(rowsOf(figure.runs.walk)).toEqual(expectedRows(8));
    expect([...(figure.runs.walk?.field('count') ?? [])]).toEqual([8, 8]);
  });

  test('replays to the same state, with every change of its numbers, and goes on', async () => {
    const { figure, frames, ports } = await rehearse();
    figure.play();
    const changes = [];
    for (const drive of [2, 3, 4]) {
      frames(4);
      changes.push({ step: figure.tick, params: { drive, gain: 0.5 } });
      figure.store.set({ drive });
      figure.frame(100);
      figure.park();
    }
    frames(30);
    expect(figure.tick).toBe(32);
    expect(rowsOf(figure.runs.walk)).toEqual(expectedRows(32, {}, changes));
    expect(ports).toHaveLength(4);
  });

  test('that rests needs no worker to be shown again', async () => {
    const { figure, frames, ports } = await rehearse();
    figure.play();
    frames(30);
    figure.park();
    frames(10);
    expect(ports).toHaveLength(1);
  });

  test('catches up in long strides', async () => {
    const { figure, frames, ports } = await rehearse();
    figure.play();
    frames(8);
    figure.park();
    figure.frame(100);
    const budgets = ports.map(({ requests }) =>
      requests.flatMap((request) => ('budget' in request ? request.budget : [])),
    );
    expect(new Set(budgets[0])).toEqual(new Set([8]));
    expect(budgets[1]).toEqual([40]);
  });
});
