// @vitest-environment happy-dom
/** The element on a page of fake workers: when it computes, and what it shows then. */
import { describe, expect, test, vi } from 'vitest';
import {
  awake,
  frames,
  framesDue,
  fresh,
  isPlaying,
  one,
  painted,
  panel,
  place,
  ports,
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

describe('an active figure', () => {
  test('plays by itself, and stands still while it is not active', async () => {
    const demo = await one('');
    await frames(3);
    expect([panel(demo), awake(), framesDue()]).toEqual(['step NaN', 0, 0]);
    demo.active = true;
    await frames(6);
    expect(isPlaying(demo)).toBe(true);
    const before = panel(demo);
    expect(before).not.toBe('step NaN');
    demo.active = false;
    await frames(5);
    expect(framesDue()).toBe(0);
    const after = panel(demo);
    await frames(5);
    expect(panel(demo)).toBe(after);
    demo.active = true;
    await frames(30);
    expect(panel(demo)).toBe('step 20');
    expect(isPlaying(demo)).toBe(false);
  });

  test('is painted once per frame, and not at all when nothing changes', async () => {
    const demo = await one('');
    demo.active = true;
    await frames(40);
    expect(painted.length).toBeLessThanOrEqual(41);
    const before = painted.length;
    await frames(10);
    expect(painted).toHaveLength(before);
  });

  test('waits for its speaker with autoplay="false"', async () => {
    const demo = await one('autoplay="false"');
    demo.active = true;
    await frames(5);
    expect([panel(demo), isPlaying(demo)]).toEqual(['step 0', false]);
    move(demo, 'toggle');
    await frames(3);
    expect(isPlaying(demo)).toBe(true);
  });

  test('is a still for those who prefer reduced motion', async () => {
    vi.stubGlobal('matchMedia', (query: string) => ({ matches: query.includes('prefers-reduced-motion: reduce') }));
    const demo = await one('at="12"');
    painted.length = 0;
    demo.active = true;
    await frames(8);
    expect(panel(demo)).toBe('step 12');
    expect(new Set(painted)).toEqual(new Set([12]));
    demo.figure?.step();
    await frames(3);
    expect(panel(demo)).toBe('step 13');
  });

  test('begins with the numbers of its attributes, those of data-set among them', async () => {
    const demo = await one('data-set="n=5 drive=3" gain="0.25" drive="4" seed="9"');
    demo.active = true;
    await frames(2);
    const [open] = ports[0]?.requests ?? [];
    expect(open).toMatchObject({ opening: { seed: 9, setup: { n: 5 }, params: { drive: 4, gain: 0.25 } } });
  });

  test('does not start again after it was shown before', async () => {
    const demo = await one('');
    demo.active = true;
    await frames(3);
    demo.figure?.pause();
    await frames(3);
    const before = panel(demo);
    demo.active = false;
    demo.active = true;
    await frames(5);
    expect(panel(demo)).toBe(before);
  });

  test('does what its methods say', async () => {
    const demo = await one('');
    demo.active = true;
    await frames(4);
    demo.figure?.pause();
    await frames(2);
    const paused = Number(panel(demo)?.slice(5));
    demo.figure?.step();
    await frames(2);
    expect(panel(demo)).toBe(`step ${paused + 1}`);
    demo.figure?.reset();
    await frames(2);
    expect(panel(demo)).toBe('step 0');
    move(demo, 'newSeed');
    await frames(2);
    expect(isPlaying(demo)).toBe(true);
    expect(demo.querySelector('.seed')?.textContent).toBe('seed 2');
  });
});

describe('a still', () => {
  test('is painted once, at its tick, without being active, and keeps no worker', async () => {
    const demo = await one('at="7" drive="3"');
    painted.length = 0;
    const still = demo.still();
    await frames(3);
    await still;
    expect(painted).toEqual([7]);
    expect([ports.length, awake()]).toEqual([1, 0]);
    await frames(3);
    expect(painted).toEqual([7]);
  });

  test('is at the end where nothing is said, and as its fragments say', async () => {
    const demo = await one('');
    demo.fold({ n: '5' });
    const still = demo.still();
    await frames(3);
    await still;
    expect(panel(demo)).toBe('step 20');
    const [open] = ports[0]?.requests ?? [];
    expect(open).toMatchObject({ type: 'open', opening: { setup: { n: 5 } } });
  });

  test('waits for a view that comes late', async () => {
    const [demo] = await place(`<live-demo name="late" id="${fresh()}" at="3"></live-demo>`);
    const still = demo?.still();
    await frames(3);
    views.release();
    await frames(3);
    await still;
    expect(panel(demo)).toBe('step 3');
  });

  test('of a figure that cannot be shown resolves all the same', async () => {
    const [demo] = await place('<live-demo name="lost"></live-demo>');
    await demo?.still();
    expect(ports).toHaveLength(0);
  });
});
