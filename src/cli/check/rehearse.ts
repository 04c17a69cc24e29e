/** A talk in Chromium at the size of its slides, each state of each slide in each theme. */
import type { Plugin } from 'vite';
import { buildTalk } from '../../build/talk-file.ts';
import type { SlideFacts } from '../../check/page.ts';
import { themes } from '../../deck/appearance.ts';
import type { RenderedTalk } from '../../talk/talk.ts';
import { type Opened, withPage } from '../talk.ts';
import { type Complaint, Worst } from './worst.ts';

export interface Rehearsed {
  readonly slides: readonly SlideFacts[];
  readonly complaints: readonly Complaint[];
}

/** @param lined is `talk` with the line of each element in it. */
export async function rehearse(talk: RenderedTalk, lined: RenderedTalk): Promise<Rehearsed> {
  const html = await buildTalk(talk.name, [checkedPage(talk.html, lined.html)]);
  const { width, height } = talk.meta;
  return withPage(html, '', { viewport: { width, height }, reducedMotion: 'reduce' }, goThrough);
}

/** Puts the lines and the check into the talk's page. */
function checkedPage(plain: string, lined: string): Plugin {
  return {
    name: 'glassdeck:check',
    transformIndexHtml: {
      order: 'pre',
      handler(html) {
        if (!html.includes(plain)) throw new Error('the page does not hold the talk as it was rendered');
        const attrs = { type: 'module', src: '../../src/check/page.ts' };
        return { html: html.replace(plain, () => lined), tags: [{ tag: 'script', attrs, injectTo: 'body' }] };
      },
    },
  };
}

async function goThrough({ page, errors }: Opened): Promise<Rehearsed> {
  await page.waitForFunction(() => document.querySelector('.reveal.ready, .unstarted') && 'deckCheck' in window);
  const isReady = await page.evaluate(() => document.querySelector('.reveal.ready') !== null);
  if (!isReady) throw new Error(`the talk does not start: ${errors.join('; ')}`);
  const slides = await page.evaluate(() => window.deckCheck.slides());
  const worst = new Worst();
  const complaints: Complaint[] = [];
  let heard = 0;
  const listen = (line: number) => {
    for (; heard < errors.length; heard++) complaints.push({ line, message: `error on the page: ${errors[heard]}` });
  };
  listen(1);
  for (const { id, line, states } of slides) {
    for (let state = 0; state < states; state++) {
      const place = { id, state };
      const seen = await page.evaluate(({ id, state }) => window.deckCheck.look(id, state), place);
      for (const [theme, findings] of seen) worst.add(line, theme, findings);
    }
    listen(line);
  }
  return { slides, complaints: [...complaints, ...worst.complaints(themes.length)] };
}
