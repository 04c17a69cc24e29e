/** The talks and demos of the repository, each read once and again after it has changed. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { runnerImport } from 'vite';
import { root } from '../build/root.ts';
import { siteAddress } from '../build/site-address.ts';
import type { FigureSpec, Figures } from './figures.ts';
import { type RenderedTalk, renderTalk } from './talk.ts';

export const slidesFolder = path.join(root, 'slides');

/** Names of all talks: the folders of `slides/` that have a `talk.md`, sorted. */
export function talkNames(): string[] {
  return readdirSync(slidesFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(slidesFolder, entry.name, 'talk.md')))
    .map((entry) => entry.name)
    .sort();
}

export interface Site {
  /** Each talk is a file of its own, without links to other pages. */
  readonly standalone: boolean;
  /** Where the site will be published, with a slash at its end, where that is known. */
  readonly address: string | undefined;
  figures(): Promise<Figures>;
  /** The demo of that id. Throws with the reason when it does not load. */
  figure(id: string): Promise<FigureSpec>;
  talk(name: string): Promise<RenderedTalk>;
  talks(): Promise<RenderedTalk[]>;
  /** Reads the talks anew when next asked, and the demos too if they are what has changed. */
  forget(what: 'talks' | 'demos'): void;
}

export function createSite(standalone: boolean, address = siteAddress()): Site {
  const talks = new Map<string, Promise<RenderedTalk>>();
  let demos: Promise<Figures> | undefined;

  const site: Site = {
    standalone,
    address,
    figures() {
      demos ??= readFigures();
      return demos;
    },
    async figure(id) {
      const figure = (await site.figures()).get(id);
      if (!figure || figure instanceof Error) throw new Error(`src/demos/${id}: ${figure?.message ?? 'no such demo'}`);
      return figure;
    },
    talk(name) {
      const known = talks.get(name);
      if (known) return known;
      const talk = site.figures().then((figures) => renderTalk(path.join(slidesFolder, name), figures, standalone));
      talks.set(name, talk);
      return talk;
    },
    talks: () => Promise.all(talkNames().map(site.talk)),
    forget(what) {
      talks.clear();
      if (what === 'demos') demos = undefined;
    },
  };
  return site;
}

/** Vite's module runner reads TypeScript under every version of Node, and each time anew. */
async function readFigures(): Promise<Figures> {
  const file = path.join(root, 'src/talk/demo-figures.ts');
  const { module } = await runnerImport<{ default: Figures }>(file, { root, logLevel: 'silent' });
  return module.default;
}
