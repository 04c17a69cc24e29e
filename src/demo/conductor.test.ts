/** One animation frame for all figures of the page. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { activate, deactivate, retire } from './conductor.ts';
import type { Figure } from './figure.ts';

const callbacks = new Map<number, FrameRequestCallback>();
let requests = 0;
const onStage: Figure[] = [];

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => {
    callbacks.set(++requests, callback);
    return requests;
  });
  vi.stubGlobal('cancelAnimationFrame', (id: number) => callbacks.delete(id));
  vi.spyOn(performance, 'now').mockReturnValue(1000);
});

afterEach(() => {
  for (const figure of onStage.splice(0)) deactivate(figure);
  expect(callbacks.size).toBe(0);
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** What the conductor does with a figure. */
function extra() {
  return { frame: vi.fn(), park: vi.fn() };
}
const enter = (figure: { frame: unknown }) => {
  onStage.push(figure as Figure);
  activate(figure as Figure);
};
const leave = (figure: { frame: unknown }) => {
  onStage.splice(onStage.indexOf(figure as Figure), 1);
  deactivate(figure as Figure);
};

/** The browser paints at `now`. */
function paint(now: number): void {
  const due = [...callbacks.values()];
  callbacks.clear();
  for (const callback of due) callback(now);
}

describe('animation frames', () => {
  test('come one at a time while a figure is on stage, and not at all otherwise', () => {
    const [one, two] = [extra(), extra()];
    expect(callbacks.size).toBe(0);
    enter(one);
    enter(two);
    expect(callbacks.size).toBe(1);
    paint(1016);
    expect(callbacks.size).toBe(1);
    leave(one);
    expect(callbacks.size).toBe(1);
    leave(two);
    expect(callbacks.size).toBe(0);
  });

  test('go to the figures on stage, with the milliseconds that have passed', () => {
    const [one, two] = [extra(), extra()];
    enter(one);
    enter(two);
    paint(1016);
    leave(two);
    paint(1036);
    expect(one.frame.mock.calls).toEqual([[16], [20]]);
    expect(two.frame.mock.calls).toEqual([[16]]);
  });

  test('that come late or early count as a tenth of a second at most, and never backwards', () => {
    const figure = extra();
    enter(figure);
    paint(990);
    paint(9000);
    expect(figure.frame.mock.calls).toEqual([[0], [100]]);
  });

  test('stop when the last figure leaves within one', () => {
    const figure = extra();
    figure.frame.mockImplementation(() => leave(figure));
    enter(figure);
    paint(1016);
    expect(callbacks.size).toBe(0);
  });
});

describe('workers', () => {
  test('are kept by three figures, those that were on stage last', () => {
    const figures = [extra(), extra(), extra(), extra(), extra()];
    for (const figure of figures) {
      enter(figure);
      leave(figure);
    }
    expect(figures.map(({ park }) => park.mock.calls.length)).toEqual([1, 1, 0, 0, 0]);
    const [, , third, fourth] = figures;
    if (!third || !fourth) throw new Error('expected five figures');
    enter(third);
    leave(third);
    enter(extra());
    expect([third.park.mock.calls.length, fourth.park.mock.calls.length]).toEqual([0, 1]);
  });

  test('are never taken from a figure on stage', () => {
    const figures = [extra(), extra(), extra(), extra(), extra()];
    for (const figure of figures) enter(figure);
    for (const figure of figures) retire(figure as unknown as Figure);
    expect(figures.map(({ park }) => park.mock.calls.length)).toEqual([0, 0, 0, 0, 0]);
  });

  test('are freed on request once nobody shows the figure', () => {
    const figure = extra();
    enter(figure);
    enter(figure);
    leave(figure);
    retire(figure as unknown as Figure);
    expect(figure.park).not.toHaveBeenCalled();
    paint(1016);
    expect(figure.frame).toHaveBeenCalledTimes(1);
    leave(figure);
    retire(figure as unknown as Figure);
    expect(figure.park).toHaveBeenCalledTimes(1);
  });
});
