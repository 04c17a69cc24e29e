/** Markup in an address is text: no element comes of it, and nothing is fetched that the address names. */
import type { Frame, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { started } from './figure.ts';
import { test } from './visit.ts';

const markup = '<img src=x class=evil onerror=alert(1)><b class=evil>';
const encoded = encodeURIComponent(markup);
/** An option of reveal.js, which takes its options from the query too. */
const option = (value: string) => encodeURIComponent(value).replaceAll('!', '%21').replaceAll("'", '%27');

const evil = (window: Page | Frame) => window.locator('.evil').count();

test.for([
  ['the hash', `rehearsal/#/${encoded}`],
  ['the hash, as it is', `rehearsal/#/${markup}`],
  ['the numbers of a figure', `rehearsal/?f.line/1=${encoded},drift:${encoded},at:${encoded}#/line`],
  ['the name of a figure', `rehearsal/?f.${encoded}=seed:1#/line`],
  ['the theme', `demo/line-is-straight/frame.html?theme=${encoded}`],
  ['the numbers of a figure on its page', `demo/line-is-straight/?f.line-is-straight/1=${encoded}&theme=${encoded}`],
  ['options of the deck', `rehearsal/?slideNumber=${option(markup)}&transition=${option(markup)}#/line`],
  ['the background of the deck', `rehearsal/?parallaxBackgroundImage=${option('http://127.0.0.1:9/x.png')}#/line`],
  ['the plugins of the deck', 'rehearsal/?plugins=none&keyboardCondition=none&width=none&shuffle=true#/line'],
  ['a figure whose name is an option', 'rehearsal/?f.width=seed:1&f.line/plugins=seed:1#/line'],
] as const)('in %s', async ([, address], { open }) => {
  const page = await open(address);
  await page.locator('.reveal.ready, main').first().waitFor();
  if (!address.includes('%3C') && !address.includes('<')) await started(page.locator('section.present live-demo'));
  await expect.poll(() => page.locator('live-demo .frame').count()).toBeGreaterThan(0);
  expect(await evil(page)).toBe(0);
});

describe('what is typed or passed on', () => {
  test('in the field that jumps to a slide', async ({ open }) => {
    const page = await open('rehearsal/#/words');
    await page.waitForSelector('.reveal.ready');
    await page.keyboard.press('g');
    await page.locator('.jump-to-slide-input').fill(markup);
    expect(await evil(page)).toBe(0);
    await page.keyboard.press('Enter');
    await page.keyboard.press('PageDown');
    await expect.poll(() => page.locator('section.present').getAttribute('id')).toBe('line');
    expect(await evil(page)).toBe(0);
  });

  test('in the name of a demo, and in its numbers', async ({ open }) => {
    const page = await open('rehearsal/#/words');
    await page.waitForSelector('.reveal.ready');
    const said = await page.evaluate((text) => {
      const figures = [text, 'line-is-straight'].map((name) => {
        const figure = document.createElement('live-demo');
        figure.setAttribute('name', name);
        figure.setAttribute('drift', text);
        document.querySelector('section.present')?.append(figure);
        return figure;
      });
      return figures.map((figure) => figure.textContent);
    }, markup);
    for (const words of said) expect(words).toContain(markup);
    expect(await evil(page)).toBe(0);
  });

  test('in the speaker view and the QR code', async ({ open }) => {
    const page = await open(`rehearsal/?f.line/1=${encoded},at:9&f.${encoded}=1#/line`);
    const said = page.locator('section.present live-demo > .failure');
    await expect.poll(() => said.textContent()).toContain(markup);
    await page.keyboard.press('q');
    expect(await page.locator('.qr-link').textContent()).toContain('seed:3');
    await page.keyboard.press('Escape');
    const [speaker] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('s')]);
    await expect.poll(() => speaker.locator('.speaker-controls-notes').textContent()).toContain('Notes of line');
    const frame = await (await speaker.waitForSelector('#current-slide iframe')).contentFrame();
    await (frame as Frame).locator('section.present live-demo .frame').waitFor();
    for (const window of [page, speaker, ...speaker.frames()]) expect(await evil(window)).toBe(0);
  });
});
