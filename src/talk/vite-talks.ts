/** A Vite plugin: `slides/<talk>/index.html` is filled with the talk, and what is wrong with it is said in its place. */
import path from 'node:path';
import type { ErrorPayload, Plugin, ViteDevServer } from 'vite';
import { root } from '../build/root.ts';
import { sharedReferences } from './bibliography.ts';
import { fillPage, replace } from './page.ts';
import { describe, type Problem } from './problem.ts';
import { type Site, slidesFolder, talkNames } from './site.ts';
import type { RenderedTalk } from './talk.ts';

export function talks(site: Site): Plugin {
  let isBuild = false;
  return {
    name: 'glassdeck:talks',
    configResolved({ command }) {
      isBuild = command === 'build';
    },
    async buildStart() {
      if (!isBuild) return;
      const { input } = this.environment.config.build.rolldownOptions;
      const pages = typeof input === 'string' ? [input] : Object.values(input ?? {});
      const built = await Promise.all(pages.flatMap((page) => talkOf(page) ?? []).map(site.talk));
      const problems = built.flatMap((talk) => talk.problems);
      if (problems.length > 0) this.error({ message: listed(problems), stack: '' });
    },
    configureServer({ watcher }) {
      watcher.add(path.join(root, sharedReferences));
    },
    transformIndexHtml: {
      order: 'pre',
      async handler(shell, { filename }) {
        const name = talkOf(filename);
        if (!name || filename !== path.join(slidesFolder, name, 'index.html')) return shell;
        const talk = await site.talk(name);
        if (talk.problems.length > 0) throw Object.assign(new Error(), complaint(talk.problems));
        return fillTalk(path.relative(root, filename), shell, talk, site);
      },
    },
    async hotUpdate({ file, server }) {
      if (this.environment.name !== 'client') return;
      if (isDemo(file)) return site.forget('demos');
      if (path.relative(root, file) === sharedReferences) {
        site.forget('talks');
        server.ws.send({ type: 'full-reload' });
      }
      const name = talkOf(file);
      if (!name || file.endsWith('.html')) return;
      site.forget('talks');
      await reload(server, await site.talk(name));
    },
  };
}

/** The page of a sound talk is loaded again; that of a broken one stays, under the list of what is wrong. */
async function reload({ ws, config }: ViteDevServer, { name, problems }: RenderedTalk): Promise<void> {
  if (problems.length === 0) {
    ws.send({ type: 'full-reload', path: `/${name}/index.html` });
    return;
  }
  config.logger.error(listed(problems), { timestamp: true });
  ws.send({ type: 'error', err: complaint(problems) });
}

/** The page of a talk, where it is known: where its front matter says, or in the site's folder for it. */
export function talkAddress({ name, meta }: RenderedTalk, address: string | undefined): string | undefined {
  return meta.url ?? (address && `${address}${name}/`);
}

/** Puts the talk into its page: `data-width`, `data-height` (slide units) and `data-duration` (minutes) on `.reveal`. */
export function fillTalk(
  file: string,
  shell: string,
  talk: RenderedTalk,
  site: Pick<Site, 'standalone' | 'address'>,
): string {
  const { title, description, lang, width, height, duration } = talk.meta;
  const address = talkAddress(talk, site.address);
  const isPage = !site.standalone;
  const sharing = { type: 'article', address, hasCard: isPage || address !== undefined, hasEmbed: isPage } as const;
  const data = Object.entries({ width, height, duration }).map(([name, value]) => ` data-${name}="${value}"`);
  const page = fillPage(file, shell, { title, description, lang, sharing, blanks: { talk: talk.html } });
  return replace(file, page, /<div class="reveal"/, `<div class="reveal"${data.join('')}`, '<div class="reveal">');
}

function listed(problems: readonly Problem[]): string {
  const lines = problems.map(describe).join('\n');
  return problems.length === 1 ? lines : `${problems.length} problems\n${lines}`;
}

/** As Vite's overlay shows it: all problems as the message, at the place of the first. */
function complaint(problems: readonly Problem[]): ErrorPayload['err'] {
  const [{ file, line }] = problems as [Problem];
  const loc = { file: path.join(root, file), line, column: 0 };
  return { message: listed(problems), stack: '', plugin: 'glassdeck:talks', loc };
}

/** The talk to which a file below `slides/` belongs. */
function talkOf(file: string): string | undefined {
  const [name = '', ...rest] = path.relative(slidesFolder, file).split(path.sep);
  return rest.length > 0 && talkNames().includes(name) ? name : undefined;
}

/** Demos and the manifests of their kernels: pages load them as modules, so Vite reloads those pages itself. */
function isDemo(file: string): boolean {
  return /^(src\/demos\/[^/]+\/demo|assembly\/kernels\/[^/]+\/manifest)\.ts$/.test(path.relative(root, file));
}
