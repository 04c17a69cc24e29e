/** Every demo on its own page: it runs, and its controls do what they say. */
import { describe, expect } from 'vitest';
import { manifestOf } from '../../src/build/catalogue.ts';
import { demoIds, demoOf } from '../../src/build/demos.ts';
import { valueAt } from '../../src/controls/slider.ts';
import figures from '../../src/talk/demo-figures.ts';
import type { FigureSpec } from '../../src/talk/figures.ts';
import { paleWords, violations } from './accessibility.ts';
import { arrows, atStart, button, clickAway, picture, rewind, slider, started, time, value, walk } from './figure.ts';
import { cutOff, laidOut, leastHeight, panelHeights } from './layout.ts';
import { asked, askedNext, record } from './requests.ts';
import { phone, screen, test } from './visit.ts';

/** Steps that are compared. */
const steps = 3;

describe.each(demoIds())('%s', async (id) => {
  const { controls, onChange, ticks, runs } = await demoOf(id);
  const kernels = await Promise.all(Object.values(runs).map(({ kernel }) => manifestOf(kernel)));
  const isRandom = kernels.some(({ deterministic }) => !deterministic);
  const { params } = figures.get(id) as FigureSpec;
  const address = `demo/${id}/`;

  test('runs, with its controls on the first screen, and fits on a phone', async ({ open }) => {
    const page = await open(address);
    const figure = page.locator('live-demo');
    await started(figure);
    const strip = await figure.locator('.control-strip').boundingBox();
    expect(strip?.y).toBeGreaterThan(0);
    expect((strip?.y ?? 0) + (strip?.height ?? 0)).toBeLessThanOrEqual(screen.height);
    expect(await violations(page)).toEqual([]);
    expect(await paleWords(page)).toEqual([]);

    await page.setViewportSize(phone);
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(phone.width);
    await laidOut(page);
    expect(await page.evaluate(cutOff)).toEqual([]);
    expect(Math.min(...(await panelHeights(figure)))).toBeGreaterThanOrEqual(leastHeight);
    expect(await violations(page)).toEqual([]);
  });

  if (ticks < steps) {
    test('stands at once, and shows others for another number', async ({ open }) => {
      const page = await open(address, { before: record });
      const figure = page.locator('live-demo');
      await expect.poll(() => figure.locator('.status').textContent()).toMatch(/\d/);
      const first = await picture(figure);
      const range = slider(figure, (controls as [string])[0]);
      await range.focus();
      const [there, back] = await arrows(range);
      await page.keyboard.press(there);
      await expect.poll(() => picture(figure)).not.toBe(first);
      await page.keyboard.press(back);
      await expect.poll(() => picture(figure)).toBe(first);
    });
  } else {
    test('repeats its pictures after a reset, step by step, and shows others for another number, and for another seed where a run has one', async ({
      open,
    }) => {
      const page = await open(address, { before: record });
      const figure = page.locator('live-demo');
      await started(figure);
      await button(figure, 'Pause').click();
      await rewind(figure);
      const pictures = await walk(figure, steps);
      expect(new Set(pictures).size).toBe(steps);
      await rewind(figure);
      expect(await walk(figure, steps)).toEqual(pictures);

      const [control] = controls as [string];
      const range = slider(figure, control);
      const values = [await value(range)];
      await range.focus();
      const [there, back] = await arrows(range);
      for (const key of [there, there, back]) {
        await page.keyboard.press(key);
        await expect.poll(() => value(range)).not.toBe(values.at(-1));
        values.push(await value(range));
      }
      expect(values[3]).toBe(values[1]);
      await clickAway(range);
      expect(values).not.toContain(await value(range));
      await rewind(figure);
      const ofNumber = await walk(figure, steps);
      expect(ofNumber).not.toEqual(pictures);

      await figure.getByText('seed 1').click();
      await button(figure, 'Pause').click();
      expect(await figure.locator('.seed').textContent()).toBe('seed 2');
      await rewind(figure);
      if (isRandom) expect(await walk(figure, steps)).not.toEqual(ofNumber);
      else expect(await walk(figure, steps)).toEqual(ofNumber);
    });

    test('starts new instances when a size changes', async ({ open }) => {
      const page = await open(address, { before: record });
      const figure = page.locator('live-demo');
      await started(figure);
      await button(figure, 'Pause').click();
      await rewind(figure);
      for (const { name, kind, spec } of params.values()) {
        if (kind !== 'setup') continue;
        if (atStart.test((await time(figure)) ?? '')) await walk(figure, steps);
        const [was, shown] = [await time(figure), await picture(figure)];
        const { length } = await asked(page);
        const wanted = [0.1, 0.2]
          .map((part) => valueAt(spec, part))
          .find((number) => number !== spec.default) as number;
        const field = figure.getByLabel(`${name}, typed`, { exact: true });
        await field.fill(`${wanted}`);
        await field.press('Enter');
        await expect.poll(() => picture(figure)).not.toBe(shown);
        await expect.poll(() => time(figure)).toBe(onChange === 'rerun' ? was : 't = 0');
        const opened = (await asked(page)).slice(length).filter(({ type }) => type === 'open' || type === 'point');
        expect(opened.map(({ setup }) => setup[name])).toContain(wanted);
      }
    });

    test('moves nothing before it is asked to where motion is not wanted', async ({ open }) => {
      const page = await open(address, { before: record, reducedMotion: 'reduce' });
      const figure = page.locator('live-demo');
      await expect.poll(() => figure.locator('.status').textContent()).toMatch(/\d/);
      const still = await picture(figure);
      expect(await askedNext(page)).toEqual([]);
      expect(await picture(figure)).toBe(still);
      await figure.locator('button[title^="Play"]').click();
      await expect.poll(() => picture(figure)).not.toBe(still);
    });
  }
});
