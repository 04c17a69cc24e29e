/** The history of a figure: what changed when. */
import { describe, expect, test } from 'vitest';
import { rehearse, rowsOf } from './fixtures/rehearsal.ts';
import { type History, numbersAfter, withChange } from './history.ts';

const start = { seed: 1, r: 3, dt: 0.1 };
const begun: History = { start, changes: [] };

describe('a history', () => {
  test('keeps what changed, and at which tick', () => {
    const history = withChange(withChange(begun, 4, { ...start, r: 5 }), 9, { ...start, r: 5, dt: 0.2 });
    expect(history).toEqual({
      start,
      changes: [
        { tick: 4, values: { r: 5 } },
        { tick: 9, values: { dt: 0.2 } },
      ],
    });
    expect(numbersAfter(history)).toEqual({ seed: 1, r: 5, dt: 0.2 });
  });

  test('has one change a tick: the last word of each number', () => {
    const history = withChange(withChange(begun, 4, { ...start, r: 5, dt: 0.2 }), 4, { ...start, r: 6, dt: 0.2 });
    expect(history.changes).toEqual([{ tick: 4, values: { r: 6, dt: 0.2 } }]);
  });

  test('is the same while nothing changes', () => {
    expect(withChange(begun, 4, { ...start })).toBe(begun);
  });
});

describe('a figure in the state of another', () => {
  const runs = { fine: { kernel: 'walk', stepsPerTick: 3 }, coarse: { kernel: 'walk' } };

  test('has the same rows, to the last bit, and goes on in the same way', async () => {
    const one = await rehearse({ runs });
    one.figure.play();
    for (const drive of [2, 5, -3]) {
      one.frames(3);
      one.figure.store.set({ drive });
    }
    one.frames(2);
    one.figure.pause();
    one.frames(3);

    const other = await rehearse({ runs });
    other.figure.restore(one.figure.state());
    other.frames(20);
    expect(other.figure.tick).toBe(one.figure.tick);
    expect(other.figure.playing).toBe(false);
    for (const name of ['fine', 'coarse'])
      expect(rowsOf(other.figure.runs[name])).toEqual(rowsOf(one.figure.runs[name]));
    expect(Object.fromEntries(other.figure.store.entries())).toEqual(Object.fromEntries(one.figure.store.entries()));
    expect(other.figure.state()).toEqual(one.figure.state());

    for (const { figure, frames } of [one, other]) {
      figure.store.set({ drive: 7 });
      figure.play();
      frames(40);
    }
    for (const name of ['fine', 'coarse'])
      expect(rowsOf(other.figure.runs[name])).toEqual(rowsOf(one.figure.runs[name]));
  });

  test('changes all runs at one tick, though one of them is ahead', async () => {
    const { figure, frames, ports, flush } = await rehearse({ runs });
    figure.play();
    frames(2);
    figure.frame(100);
    ports[1]?.flush();
    figure.store.set({ drive: 4 });
    flush();
    frames(3);
    expect(figure.state().changes).toHaveLength(1);
    const tick = figure.state().changes[0]?.tick ?? Number.NaN;
    const placeAt = (run: string, step: number) =>
      figure.runs[run]?.column('x')[figure.runs[run].column('step').indexOf(step)];
    const other = await rehearse({ runs });
    other.figure.restore({ ...figure.state(), tick });
    other.frames(20);
    expect(other.figure.runs.coarse?.latest('x')).toBe(placeAt('coarse', tick));
    expect(other.figure.runs.fine?.latest('x')).toBe(placeAt('fine', 3 * tick));
  });

  test('a moved number before the first step is part of the start, not a change', async () => {
    const { figure, frames } = await rehearse();
    frames(1);
    figure.store.set({ drive: 4 });
    frames(1);
    expect(figure.state()).toEqual({ start: { seed: 1, n: 3, drive: 4, gain: 0.5 }, changes: [], tick: 0 });
  });

  test('that reruns on a change has no changes: the numbers are those of the start', async () => {
    const { figure, frames } = await rehearse({ onChange: 'rerun' });
    figure.play();
    frames(30);
    figure.store.set({ drive: 4 });
    expect(figure.state()).toMatchObject({ start: { drive: 4 }, changes: [], tick: 20 });
    frames(3);
    expect(figure.state()).toMatchObject({ start: { drive: 4 }, changes: [], tick: 20 });
  });

  test('keeps it when the fragments that led there are read again, and not when others are', async () => {
    const { figure, frames } = await rehearse();
    figure.restore({
      start: { seed: 1, n: 3, drive: 1, gain: 0.5 },
      changes: [{ tick: 2, values: { drive: 6 } }],
      tick: 5,
    });
    figure.fold({ drive: 6 });
    frames(10);
    expect(figure.state()).toMatchObject({ start: { drive: 1 }, changes: [{ tick: 2 }], tick: 5 });
    figure.fold({ drive: 6 });
    expect(figure.state().changes).toHaveLength(1);
    figure.fold({});
    expect(figure.store.get('drive')).toBe(1);
  });
});
