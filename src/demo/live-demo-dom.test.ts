// @vitest-environment happy-dom
/** What becomes of a figure when its element is moved, cloned or taken out. */
import { describe, expect, test, vi } from 'vitest';
import {
  awake,
  complaint,
  destroyed,
  frames,
  framesDue,
  fresh,
  isPlaying,
  one,
  panel,
  place,
  ports,
  settle,
  usePage,
  views,
} from './fixtures/page.ts';
import type { LiveDemo } from './live-demo.ts';
import './live-demo.ts';

vi.mock('./registry.ts', async () => (await import('./fixtures/page.ts')).registry);
vi.mock('../kernel/registry.ts', async () => (await import('./fixtures/page.ts')).kernels);
vi.mock('#session-worker', async () => (await import('./fixtures/page.ts')).sessionWorker);
vi.mock('../plot/tex.ts', () => ({ texOf: (symbol: string) => `<i>${symbol}</i>` }));

usePage();

describe('when the DOM changes', () => {
  test('a figure that is taken out is freed, and is found again as it was', async () => {
    const demo = await one('');
    const { parentElement } = demo;
    demo.active = true;
    await frames(5);
    demo.figure?.pause();
    await frames(2);
    const before = panel(demo);
    destroyed.mockClear();
    demo.remove();
    await settle();
    expect([awake(), framesDue(), demo.active]).toEqual([0, 0, false]);
    expect(destroyed).toHaveBeenCalledTimes(1);
    parentElement?.append(demo);
    await settle();
    expect(panel(demo)).toBe(before);
  });

  test('a figure that is moved notices nothing', async () => {
    const demo = await one('');
    demo.active = true;
    await frames(3);
    const content = demo.firstElementChild;
    const page = document.createElement('div');
    document.body.append(page);
    page.append(demo);
    await settle();
    expect(demo.firstElementChild).toBe(content);
    expect([demo.active, awake(), isPlaying(demo)]).toEqual([true, 1, true]);
    await frames(30);
    expect(panel(demo)).toBe('step 20');
  });

  test('a figure that is taken out while its view is on its way is never built', async () => {
    const [demo] = await place(`<live-demo name="late" id="${fresh()}"></live-demo>`);
    demo?.remove();
    await settle();
    views.release();
    await settle();
    expect(demo?.querySelector('.frame')).toBeNull();
  });

  test('a clone shares the figure, and either of them may leave', async () => {
    const demo = await one('');
    demo.active = true;
    await frames(5);
    const clone = demo.cloneNode(true) as LiveDemo;
    document.body.append(clone);
    await settle();
    expect(clone.dataset.figure).toBe(demo.dataset.figure);
    expect(clone.querySelectorAll('.frame')).toHaveLength(1);
    clone.active = true;
    demo.remove();
    await frames(20);
    expect([panel(clone), ports.length, awake()]).toEqual(['step 20', 1, 1]);
  });

  test('a clone does not repeat a complaint of the original', async () => {
    const demo = await one('');
    demo.fold({ snr: '1' });
    const clone = demo.cloneNode(true) as LiveDemo;
    document.body.append(clone);
    await settle();
    expect(complaint(clone)).toBeUndefined();
    const bad = await one('snr="1"');
    const badClone = bad.cloneNode(true) as LiveDemo;
    document.body.append(badClone);
    expect(badClone.querySelectorAll('.failure')).toHaveLength(1);
  });

  test('a clone on a printed page has a figure of its own', async () => {
    const demo = await one('at="4"');
    const page = document.createElement('div');
    page.className = 'pdf-page';
    document.body.append(page);
    const clone = demo.cloneNode(true) as LiveDemo;
    page.append(clone);
    clone.fold({ seed: '8' });
    const stills = Promise.all([demo.still(), clone.still()]);
    await frames(4);
    await stills;
    const seeds = ports.flatMap(({ requests }) =>
      requests.flatMap((request) => (request.type === 'open' ? [request.opening.seed] : [])),
    );
    expect(seeds.sort()).toEqual([1, 8]);
    expect(awake()).toBe(0);
  });

  test('a figure without an id has a key that its copies keep', async () => {
    const [first, second] = await place('<live-demo name="walk"></live-demo><live-demo name="walk"></live-demo>');
    expect(first?.dataset.figure).toMatch(/^walk\/\d+$/);
    expect(first?.dataset.figure).not.toBe(second?.dataset.figure);
  });
});
