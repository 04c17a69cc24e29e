/** A figure that is a sweep: it computes on the cores that are there while somebody looks, and every point once. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { loadKernel } from '../../src/build/catalogue.ts';
import { demoIds, demoOf } from '../../src/build/demos.ts';
import type { DemoRun } from '../../src/demo/definition.ts';
import { instantiate } from '../../src/kernel/instance.ts';
import type { Values } from '../../src/kernel/manifest.ts';
import type { Point } from '../../src/sweep/plan.ts';
import { runPoint } from '../../src/sweep/run-point.ts';
import { savedBy, sheetOf } from './about-sheet.ts';
import { button, started, time } from './figure.ts';
import { asked, record } from './requests.ts';
import { test } from './visit.ts';

const demos = await Promise.all(
  demoIds().map(async (id) => {
    const { runs, defaults = {} } = await demoOf(id);
    const [sweeps, others] = [true, false].map((isSweep) =>
      Object.entries<DemoRun>(runs).filter(([, { sweep }]) => Boolean(sweep) === isSweep),
    ) as [[string, DemoRun][], [string, DemoRun][]];
    return { id, defaults, sweeps, others };
  }),
);
const sweeping = demos.filter(({ sweeps }) => sweeps.length > 0);

/** Seeds that the figure says it has. */
const seeds = (figure: Locator): Promise<number> =>
  figure.locator('progress').evaluate((bar) => (bar as HTMLProgressElement).value);
const points = async (page: Page) => (await asked(page)).filter(({ type }) => type === 'point');

/** Waits until nothing has been asked for in a second, in which any point is done. */
async function silence(page: Page): Promise<void> {
  for (;;) {
    const { length } = await points(page);
    await page.waitForTimeout(1000);
    if ((await points(page)).length === length) return;
  }
}

describe.each(sweeping)('$id', ({ id, defaults, sweeps, others }) => {
  test('runs on all cores but one, stops, goes on where it was, and says how far it is', async ({ open }) => {
    const page = await open(`demo/${id}/`, { before: record });
    const figure = page.locator('live-demo');
    await started(figure);
    const cores = await page.evaluate(() => navigator.hardwareConcurrency);
    expect(page.workers()).toHaveLength(Math.max(1, cores - 1) + others.length);
    await expect.poll(() => time(figure)).toMatch(/^\d+ of \d+ seeds, \d+ (s|min) left$/);
    await button(figure, 'Pause').click();
    await silence(page);
    const stopped = await seeds(figure);
    expect(await time(figure)).toMatch(new RegExp(`^${stopped} of \\d+ seeds$`));
    const each = (await points(page)).length / stopped;
    expect(each).toBeGreaterThanOrEqual(sweeps.length);
    expect(each).toBe(Math.round(each));
    await button(figure, 'Play').click();
    await expect.poll(() => seeds(figure)).toBeGreaterThan(stopped + 2);
    await button(figure, 'Pause').click();
    await silence(page);
    expect(await points(page)).toHaveLength(each * (await seeds(figure)));
  });

  test('gives what each point gives by itself', async ({ open }) => {
    const page = await open(`demo/${id}/`, { before: record });
    const figure = page.locator('live-demo');
    await started(figure);
    await button(figure, 'Pause').click();
    await silence(page);
    const wanted = (await points(page)) as unknown as Point[];
    const sheet = await sheetOf(figure);
    const [name, { kernel, sweep, fixed }] = sweeps.at(-1) as [string, DemoRun];
    const { rows } = JSON.parse((await savedBy(sheet, `Data of ${name} as JSON`)).text);
    const { manifest, module } = await loadKernel(kernel);
    const has = ({ setup, params, seed }: Point, values: Values) =>
      Object.entries(values).every(([key, value]) => ({ ...setup, ...params, seed })[key] === value);
    const known = Object.fromEntries(
      Object.entries({ ...defaults, ...fixed }).filter(
        ([number]) => number in manifest.setup || number in manifest.params,
      ),
    );
    expect(rows.length).toBeGreaterThan(4);
    for (const row of rows) {
      const key = Object.fromEntries(['seed', ...Object.keys(sweep?.grid ?? {})].map((axis) => [axis, row[axis]]));
      const point = wanted.find((asked) => asked.kernel === kernel && has(asked, { ...known, ...key })) as Point;
      const {
        rows: [last = []],
        end,
      } = runPoint(instantiate, module, manifest, point);
      const values = ['step', ...Object.keys(manifest.observables)].map((column) => row[column]);
      expect([...values, row.end]).toEqual([...last, end]);
    }
  });
});

test('a sweep off the stage computes nothing', async ({ open }) => {
  const id = sweeping[0]?.id;
  const page = await open(`rehearsal/#/first-${id}`, { before: record });
  await started(page.locator('section.present live-demo'));
  await page.evaluate(() => {
    location.hash = '#/words';
  });
  await expect.poll(() => page.locator('section.present').getAttribute('id')).toBe('words');
  await silence(page);
  const before = (await points(page)).length;
  await page.waitForTimeout(1000);
  expect(await points(page)).toHaveLength(before);
  await page.evaluate((slide) => {
    location.hash = `#/${slide}`;
  }, `first-${id}`);
  await expect.poll(async () => (await points(page)).length).toBeGreaterThan(before);
});
