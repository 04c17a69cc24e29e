// @vitest-environment happy-dom
/** What the element says when something is wrong, and that everything else goes on. */
import { describe, expect, test, vi } from 'vitest';
import {
  awake,
  complaint,
  destroyed,
  failure,
  frames,
  framesDue,
  fresh,
  one,
  panel,
  place,
  settle,
  usePage,
  views,
} from './fixtures/page.ts';
import type { LiveDemo } from './live-demo.ts';
import './live-demo.ts';
import { type Move, moves } from './moves.ts';

vi.mock('./registry.ts', async () => (await import('./fixtures/page.ts')).registry);
vi.mock('../kernel/registry.ts', async () => (await import('./fixtures/page.ts')).kernels);
vi.mock('#session-worker', async () => (await import('./fixtures/page.ts')).sessionWorker);
vi.mock('../plot/tex.ts', () => ({ texOf: (symbol: string) => `<i>${symbol}</i>` }));

usePage();

const move = ({ figure }: LiveDemo, name: Move) => figure && moves[name](figure);

describe('a bad attribute', () => {
  test.each([
    ['drive="99"', 'live-demo "walk": drive="99" is outside [-20, 20]'],
    ['N="two"', 'live-demo "walk": n="two" is not a number, expected one in [1, 9]'],
    ['snr="3"', 'live-demo "walk" has no parameter "snr", expected one of: n, drive, gain, seed'],
    ['at="99"', 'live-demo "walk": at="99" is outside [0, 20]'],
  ])('%s is said in the figure’s place, and the others go on', async (attribute, message) => {
    const [bad, good] = await place(
      `<live-demo name="walk" ${attribute}><p>poster</p></live-demo><live-demo name="walk" id="${fresh()}"></live-demo>`,
    );
    if (!bad || !good) throw new Error('expected two figures');
    expect(complaint(bad)).toBe(message);
    expect(bad.querySelector('[role=alert]')?.textContent).toBe(message);
    expect(bad.textContent).toContain('poster');
    bad.active = good.active = true;
    move(bad, 'toggle');
    bad.fold({});
    await bad.still();
    await frames(3);
    expect(panel(good)).not.toBe('step NaN');
  });

  test('names the demos that exist', async () => {
    const [unknown, nameless] = await place('<live-demo name="wlak"></live-demo><live-demo></live-demo>');
    expect(complaint(unknown)).toMatch(/^no demo "wlak", expected one of: walk, /);
    expect(complaint(nameless)).toMatch(/^no demo "", expected one of: walk, /);
  });

  test('is text, never markup', async () => {
    const [demo] = await place('<live-demo name="<img src=x onerror=alert(1)>"></live-demo>');
    expect(complaint(demo)).toContain('<img src=x');
    expect(demo?.querySelector('img')).toBeNull();
    const value = await one('drive="<b>1</b>"');
    expect(value.querySelector('b')).toBeNull();
  });

  test('in a fragment is said beside the figure, until it is right', async () => {
    const demo = await one('drive="2"');
    demo.fold({ drive: '99' });
    await frames(1);
    expect(complaint(demo)).toBe('live-demo "walk": drive="99" is outside [-20, 20]');
    expect(panel(demo)).toBeDefined();
    demo.fold({ drive: '9' });
    expect(complaint(demo)).toBeUndefined();
  });

  test('in a fragment is not lost while the view is on its way', async () => {
    const [demo] = await place(`<live-demo name="late" id="${fresh()}"></live-demo>`);
    demo?.fold({ snr: '1' });
    views.release();
    await settle();
    expect(panel(demo)).toBeDefined();
    expect(complaint(demo)).toContain('no parameter "snr"');
  });
});

describe('a figure that cannot be shown', () => {
  test.each([
    ['lost', 'view.ts could not be loaded. A place over time.'],
    ['misbuilt', 'control "drift" is not a number of the demo: n, drive, gain. A place over time.'],
  ])('%s says why, and what would be seen', async (name, message) => {
    const [demo] = await place(`<live-demo name="${name}" id="${fresh()}"><p>poster</p></live-demo>`);
    expect(complaint(demo)).toBe(message);
    expect([...(demo?.children ?? [])].map(({ className }) => className)).toEqual(['', 'failure']);
    expect(demo?.className).toBe('failed');
    if (demo) demo.active = true;
    expect(framesDue()).toBe(0);
  });

  test('because its view throws leaves the stage, without its workers', async () => {
    const [demo] = await place(`<live-demo name="breaking" id="${fresh()}"></live-demo>`);
    destroyed.mockClear();
    if (demo) demo.active = true;
    await frames(9);
    expect(demo?.textContent).toBe('the view broke. A place over time.');
    expect(destroyed).toHaveBeenCalledTimes(1);
    expect([framesDue(), awake()]).toEqual([0, 0]);
  });

  test('because its kernel fails says so beside the picture', async () => {
    const demo = await one('drive="13"');
    demo.active = true;
    await frames(4);
    expect(failure(demo)).toBe('walk: x is NaN at step 1 with drive=13 gain=0.5. A place over time.');
    expect(panel(demo)).toBe('step 0');
    demo.fold({ drive: '1' });
    await frames(4);
    expect(failure(demo)).toBe('');
  });
});
