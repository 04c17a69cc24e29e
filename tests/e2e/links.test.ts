/** Links to the state of a figure: copied in one window, opened in another, and malformed in every way. */
import fc from 'fast-check';
import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { demoIds, demoOf } from '../../src/build/demos.ts';
import { button, clickAway, pause, picture, slider, started, time, value } from './figure.ts';
import { type Open, test } from './visit.ts';

const figureOf = (page: Page): Locator => page.locator('section.present live-demo, main > live-demo');

/** All that a figure shows, as text. */
const shown = async (figure: Locator) => ({
  time: await time(figure),
  picture: await picture(figure),
  status: await figure.locator('.status').textContent(),
  seed: await figure.locator('.seed').allTextContents(),
  numbers: await figure.locator('input[type="range"]').evaluateAll((all) => all.map((range) => range.ariaValueText)),
});

/** Clicks the figure's link button; the text that it puts on the clipboard. */
async function copiedLink(page: Page, figure: Locator): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await button(figure, 'Copy a link to this state').click();
  await button(figure, 'Link copied').waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** The tick of the figure's clock, which goes on where its kernel has nothing left to do. */
const tick = (figure: Locator): Promise<number | undefined> =>
  figure.evaluate((node) => (node as HTMLElement & { readonly figure?: { readonly tick: number } }).figure?.tick);

/** Plays, moves a slider in mid-run, plays on and pauses. */
async function live(page: Page, control: string): Promise<Locator> {
  const figure = figureOf(page);
  await started(figure);
  await clickAway(slider(figure, control));
  const moved = await tick(figure);
  if ((await time(figure)) !== '') await expect.poll(() => tick(figure)).not.toBe(moved);
  await pause(figure);
  await figure
    .page()
    .waitForFunction((node) => node && !node.classList.contains('playing'), await figure.elementHandle());
  return figure;
}

async function showsTheSame(open: Open, link: string, figure: Locator): Promise<void> {
  const page = await open(link);
  const here = await shown(figure);
  await expect.poll(async () => JSON.stringify(await shown(figureOf(page)))).toBe(JSON.stringify(here));
}

describe('the state of a figure', () => {
  test.for(demoIds())('%s opens elsewhere as it was left', async (id, { open }) => {
    const page = await open(`demo/${id}/`);
    const [control] = (await demoOf(id)).controls as [string];
    const figure = await live(page, control);
    await showsTheSame(open, await copiedLink(page, figure), figure);
  });

  test('on a slide keeps the slide, its fragments and what was moved beside them', async ({ open }) => {
    const page = await open('rehearsal/#/line');
    await started(figureOf(page));
    await page.keyboard.press('PageDown');
    await expect.poll(() => value(slider(figureOf(page), 'drift'))).toBe('2');
    const figure = await live(page, 'drift');
    const link = await copiedLink(page, figure);
    expect(link).toContain('#/line/0');
    await showsTheSame(open, link, figure);
    const other = await open(link);
    await expect.poll(() => value(slider(figureOf(other), 'drift'))).toBe(await value(slider(figure, 'drift')));
    await other.keyboard.press('PageUp');
    await expect.poll(() => value(slider(figureOf(other), 'drift'))).toBe('1');
  });

  test('leaves out the controls that the link hides', async ({ open }) => {
    const page = await open('rehearsal/?f.line/1=drift:3,at:4,!drift,!seed#/line');
    await expect.poll(() => time(figureOf(page))).toBe('t = 4');
    expect(await slider(figureOf(page), 'drift').count()).toBe(0);
    expect(await figureOf(page).locator('.seed').count()).toBe(0);
    expect(await button(figureOf(page), 'Play').count()).toBe(1);
  });
});

test('a link to a slide leads there though the deck writes the address of the present one at that moment', async ({
  open,
}) => {
  const page = await open('rehearsal/#/words');
  const present = () => page.locator('section.present').getAttribute('id');
  await expect.poll(present).toBe('words');
  await page.evaluate(() => {
    location.hash = '#/waiting';
    history.replaceState(null, '', '#/words');
  });
  await expect.poll(present).toBe('waiting');
  expect(new URL(page.url()).hash).toBe('#/waiting');
});

describe('a link that is wrong', () => {
  test('is named in the figure, which runs with the rest of it', async ({ open }) => {
    const page = await open('rehearsal/?f.line/1=drift:99,seed:7,at:4#/line');
    await expect.poll(() => time(figureOf(page))).toBe('t = 4');
    const complaint = figureOf(page).locator(':scope > .failure');
    expect(await complaint.textContent()).toBe('link: figure "line/1": drift="99" is outside [-10, 10] Close');
    await complaint.getByText('Close').click();
    expect(await complaint.count()).toBe(0);
    expect(await figureOf(page).locator('.seed').textContent()).toBe('seed 7');
  });

  test('about a figure that there is not says so, and the talk goes on', async ({ open }) => {
    const page = await open('rehearsal/?f.line/9=drift:1&f.%3Cimg%20src%3Dx%3E=1#/line');
    const notice = page.locator('.notice');
    await expect.poll(() => notice.textContent()).toContain('no figure "line/9", "<img src=x>" in this talk');
    expect(await notice.locator('img').count()).toBe(0);
    await started(figureOf(page));
    await notice.getByText('Close').click();
    expect(await notice.count()).toBe(0);
  });

  test('in any of five thousand ways throws nothing, shows a figure and names what is wrong', async ({ open }) => {
    const name = fc.constantFrom('seed', 'end', 'drift', 'at', 'drfit', '', '__proto__', '!drift', '!x', '<img src=x>');
    const number = fc.oneof(
      fc.double().map(String),
      fc.integer().map(String),
      fc.string(),
      fc.constantFrom('NaN', '1e999', '-0', '0x1'),
    );
    const part = fc
      .tuple(
        name,
        fc.constantFrom(':', ':', ':', '=', ''),
        number,
        fc.oneof(
          fc.constant(''),
          number.map((tick) => `@${tick}`),
        ),
      )
      .map((pieces) => pieces.join(''));
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(part, { maxLength: 8 }).map((parts) => parts.join(',')),
    );
    const queries = fc.sample(text, { numRuns: 5000, seed: 3 });
    const page = await open('rehearsal/#/waiting');
    await page.waitForSelector('.reveal.ready');
    const outcome = await page.evaluate(async (texts) => {
      const errors: string[] = [];
      window.addEventListener('error', ({ message }) => errors.push(message));
      window.addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));
      let named = 0;
      let unnamed = 0;
      const host = document.querySelector('section.present') as HTMLElement;
      for (const [k, query] of texts.entries()) {
        history.replaceState(null, '', `?f.try/${k}=${encodeURIComponent(query)}#/waiting`);
        const figure = document.createElement('live-demo');
        figure.setAttribute('name', 'line-is-straight');
        figure.dataset.figure = `try/${k}`;
        host.append(figure);
        for (let turn = 0; turn < 4; ++turn) await Promise.resolve();
        const complaint = figure.querySelector(':scope > .failure')?.textContent ?? '';
        if (figure.querySelector('.failure :not(button)')) errors.push(`markup: ${query}`);
        if (complaint === '') unnamed++;
        else if (complaint.startsWith(`link: figure "try/${k}"`)) named++;
        else errors.push(complaint);
        figure.remove();
      }
      return { errors, named, unnamed };
    }, queries);
    expect(outcome.errors).toEqual([]);
    expect(outcome.named + outcome.unnamed).toBe(5000);
    expect(outcome.named).toBeGreaterThan(2500);
    await page.keyboard.press('PageDown');
    await expect.poll(() => page.locator('section.present').getAttribute('id')).toBe('breaking');
  });
});
