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
    expect(ports[0]?.requests.length).toBeGreaterThan(3);
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
