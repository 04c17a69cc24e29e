// @vitest-environment happy-dom
/** A figure behind the words of a slide: there for the eye alone. */
import { expect, test, vi } from 'vitest';
import { awake, failure, frames, isPlaying, one, panel, usePage } from './fixtures/page.ts';
import './live-demo.ts';

vi.mock('./registry.ts', async () => (await import('./fixtures/page.ts')).registry);
vi.mock('../kernel/registry.ts', async () => (await import('./fixtures/page.ts')).kernels);
vi.mock('#session-worker', async () => (await import('./fixtures/page.ts')).sessionWorker);
vi.mock('../plot/tex.ts', () => ({ texOf: (symbol: string) => `<i>${symbol}</i>` }));

usePage();

test('a background plays while it is active, and nobody hears of it or comes to it with a key', async () => {
  const demo = await one('background');
  expect([demo.getAttribute('aria-hidden'), demo.querySelector('.bare') !== null]).toEqual(['true', true]);
  demo.active = true;
  await frames(6);
  expect([isPlaying(demo), failure(demo)]).toEqual([true, '']);
  expect(demo.querySelectorAll('a, button, input, select, [tabindex]')).toHaveLength(0);
  demo.active = false;
  await frames(5);
  const before = panel(demo);
  await frames(5);
  expect([panel(demo), awake()]).toEqual([before, 1]);
});

test('any other figure has its strip, its words, and a view that draws axes', async () => {
  const demo = await one('');
  expect([demo.getAttribute('aria-hidden'), demo.querySelector('.bare')]).toEqual([null, null]);
  expect(demo.querySelectorAll('.control-strip')).toHaveLength(1);
});
