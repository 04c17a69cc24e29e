/** The only mutable truth on the page. */
import { describe, expect, test } from 'vitest';
import { createStore } from './store.ts';

const initial = [
  ['r', 3],
  ['seed', 1],
] as const;

/** A store, and the names of each notice. */
function listen() {
  const store = createStore(initial);
  const notices: string[][] = [];
  const unsubscribe = store.subscribe((changed) => notices.push([...changed]));
  return { store, notices, unsubscribe };
}

describe('a store', () => {
  test('notifies once for several changes, with their names, when all values are there', () => {
    const store = createStore(initial);
    const seen: unknown[] = [];
    store.subscribe((changed) => seen.push([...changed], [...store.entries()]));
    store.set({ r: 4, seed: 2 });
    expect(seen).toEqual([
      ['r', 'seed'],
      [
        ['r', 4],
        ['seed', 2],
      ],
    ]);
  });

  test('notifies of changes only', () => {
    const { store, notices } = listen();
    store.set({ r: 3 });
    store.set({});
    store.set({ r: 3, seed: 9 });
    expect(notices).toEqual([['seed']]);
  });

  test('tells NaN from a change', () => {
    const { store, notices } = listen();
    store.set({ r: Number.NaN });
    store.set({ r: Number.NaN });
    expect(notices).toEqual([['r']]);
  });

  test('stops notifying on request, also while it notifies', () => {
    const store = createStore(initial);
    const heard: string[] = [];
    const stop = store.subscribe(() => {
      heard.push('first');
      stop();
    });
    store.subscribe(() => heard.push('second'));
    store.set({ r: 1 });
    store.set({ r: 2 });
    expect(heard).toEqual(['first', 'second', 'second']);
  });

  test('knows its names, and changes nothing where one is wrong', () => {
    const { store, notices } = listen();
    expect(() => store.get('snr')).toThrow(new Error('no number "snr", expected one of: r, seed'));
    expect(() => store.set({ r: 9, snr: 1 })).toThrow('no number "snr"');
    expect(store.get('r')).toBe(3);
    expect(notices).toEqual([]);
  });

  test('keeps its own values', () => {
    const first = createStore(initial);
    first.set({ r: 8 });
    expect(createStore(initial).get('r')).toBe(3);
  });
});
