/** A speaker who goes to and fro for an hour leaves nothing behind: no worker, no listener, no node, no memory. */
import type { CDPSession, Page } from 'playwright-core';
import { expect } from 'vitest';
import { demoIds, demoOf } from '../../src/build/demos.ts';
import { started } from './figure.ts';
import { demoSlides } from './rehearsal.ts';
import { test } from './visit.ts';

declare global {
  interface Window {
    /** Listeners on window and document. */
    listening: number;
  }
}

/** Runs in the page before its scripts. */
function count(): void {
  window.listening = 0;
  for (const target of [window, document]) {
    const { addEventListener, removeEventListener } = target;
    const known = new Set<string>();
    const ids = new Map<unknown, number>();
    const name = (type: string, listener: unknown, options: unknown) => {
      if (!ids.has(listener)) ids.set(listener, ids.size);
      const isCapture = typeof options === 'object' ? (options as AddEventListenerOptions | null)?.capture : options;
      return `${type} ${ids.get(listener)} ${Boolean(isCapture)}`;
    };
    const tell = (type: string, listener: unknown, options: unknown, isThere: boolean) => {
      const key = name(type, listener, options);
      if (known.has(key) === isThere) return;
      window.listening += isThere ? 1 : -1;
      if (isThere) known.add(key);
      else known.delete(key);
    };
    Object.assign(target, {
      addEventListener(type: string, listener: EventListener, options?: AddEventListenerOptions | boolean) {
        tell(type, listener, options, true);
        addEventListener.call(target, type, listener, options);
      },
      removeEventListener(type: string, listener: EventListener, options?: EventListenerOptions | boolean) {
        tell(type, listener, options, false);
        removeEventListener.call(target, type, listener, options);
      },
    });
  }
}

/** Goes over the slides with figures, to and fro, a frame for each. */
async function wander(page: Page, changes: number): Promise<void> {
  await goTo(page, demoSlides[0] as string);
  await page.evaluate(
    async ({ times, last }) => {
      for (let change = 0; change < times; ++change) {
        const keyCode = Math.floor(change / last) % 2 === 0 ? 34 : 33;
        const before = document.querySelector('section.present')?.id;
        document.dispatchEvent(new KeyboardEvent('keydown', { keyCode, bubbles: true, cancelable: true }));
        const after = document.querySelector('section.present')?.id;
        if (after === before) throw new Error(`change ${change} does not leave ${before}`);
        await new Promise(requestAnimationFrame);
      }
    },
    { times: changes, last: demoSlides.length - 1 },
  );
}

async function goTo(page: Page, slide: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = `#/${to}`;
  }, slide);
  await expect.poll(() => page.locator('section.present').getAttribute('id')).toBe(slide);
}

/**
 * How many of each the page holds on to, on a slide without figures, the garbage collected. Nodes are counted by
 * themselves: what scripts see of a node, its children and its style is made and let go as the engine likes.
 */
async function held(page: Page, session: CDPSession): Promise<Readonly<Record<string, number>>> {
  await goTo(page, 'words');
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value as number;
  const alive = async (name: string) => {
    const { result: prototype } = await session.send('Runtime.evaluate', { expression: `${name}.prototype` });
    const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: prototype.objectId as string });
    const { result } = await session.send('Runtime.callFunctionOn', {
      objectId: objects.objectId as string,
      functionDeclaration: `function () {
        return this.filter((one) => ![Node, NodeList, CSSStyleDeclaration].some((kind) => one instanceof kind)).length;
      }`,
      returnByValue: true,
    });
    await session.send('Runtime.releaseObject', { objectId: objects.objectId as string });
    return Number(result.value);
  };
  return {
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
    'listeners of window and document': await page.evaluate(() => window.listening),
    objects: await alive('Object'),
    arrays: await alive('Float64Array'),
  };
}

/** To the last slide and back, twice: the figures that keep their workers are the same after every round. */
const round = 4 * (demoSlides.length - 1);

/**
 * Of what may come in so many changes, each of the two times: a figure whose axes have grown has more labels once, a leak
 * goes on. Bytes say less than objects: the engine goes on compiling our code. A leak of one thing in every second change
 * would be 100. The browser itself keeps objects for `performance.getEntries`, 250 requests and 150 shifts of the layout
 * at most.
 */
const allowed = { nodes: 100, listeners: 100, 'listeners of window and document': 0, objects: 400, arrays: 100 };

test('some hundred changes of slides in a minute leave nothing behind', async ({ open }) => {
  const page = await open(`rehearsal/#/${demoSlides[0]}`, { before: count });
  await page.waitForSelector('.reveal.ready');
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  for (const slide of demoSlides) {
    await goTo(page, slide);
    await started(page.locator('section.present live-demo'));
  }
  await wander(page, round);
  const counts = [await held(page, session)];
  for (const _ of ['once', 'again']) {
    await wander(page, Math.ceil(232 / round) * round);
    counts.push(await held(page, session));
  }
  for (const [name, most] of Object.entries(allowed)) {
    const [before, between, after] = counts.map((count) => count[name] as number) as [number, number, number];
    expect(Math.min(between - before, after - between), name).toBeLessThanOrEqual(most);
  }
  const runs = await Promise.all(demoIds().map(async (id) => Object.keys((await demoOf(id)).runs).length));
  await expect.poll(() => page.workers().length).toBeLessThanOrEqual(3 * Math.max(...runs));
  await goTo(page, demoSlides[0] as string);
  await started(page.locator('section.present live-demo'));
});
