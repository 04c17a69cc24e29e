/** What a figure does when one of its runs cannot go on. */
import { describe, expect, test, vi } from 'vitest';
import { fatalDrive, tooManySites } from '../session/fixtures/walk.ts';
import { expectedRows, rehearse, rowsOf } from './fixtures/rehearsal.ts';

describe('a figure that fails', () => {
  test('says why, stops, keeps the rows before, and can be reset', async () => {
    const { figure, frames } = await rehearse();
    figure.play();
    frames(5);
    figure.store.set({ drive: fatalDrive });
    frames(5);
    expect(figure.failure).toBe('walk: x is NaN at step 6 with drive=13 gain=0.5');
    expect([figure.playing, figure.tick]).toEqual([false, 5]);
    expect(rowsOf(figure.runs.walk)).toEqual(expectedRows(5));
    figure.store.set({ drive: 3 });
    expect(figure.failure).toBe('');
    figure.reset();
    figure.play();
    frames(30);
    expect(figure.failure).toBe('');
    expect(rowsOf(figure.runs.walk)).toEqual(expectedRows(20, { drive: 3 }));
  });

  test('plays again from the start when it is told to', async () => {
    const { figure, frames } = await rehearse();
    figure.play();
    frames(5);
    figure.store.set({ drive: fatalDrive });
    frames(5);
    figure.play();
    expect([figure.failure, figure.playing, figure.tick]).toEqual(['', true, 0]);
  });

  test('frees the worker that failed, and computes no more', async () => {
    const { figure, frames, ports } = await rehearse({}, { n: tooManySites });
    figure.play();
    frames(3);
    expect(figure.failure).toBe('walk: cannot start with n=9: out of memory');
    expect(ports.map(({ terminated }) => terminated)).toEqual([true]);
    frames(3);
    expect(ports).toHaveLength(1);
  });

  test('with numbers that have moved on meanwhile has not failed', async () => {
    const { figure, frames } = await rehearse({ onChange: 'rerun' }, { drive: fatalDrive });
    figure.play();
    figure.frame(100);
    figure.store.set({ drive: 2 });
    frames(30);
    expect(figure.failure).toBe('');
    expect(rowsOf(figure.runs.walk)).toEqual(expectedRows(20, { drive: 2 }));
  });

  test('with numbers that have moved on meanwhile begins again with those, also where it would have continued', async () => {
    const { figure, frames, flush } = await rehearse();
    figure.play();
    frames(5);
    figure.store.set({ drive: fatalDrive });
    figure.frame(100);
    figure.store.set({ drive: 2 });
    flush();
    frames(30);
    expect(figure.failure).toBe('');
    expect(rowsOf(figure.runs.walk)).toEqual(expectedRows(20, { drive: 2 }));
  });

  test('with numbers that have moved on meanwhile is still brought to where it was sent', async () => {
    const { figure, flush } = await rehearse({}, { drive: fatalDrive });
    const sought = figure.seek(9);
    figure.store.set({ drive: 2 });
    flush();
    await sought;
    expect(rowsOf(figure.runs.walk)).toEqual(expectedRows(9, { drive: 2 }));
  });

  test('for want of a worker lets the others go on', async () => {
    const { figure } = await rehearse({ runs: { walk: { kernel: 'walk' } } });
    vi.spyOn(figure.runs.walk as object as { pull(): void }, 'pull').mockImplementation(() => {
      throw new Error('no worker from file://');
    });
    figure.play();
    expect(() => figure.frame(100)).not.toThrow();
    expect(figure.failure).toBe('no worker from file://');
  });
});
