/** The site without a network after one visit, on wifi that hangs, and at a host that publishes a newer build. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject } from 'vitest';
import { demoIds } from '../../src/build/demos.ts';
import { talkNames } from '../../src/talk/site.ts';
import { type Answer, type ChangingHost, changingHost } from './changing-host.ts';
import { started } from './figure.ts';
import { printed } from './layout.ts';
import { demoSlides } from './rehearsal.ts';
import { siteCopy } from './site-copy.ts';
import { test as base } from './visit.ts';

const talk = talkNames()[0] as string;
const demos = [...demoIds(), 'line-is-straight'].map((id) => `demo/${id}/`);
const talks = [...talkNames(), 'rehearsal'].map((name) => `${name}/`);
const pages = [...demos, ...talks];
/** What the newer build says on every page. */
const words = 'Said in the newer build.';
const edit = (html: string) => html.replace(/<h1[^>]*>/g, (tag) => `${tag}${words} `);

const dist = path.join(inject('project'), 'dist');
let first: string;
/** Other words on the pages, and nothing else. */
let reworded: string;
/** Other words, and another name for every hashed file. */
let rebuilt: string;
beforeAll(async () => {
  first = await siteCopy(dist);
  reworded = await siteCopy(dist, { edit });
  rebuilt = await siteCopy(dist, { edit, isRebuilt: true });
});
afterAll(() => {
  for (const folder of [first, reworded, rebuilt]) rmSync(folder, { recursive: true });
});

const test = base.extend<{ host: ChangingHost }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the fixtures that a fixture needs from its pattern
  host: async ({}, use) => {
    const host = await changingHost(first);
    await use(host);
    host.close();
  },
});

const everything = (answer: Answer) => () => answer;
const only =
  (pattern: RegExp, answer: Answer) =>
  (file: string): Answer =>
    pattern.test(file) ? answer : 'file';

/** Waits until a worker controls the page: then all files of its build are in the cache. */
const controlled = (page: Page) =>
  expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');

/** Addresses of all files in the cache. */
const cached = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const caches = await Promise.all((await self.caches.keys()).map((name) => self.caches.open(name)));
    const requests = await Promise.all(caches.map((cache) => cache.keys()));
    return requests.flat().map(({ url }) => url);
  });

/** Waits until a worker other than the one that controls the page now has taken over. */
async function takenOver(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const changed = new Promise((resolve) => {
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
    });
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    await changed;
  });
  await controlled(page);
}

const title = (page: Page) => expect.poll(() => page.locator('h1').first().textContent());
const isNew = (page: Page) => title(page).toContain(words);
const isOld = (page: Page) => title(page).not.toContain(words);

async function toSlide(page: Page, id: string): Promise<void> {
  await page.waitForSelector('.reveal.ready');
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/${id}`);
}

/** Complaints of the browser about the weather that the test has made. */
const weather = /^failed: |^(404|500): /;

describe('after one visit, without a network,', () => {
  test.for([
    ['', demos, talks],
    [`${talk}/`, demos.slice(0, 1), ['rehearsal/']],
    [demos[0] as string, demos.slice(-1), [`${talk}/`]],
  ] as const)('to "%s": every page opens and computes', async ([visited, demos, talks], { open, host }) => {
    const page = await open(host.url + visited, { expected: weather });
    await controlled(page);
    host.answer(everything('down'));
    await page.goto(host.url);
    expect(await page.locator('main a').count()).toBeGreaterThanOrEqual(pages.length);
    for (const demo of demos) {
      await page.goto(host.url + demo);
      expect(await page.locator('live-demo').count()).toBe(1);
    }
    await started(page.locator('live-demo'));
    for (const name of talks) {
      await page.goto(host.url + name);
      const slides = page.locator('section[id]:has(live-demo:not([name="line-is-straight"]))');
      const ids = await slides.evaluateAll((all) => all.map((slide) => slide.id));
      for (const id of ids.slice(0, 3)) {
        await toSlide(page, id);
        await started(page.locator(`#${id} live-demo`).first());
      }
    }
  });

  test('links open with their query, without their slash, and in print', async ({ open, host }) => {
    const page = await open(host.url, { expected: weather });
    await controlled(page);
    await page.context().setOffline(true);
    for (const link of [
      `${talk}/index.html`,
      `${talk}/?pdfSeparateFragments=true#/2`,
      talk,
      `${talk}?a=b`,
      'rehearsal/?view=print',
    ]) {
      await page.goto(host.url + link);
      await page.waitForSelector('.reveal.ready');
      expect(new URL(page.url()).pathname).toMatch(/\/(index\.html)?$/);
    }
    await printed(page);
  });
});

describe('the host has a newer build', () => {
  test.for([
    ['whose pages have other words', () => reworded],
    ['whose files all have other names', () => rebuilt],
  ] as const)('%s: it is shown at the first look, and then without a network', async ([, newer], { open, host }) => {
    const page = await open(`${host.url}${talk}/`, { expected: weather });
    await controlled(page);
    await isOld(page);
    host.publish(newer());
    await page.reload();
    await isNew(page);
    await takenOver(page);
    host.answer(everything('down'));
    await page.reload();
    await isNew(page);
    await page.goto(host.url + demos[0]);
    await isNew(page);
    await started(page.locator('live-demo'));
  });

  test('a link leads to the new page though the old one was said to last', async ({ open, host }) => {
    host.headers['cache-control'] = 'max-age=600';
    const page = await open(host.url + demos[0]);
    await controlled(page);
    await page.goto(host.url);
    host.publish(rebuilt);
    await page.locator(`a[href="${demos[0]}"]`).click();
    await isNew(page);
    await started(page.locator('live-demo'));
  });

  test.for(['a host that forgot the old one', 'no network'])(
    'an open page of the old one goes on under the new worker, with %s',
    async (weatherNow, { open, host }) => {
      const page = await open(`${host.url}rehearsal/#/words`, { expected: weather });
      await controlled(page);
      host.publish(rebuilt);
      await takenOver(page);
      if (weatherNow === 'no network') host.answer(everything('down'));
      await isOld(page);
      for (const id of demoSlides.slice(0, 3)) {
        await toSlide(page, id);
        await started(page.locator(`#${id} live-demo`));
      }
      expect(await page.locator('.reload-offer').count()).toBe(0);
    },
  );

  test('files of the old one go when nobody looks at it any more', async ({ open, host }) => {
    const page = await open(`${host.url}rehearsal/`);
    await controlled(page);
    const before = await cached(page);
    host.publish(rebuilt);
    await takenOver(page);
    const both = await cached(page);
    expect(both).toEqual(expect.arrayContaining(before));
    await page.reload();
    expect(await cached(page)).toEqual(expect.arrayContaining(before));
    await page.goto('about:blank');
    await page.goto(host.url);
    await expect.poll(async () => (await cached(page)).length).toBe(before.length);
    expect((await cached(page)).filter((file) => before.includes(file) && /assets/.test(file))).toEqual([]);
  });
});

describe('wifi that hangs', () => {
  test('shows the talk as it was, in time, and says when a newer one has come', async ({ open, host }) => {
    const page = await open(host.url, { expected: weather });
    await controlled(page);
    host.publish(rebuilt);
    host.answer(everything('never'));
    const begin = performance.now();
    await page.goto(`${host.url}rehearsal/#/first-${demoIds()[0]}`);
    expect(performance.now() - begin).toBeLessThan(6000);
    await isOld(page);
    await started(page.locator('section.present live-demo'));
    await page.evaluate(() => {
      document.body.dataset.same = 'page';
    });

    host.answer(everything('file'));
    const line = page.locator('.reload-offer');
    await expect
      .poll(() => line.allTextContents())
      .toEqual([expect.stringMatching(/^A newer version of this talk is there\./)]);
    expect(await page.locator('body').getAttribute('data-same')).toBe('page');
    await isOld(page);
    await line.getByText('Reload').click();
    await isNew(page);
    await started(page.locator('section.present live-demo'));
    expect(await line.count()).toBe(0);
  });

  test('says nothing when what comes late is the same', async ({ open, host }) => {
    const page = await open(`${host.url}rehearsal/`, { expected: weather });
    await controlled(page);
    host.answer(everything('never'));
    await page.goto(`${host.url}${demos[0]}`);
    await started(page.locator('live-demo'));
    const late = page.context().waitForEvent('response', (response) => response.url().endsWith(demos[0] as string));
    host.answer(everything('file'));
    await late;
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    expect(await page.locator('.reload-offer').count()).toBe(0);
  });

  test('is no reason to wait for the scripts of a page that has come', async ({ open, host }) => {
    const page = await open(host.url, { expected: weather });
    await controlled(page);
    host.publish(rebuilt);
    host.answer(only(/^assets/, 'never'));
    await page.goto(host.url + demos[0]);
    await isOld(page);
    await started(page.locator('live-demo'));
  });

  test('the line goes when the talk goes on, or when asked to', async ({ open, host }) => {
    const page = await open(`${host.url}rehearsal/`, { expected: weather });
    await controlled(page);
    host.publish(reworded);
    for (const dismiss of [
      () => page.keyboard.press('PageDown'),
      () => page.getByRole('button', { name: 'Later' }).click(),
    ]) {
      host.answer(everything('never'));
      await page.goto('about:blank');
      await page.goto(`${host.url}rehearsal/`);
      await page.waitForSelector('.reveal.ready');
      host.answer(only(/^sw\.js/, 'never'));
      const line = page.locator('.reload-offer');
      await expect.poll(() => line.count()).toBe(1);
      await dismiss();
      await expect.poll(() => line.count()).toBe(0);
      host.publish(first);
    }
  });
});

describe('a host that is out of order', () => {
  test.for([404, 500] as const)('answers %i: what it says is not kept', async (status, { open, host }) => {
    const page = await open(host.url, { expected: /^failed: |^(404|500): |Failed to load resource/ });
    await controlled(page);
    host.answer(everything(status));
    const answer = await page.goto(host.url + demos[0]);
    expect(answer?.status()).toBe(status === 404 ? 404 : 200);
    host.answer(everything('down'));
    await page.goto(host.url + demos[0]);
    await started(page.locator('live-demo'));
  });

  test('has new pages and not yet their files: the old ones are shown, and run', async ({ open, host }) => {
    const page = await open(host.url, { expected: weather });
    await controlled(page);
    host.publish(rebuilt);
    host.answer(only(/^assets/, 404));
    await page.goto(host.url + demos[0]);
    await isOld(page);
    await started(page.locator('live-demo'));
    host.answer(everything('file'));
    await page.reload();
    await isNew(page);
    await started(page.locator('live-demo'));
  });

  test('has no worker, or one that fails: the page is as it would be', async ({ open, host }) => {
    for (const answer of [404, 500, 'down', 'never'] as const) {
      host.answer(only(/^sw\.js/, answer));
      // The browser itself says so of a script that it cannot fetch.
      const expected = /^failed: |^(404|500): |(was received|error occurred) when fetching the script/;
      const page = await open(`${host.url}${demos[0]}`, { expected });
      await started(page.locator('live-demo'));
      expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
    }
  });
});

describe('no worker is registered', () => {
  const registrations = (page: Page) =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

  test('by a page for print', async ({ open, host }) => {
    const page = await open(`${host.url}rehearsal/?view=print`);
    await printed(page);
    expect(await registrations(page)).toBe(0);
    // Its host goes when the test ends, and the stills come last.
    await page.waitForLoadState('networkidle');
  });

  test('by a page in a frame', async ({ open, host }) => {
    const page = await open(`${host.url}rehearsal/?view=print`);
    await page.evaluate((src) => {
      const style = 'position: fixed; inset: 0; z-index: 1';
      document.body.append(Object.assign(document.createElement('iframe'), { src, style, width: 800, height: 600 }));
    }, host.url + demos[0]);
    await started(page.frameLocator('iframe').locator('live-demo'));
    expect(await registrations(page)).toBe(0);
    await printed(page);
    await page.waitForLoadState('networkidle');
  });

  test('where the browser forbids it, and nothing is said', async ({ open, host }) => {
    const page = await open(host.url + demos[0], {
      before: () => {
        Object.defineProperty(navigator, 'serviceWorker', {
          get() {
            throw new DOMException('The operation is insecure.', 'SecurityError');
          },
        });
      },
    });
    await started(page.locator('live-demo'));
  });
});

test('the strictest policy allows the worker and the manifest', async ({ open, host }) => {
  // Formulas have style attributes, small icons and fonts are in the pages, and kernels are compiled.
  host.headers['content-security-policy'] =
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; script-src 'self' 'wasm-unsafe-eval'";
  const page = await open(host.url + demos[0]);
  await controlled(page);
  await started(page.locator('live-demo'));
  const session = await page.context().newCDPSession(page);
  const { url, errors } = await session.send('Page.getAppManifest');
  expect([url, errors]).toEqual([`${host.url}manifest.webmanifest`, []]);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito']);
});
