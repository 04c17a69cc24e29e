/** A figure that is sent to a tick, as for print. */
import { describe, expect, test } from 'vitest';
import { fatalDrive } from '../session/fixtures/walk.ts';
import { expectedRows, rehearse, rowsOf } from './fixtures/rehearsal.ts';

describe('a seek', () => {
  test('resolves at its tick, without frames, however many answers that takes', async () => {
    const runs = { fine: { kernel: 'walk', stepsPerTick: 3 }, coarse: { kernel: 'walk' } };
    const { figure, flush, ports } = await rehearse({ ticks: 2000, runs });
    figure.play();
    const sought = figure.seek(1500);
    flush();
    await sought;
    expect([figure.tick, figure.playing]).toEqual([1500, false]);
    expect(rowsOf(figure.runs.fine)).toEqual(expectedRows(4500, { every: 3 }));
    const budgets = ports[0]?.requests.flatMap((request) => ('budget' in request ? request.budget : [])) ?? [];
    expect(budgets.length).toBeGreaterThan(2);
    expect(new Set(budgets)).toEqual(new Set([40]));
  });

  test('to the start has the first row', async () => {
    const { figure, flush } = await rehearse();
    const sought = figure.seek(0);
    expect(figure.runs.walk?.length).toBe(0);
    flush();
    await sought;
    expect(rowsOf(figure.runs.walk)).toEqual(expectedRows(0));
  });

  test('back to where the figure has been begins again, and ends at its tick', async () => {
    const { figure, frames, flush } = await rehearse();
    figure.play();
    frames(15);
    figure.store.set({ drive: 4 });
    frames(1);
    const sought = figure.seek(7);
    flush();
    await sought;
    expect(rowsOf(figure.runs.walk)).toEqual(expectedRows(7, { drive: 4 }));
  });

  test('to where the figure is leaves it alone', async () => {
    const { figure, frames } = await rehearse();
    figure.play();
    frames(3);
    figure.store.set({ drive: 4 });
    frames(2);
    await figure.seek(5);
    expect(rowsOf(figure.runs.walk)).toEqual(expectedRows(5, {}, [{ step: 3, params: { drive: 4, gain: 0.5 } }]));
  });

  test('is forgotten when it is over: then nothing is asked for without frames', async () => {
    const { figure, flush, ports } = await rehearse();
    const sought = figure.seek(3);
    flush();
    await sought;
    const count = ports[0]?.requests.length ?? Number.NaN;
    figure.reset();
    for (let k = 0; k < 5; ++k) figure.step();
    expect(ports[0]?.requests).toHaveLength(count);
  });

  test('past the rest is where the figure rests then', async () => {
    const { figure, flush, frames } = await rehearse({ ticks: 5 });
    const sought = figure.seek(8);
    flush();
    await sought;
    frames(5);
    expect([figure.tick, figure.resting]).toEqual([8, true]);
  });

  test('ends when the figure fails, and when it is sent elsewhere', async () => {
    const failing = await rehearse({}, { drive: fatalDrive });
    const sought = failing.figure.seek(9);
    failing.flush();
    await sought;
    expect(failing.figure.failure).toContain('at step 1');

    const { figure } = await rehearse();
    const interrupted = figure.seek(9);
    figure.reset();
    await interrupted;
    expect(figure.tick).toBe(0);
  });
});
