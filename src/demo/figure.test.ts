/** A figure's clock, with workers that answer when they are told to. */
import { describe, expect, test } from 'vitest';
import { expectedRows, rehearse, rowsOf } from './fixtures/rehearsal.ts';

describe('playing', () => {
  test('reaches the last tick at the demo’s rate, and rests there', async () => {
    const { figure, frames } = await rehearse();
    figure.play();
    frames(10);
    // 10 ticks a second for a second.
    expect(figure.tick).toBe(10);
    expect([figure.playing, figure.resting]).toEqual([true, false]);
    frames(15);
    expect(figure.tick).toBe(20);
    expect([figure.playing, figure.resting]).toEqual([false, true]);
    expect(rowsOf(figure.runs.walk)).toEqual(expectedRows(20));
  });

  test('again after it rested begins at the start', async () => {
    const { figure, frames } = await rehearse();
    figure.play();
    frames(30);
    figure.play();
    frames(5);
    expect([figure.tick, figure.playing]).toEqual([5, true]);
    frames(30);
    expect(rowsOf(figure.runs.walk)).toEqual(expectedRows(20));
  });

  test('faster or slower takes the same steps', async () => {
    const { figure, frames } = await rehearse();
    figure.speed = 4;
    figure.play();
    frames(3);
    expect(figure.tick).toBe(12);
    figure.speed = 0.5;
    frames(4);
    expect(figure.tick).toBe(14);
    frames(20);
    expect(rowsOf(figure.runs.walk)).toEqual(expectedRows(20));
  });

  test('waits for its runs: the clock stays a tenth of a second ahead at most', async () => {
    const { figure, ports, flush } = await rehearse();
    figure.play();
    for (let k = 0; k < 15; ++k) figure.frame(100);
    flush();
    figure.frame(0);
    const [, first, second] = ports[0]?.requests ?? [];
    expect(first).toMatchObject({ type: 'pull', until: 1 });
    // No tick was done; one to show next, and a tenth of a second at 10 ticks a second.
    expect(second).toMatchObject({ type: 'pull', until: 2, budget: 8 });
  });

  test('asks for nothing without frames, and for nothing at rest', async () => {
    const { figure, ports, frames, flush } = await rehearse();
    figure.play();
    flush();
    expect(ports).toEqual([]);
    frames(30);
    const count = ports[0]?.requests.length;
    frames(10);
    expect(ports[0]?.requests).toHaveLength(count ?? Number.NaN);
  });

  test('asks for one answer at a time', async () => {
    const { figure, ports } = await rehearse();
    figure.play();
    for (let k = 0; k < 5; ++k) figure.frame(100);
    expect(ports[0]?.requests.map(({ type }) => type)).toEqual(['open', 'pull']);
  });

  test('keeps two runs of different step sizes at one clock', async () => {
    const runs = { fine: { kernel: 'walk', stepsPerTick: 4 }, coarse: { kernel: 'walk' } };
    const { figure, frames, ports } = await rehearse({ runs });
    figure.play();
    frames(7);
    expect([figure.tick, figure.runs.fine?.step, figure.runs.coarse?.step]).toEqual([7, 28, 7]);
    expect(rowsOf(figure.runs.fine)).toEqual(expectedRows(28, { every: 4 }));
    // The clock is where the slower of the two is.
    figure.frame(100);
    ports[1]?.flush();
    expect(figure.tick).toBe(7);
  });
});

describe('before it plays', () => {
  test('a figure shows the start, and takes no step', async () => {
    const { figure, frames } = await rehearse();
    frames(3);
    expect(rowsOf(figure.runs.walk)).toEqual(expectedRows(0));
  });

  test('a number that moves is there from the start', async () => {
    const { figure, frames } = await rehearse();
    frames(1);
    figure.store.set({ drive: 4 });
    figure.play();
    frames(30);
    expect(rowsOf(figure.runs.walk)).toEqual(expectedRows(20, { drive: 4 }));
    expect(figure.tick).toBe(20);
  });
});

describe('the transport', () => {
  test('counts whole ticks, though the clock does not', async () => {
    const { figure, flush } = await rehearse();
    const frame = (ms: number) => {
      figure.frame(ms);
      flush();
      return figure.tick;
    };
    figure.play();
    expect(frame(150)).toBe(1);
    figure.pause();
    expect(frame(0)).toBe(1);
    figure.play();
    // 0.6 of a tick, on top of a whole number.
    expect(frame(60)).toBe(1);
    figure.step();
    expect(frame(0)).toBe(2);
    figure.step();
    figure.play();
    frame(100);
    expect(figure.tick).toBeGreaterThan(2);
  });

  test('resets a figure that went on past its rest to where it rested first', async () => {
    const { figure, frames } = await rehearse();
    figure.play();
    frames(30);
    figure.store.set({ drive: 4 });
    frames(5);
    figure.reset();
    frames(30);
    expect([figure.tick, figure.playing]).toEqual([20, false]);
  });

  test('steps by one tick, as often as it is pressed, and past the rest', async () => {
    const { figure, frames } = await rehearse({ ticks: 2 });
    figure.play();
    frames(1);
    figure.step();
    expect(figure.playing).toBe(false);
    frames(3);
    expect(figure.tick).toBe(2);
    figure.step();
    figure.step();
    frames(3);
    expect(figure.tick).toBe(4);
    expect(rowsOf(figure.runs.walk)).toEqual(expectedRows(4));
  });

  test('pauses where all runs can be, and goes on from there', async () => {
    const runs = { fine: { kernel: 'walk', stepsPerTick: 2 }, coarse: { kernel: 'walk' } };
    const { figure, frames, ports, flush } = await rehearse({ runs });
    figure.play();
    frames(5);
    figure.frame(100);
    ports[0]?.flush();
    figure.pause();
    flush();
    frames(5);
    expect([figure.runs.fine?.tick, figure.runs.coarse?.tick]).toEqual([6, 6]);
    figure.play();
    frames(1);
    expect(figure.tick).toBe(7);
  });

  test('resets to the same rows again, and goes on playing if it played', async () => {
    const { figure, frames } = await rehearse();
    figure.play();
    frames(12);
    const before = rowsOf(figure.runs.walk);
    figure.reset();
    expect([figure.tick, figure.playing]).toEqual([0, true]);
    frames(12);
    expect(rowsOf(figure.runs.walk)).toEqual(before);
    figure.pause();
    figure.reset();
    frames(3);
    expect([figure.tick, figure.playing]).toEqual([0, false]);
    expect(rowsOf(figure.runs.walk)).toEqual(expectedRows(0));
  });

  test('steps by one from a reset that is still due', async () => {
    const { figure, frames } = await rehearse();
    figure.play();
    frames(12);
    figure.reset();
    figure.step();
    frames(4);
    expect(figure.tick).toBe(1);
  });
});
