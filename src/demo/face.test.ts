// @vitest-environment happy-dom
/** The figure on the page: for those who see it, and for those who do not. */
import { describe, expect, test, vi } from 'vitest';
import type { Figure } from './figure.ts';
import { frames, isPlaying, one, painted, panel, ports, usePage } from './fixtures/page.ts';
import type { LiveDemo } from './live-demo.ts';
import './live-demo.ts';

vi.mock('./registry.ts', async () => (await import('./fixtures/page.ts')).registry);
vi.mock('../kernel/registry.ts', async () => (await import('./fixtures/page.ts')).kernels);
vi.mock('#session-worker', async () => (await import('./fixtures/page.ts')).sessionWorker);
vi.mock('../plot/tex.ts', () => ({ texOf: (symbol: string) => `<i>${symbol}</i>` }));

usePage();

describe('for those who do not see it', () => {
  test('a figure has a name, a description and a sentence once a second', async () => {
    const demo = await one('');
    expect([demo.getAttribute('role'), demo.getAttribute('aria-label')]).toEqual(['group', 'The walk settles.']);
    const stage = demo.querySelector('.stage');
    expect([stage?.getAttribute('role'), stage?.getAttribute('aria-label')]).toEqual(['img', 'A place over time.']);
    const status = demo.querySelector('[role=status]');
    const said = new Set<string>();
    demo.active = true;
    for (let k = 0; k < 15; ++k) {
      await frames(1);
      if (status?.textContent) said.add(status.textContent);
    }
    expect(said.size).toBeGreaterThan(0);
    expect(said.size).toBeLessThanOrEqual(2);
    await frames(20);
    expect(status?.textContent).toMatch(/^At step 20 the walk is at /);
  });

  test('a name that the author gave stays', async () => {
    const demo = await one('aria-label="The third walk"');
    expect(demo.getAttribute('aria-label')).toBe('The third walk');
  });

  test('every control has a name', async () => {
    const demo = await one('full');
    const controls = [...demo.querySelectorAll('button, select, input')];
    expect(controls.length).toBeGreaterThan(8);
    for (const control of controls) expect(control.getAttribute('aria-label')).toBeTruthy();
  });
});

test('the area of a panel is its own, and no class with rules of the page', async () => {
  const panel = (await one('')).querySelector<HTMLElement>('.panel');
  expect([panel?.className, panel?.style.getPropertyValue('--area')]).toEqual(['panel', 'place']);
});

describe('the control strip', () => {
  test('has the demo’s controls, and all of them with `full`', async () => {
    const symbols = (demo: LiveDemo) => [...demo.querySelectorAll('.symbol')].map(({ textContent }) => textContent);
    expect(symbols(await one(''))).toEqual(['d']);
    expect(symbols(await one('full'))).toEqual(['n', 'd', 'g']);
  });

  test('moves the numbers of the figure, and shows them', async () => {
    const demo = await one('drive="5"');
    const range = demo.querySelector('input');
    if (!range) throw new Error('expected a slider');
    // 400 positions from -20 to 20.
    expect(range.value).toBe('250');
    demo.fold({ drive: '-20' });
    await frames(1);
    expect([range.value, demo.querySelector('.value')?.textContent]).toEqual(['0', '\u221220']);
    range.value = '400';
    range.dispatchEvent(new Event('input'));
    demo.active = true;
    await frames(2);
    expect(demo.querySelector('.value')?.textContent).toBe('20');
    const [open] = ports[0]?.requests ?? [];
    expect(open).toMatchObject({ opening: { params: { drive: 20 } } });
  });

  test('follows a view that moves numbers, to five digits and inside their ranges', async () => {
    const demo = await one('drive="5"');
    demo.querySelector('.panel')?.dispatchEvent(new MouseEvent('click', { clientX: 2.345678 }));
    const { store } = demo.figure as Figure;
    expect([store.get('drive'), store.get('n')]).toEqual([2.3457, 2]);
    demo.querySelector('.panel')?.dispatchEvent(new MouseEvent('click', { clientX: 1e9 }));
    expect([store.get('drive'), store.get('n')]).toEqual([20, 9]);
    await frames(1);
    expect(demo.querySelector('.value')?.textContent).toBe('20');
  });

  test('shows what a view moves, tick by tick, while the figure is paused', async () => {
    const demo = await one('n="2"');
    demo.active = true;
    await frames(4);
    demo.figure?.pause();
    await frames(2);
    const { tick } = demo.figure as Figure;
    for (const clientX of [2.1, 2.2, 2.2, 2.3]) {
      demo.querySelector('.panel')?.dispatchEvent(new MouseEvent('click', { clientX }));
      await frames(1);
    }
    await frames(2);
    expect([demo.figure?.playing, panel(demo)]).toEqual([false, `step ${tick + 3}`]);
  });

  test('leaves a slider alone that a person is about to move', async () => {
    const demo = await one('drive="5"');
    const range = demo.querySelector('input');
    if (!range) throw new Error('expected a slider');
    range.value = '251';
    demo.active = true;
    await frames(3);
    expect(range.value).toBe('251');
  });

  test('sets the speed of the figure', async () => {
    const demo = await one('');
    const speed = demo.querySelector('select');
    if (!speed) throw new Error('expected a select');
    speed.value = '4';
    speed.dispatchEvent(new Event('change'));
    demo.active = true;
    await frames(4);
    const before = painted.at(-1) ?? Number.NaN;
    await frames(1);
    // 10 ticks a second, four times as fast, for a tenth of a second.
    expect(painted.at(-1)).toBe(before + 4);
    expect(speed.value).toBe('4');
  });

  test('has buttons that work', async () => {
    const demo = await one('');
    const [play, step, reset, seed] = [...demo.querySelectorAll('button')];
    demo.active = true;
    await frames(4);
    expect(demo.querySelector('.time')?.textContent).toMatch(/^t = [1-9]/);
    play?.click();
    await frames(2);
    expect(isPlaying(demo)).toBe(false);
    reset?.click();
    step?.click();
    await frames(3);
    expect(panel(demo)).toBe('step 1');
    seed?.click();
    await frames(3);
    expect([seed?.textContent, isPlaying(demo)]).toEqual(['seed 2', true]);
  });
});
