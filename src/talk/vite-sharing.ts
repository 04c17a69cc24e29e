/** A Vite plugin: `oembed.json` beside the page of each talk and of each demo. */
import type { Plugin } from 'vite';
import { demoIds } from '../build/demos.ts';
import { demoFrame } from './demo-page.ts';
import { type Embedded, oEmbed } from './oembed.ts';
import type { Site } from './site.ts';
import type { RenderedTalk } from './talk.ts';
import { demoAddress } from './vite-demo-pages.ts';
import { talkAddress } from './vite-talks.ts';

/** CSS px. */
const talkWidth = 960;

export function sharing(site: Site): Plugin {
  return {
    name: 'glassdeck:sharing',
    apply: (_, { command }) => command === 'build' && !site.standalone,
    async generateBundle() {
      const { address } = site;
      const emit = (folder: string, page: Embedded, own: string | undefined) => {
        const home = address ?? folder.replace(/[^/]+\//g, '../');
        this.emitFile({ type: 'asset', fileName: `${folder}oembed.json`, source: oEmbed(page, own ?? '', home) });
      };
      for (const talk of await site.talks()) emit(`${talk.name}/`, talkFrame(talk), talkAddress(talk, address));
      for (const id of demoIds()) emit(`demo/${id}/`, demoFrame(await site.figure(id)), demoAddress(id, address));
    },
  };
}

/** A talk inside another page is the talk itself. */
function talkFrame({ meta }: RenderedTalk): Embedded {
  const height = Math.round((talkWidth * meta.height) / meta.width);
  return { title: meta.title, author: meta.author, src: '', width: talkWidth, height };
}
