/** A figure's numbers: what moves them, and who hears of it. */
import { describe, expect, test, vi } from 'vitest';
import { expectedRows, rehearse, rowsOf } from './fixtures/rehearsal.ts';

describe('a number that moves', () => {
  test('in a figure that continues goes on from the rest, and leaves the rows before it alone', async () => {
    const { figure, frames } = await rehearse();
    figure.play();
    frames(30);
    figure.store.set({ drive: 4 });
    expect(figure.playing).toBe(true);
    frames(30);
    expect([figure.tick, figure.playing]).toEqual([40, false]);
    expect(rowsOf(figure.runs.walk)).toEqual(expectedRows(40, {}, [{ step: 20, params: { drive: 4, gain: 0.5 } }]));
  });

  test('in a figure that continues while it plays is shown as long as the figure itself', async () => {
    const { figure, frames } = await rehearse();
    figure.play();
    frames(18);
    figure.store.set({ drive: 4 });
    frames(18);
    expect(figure.playing).toBe(true);
    frames(12);
    expect([figure.tick, figure.playing, figure.resting]).toEqual([38, false, true]);
  });

  test('in a figure that was paused is written where it goes on, the latest value alone', async () => {
    const { figure, frames, ports } = await rehearse();
    figure.play();
    frames(5);
    figure.pause();
    for (let drive = 2; drive < 8; ++drive) figure.store.set({ drive });
    frames(4);
    expect([figure.tick, figure.playing]).toEqual([5, false]);
    expect(figure.runs.walk?.values).toEqual({ n: 3, drive: 7, gain: 0.5 });
    figure.play();
    frames(30);
    expect(rowsOf(figure.runs.walk)).toEqual(expectedRows(25, {}, [{ step: 5, params: { drive: 7, gain: 0.5 } }]));
    expect(ports[0]?.requests.filter((request) => 'params' in request)).toHaveLength(1);
  });

  test('in a figure that reruns repeats from the start with the new value, up to the same tick', async () => {
    const { figure, frames } = await rehearse({ onChange: 'rerun' });
    figure.play();
    frames(30);
    figure.store.set({ drive: 4 });
    frames(3);
    expect([figure.tick, figure.playing]).toEqual([20, false]);
    expect(rowsOf(figure.runs.walk)).toEqual(expectedRows(20, { drive: 4 }));
  });

  test('in a figure that reruns while it plays comes back to its tick at once, and goes on', async () => {
    const { figure, frames } = await rehearse({ onChange: 'rerun' });
    figure.play();
    frames(12);
    figure.store.set({ drive: 4 });
    frames(2);
    expect(figure.tick).toBeGreaterThanOrEqual(12);
    frames(20);
    expect(figure.tick).toBe(20);
    expect(rowsOf(figure.runs.walk)).toEqual(expectedRows(20, { drive: 4 }));
  });

  test.each([{ seed: 9 }, { n: 5 }])('as %j begins again, and is watched from the start', async (change) => {
    const { figure, frames } = await rehearse();
    figure.play();
    frames(30);
    figure.store.set(change);
    expect(figure.tick).toBe(0);
    expect(figure.playing).toBe(true);
    frames(3);
    expect(figure.tick).toBeLessThan(20);
    frames(30);
    expect(figure.tick).toBe(20);
    expect(rowsOf(figure.runs.walk)).toEqual(expectedRows(20, change));
    expect(figure.runs.walk?.recorded('sites').length).toBe(4096 * ('n' in change ? 5 : 3));
  });

  test('of the setup begins a paused run again without playing it', async () => {
    const { figure, frames } = await rehearse();
    figure.play();
    frames(3);
    figure.pause();
    figure.store.set({ n: 5 });
    frames(3);
    expect([figure.tick, figure.playing]).toEqual([0, false]);
  });

  test.each([{ seed: 9 }, { n: 5 }])('as %j repeats a rerun up to the same tick', async (change) => {
    const { figure, frames } = await rehearse({ onChange: 'rerun' });
    figure.play();
    frames(30);
    figure.store.set(change);
    frames(3);
    expect(figure.tick).toBe(20);
    expect(rowsOf(figure.runs.walk)).toEqual(expectedRows(20, change));
  });
});

describe('fragments', () => {
  test('fold the same numbers to the same figure, however often', async () => {
    const { figure, frames } = await rehearse({ onChange: 'rerun' }, { drive: 2 });
    const heard = vi.fn();
    figure.fold({ gain: 0.25 });
    figure.play();
    frames(30);
    figure.subscribe(heard);
    figure.fold({ gain: 0.25 });
    expect(heard).not.toHaveBeenCalled();
    expect(rowsOf(figure.runs.walk)).toEqual(expectedRows(20, { drive: 2, gain: 0.25 }));
  });

  test('that are gone fall back to where the figure began, and leave other numbers as a person set them', async () => {
    const { figure } = await rehearse({ defaults: { gain: 0.75 } }, { drive: 2 });
    figure.store.set({ n: 4 });
    figure.fold({ drive: 9, gain: 0.1, seed: 3 });
    expect(Object.fromEntries(figure.store.entries())).toEqual({ seed: 3, n: 4, drive: 9, gain: 0.1 });
    figure.fold({ gain: 0.2 });
    expect(Object.fromEntries(figure.store.entries())).toEqual({ seed: 1, n: 4, drive: 2, gain: 0.2 });
    figure.fold({});
    expect(Object.fromEntries(figure.store.entries())).toEqual({ seed: 1, n: 4, drive: 2, gain: 0.75 });
  });
});

test('whoever listens hears of answers, numbers, speed and the transport, until they stop listening', async () => {
  const { figure, flush } = await rehearse();
  const heard = vi.fn();
  const stop = figure.subscribe(heard);
  const actions = [
    () => figure.play(),
    () => figure.frame(100),
    flush,
    () => figure.store.set({ drive: 2 }),
    () => {
      figure.speed = 2;
    },
    () => figure.pause(),
    () => figure.step(),
    () => figure.reset(),
    () => void figure.seek(9),
    () => figure.reload('walk'),
  ];
  const counts = actions.map((action) => {
    heard.mockClear();
    action();
    return heard.mock.calls.length;
  });
  // Only a frame is silent: what it asked for is not there yet.
  expect(counts.map((count) => count > 0)).toEqual([true, false, true, true, true, true, true, true, true, true]);
  stop();
  heard.mockClear();
  figure.play();
  expect(heard).not.toHaveBeenCalled();
});
