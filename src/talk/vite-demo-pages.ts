/** A Vite plugin: a page for each demo at `demo/<id>/`, made from one shell. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { escapeHtml } from 'markdown-it/lib/common/utils.mjs';
import type { Plugin } from 'vite';
import { demoIds } from '../build/demos.ts';
import { root } from '../build/root.ts';
import type { FigureSpec } from './figures.ts';
import { fillPage } from './page.ts';
import { type Site, slidesFolder } from './site.ts';
import type { RenderedTalk } from './talk.ts';

const shell = path.join(root, 'src/demo/page.html');

/** The pages as inputs of the build; the files do not exist, this plugin makes them. */
export function demoPageInputs(): Record<string, string> {
  return Object.fromEntries(demoIds().map((id) => [`demo-${id}`, path.join(slidesFolder, 'demo', id, 'index.html')]));
}

export function demoPages(site: Site): Plugin {
  const idOf = (file: string) => {
    const [folder, id, page] = path.relative(slidesFolder, file).split(path.sep);
    return folder === 'demo' && page === 'index.html' ? id : undefined;
  };
  const page = async (id: string) =>
    fillDemoPage(readFileSync(shell, 'utf8'), id, await site.figure(id), await site.talks());

  return {
    name: 'glassdeck:demo-pages',
    resolveId(source) {
      return path.isAbsolute(source) && idOf(source) ? source : null;
    },
    async load(file) {
      const id = idOf(file);
      if (!id) return null;
      this.addWatchFile(shell);
      return page(id);
    },
    configureServer(server) {
      server.watcher.add(shell);
      server.middlewares.use((request, response, next) => {
        const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
        const [, id, rest] = /^\/demo\/([\w-]+)(\/(?:index\.html)?)?$/.exec(pathname) ?? [];
        if (!id || !demoIds().includes(id)) return next();
        if (!rest) {
          response.writeHead(302, { location: `${pathname}/${search}` }).end();
          return;
        }
        page(id)
          .then((html) => server.transformIndexHtml(`/demo/${id}/index.html`, html, request.originalUrl))
          .then((html) => response.writeHead(200, { 'content-type': 'text/html' }).end(html))
          .catch(next);
      });
    },
    hotUpdate({ file, server }) {
      if (file === shell && this.environment.name === 'client') server.ws.send({ type: 'full-reload' });
    },
  };
}

export function fillDemoPage(
  html: string,
  id: string,
  { claim, alt }: FigureSpec,
  talks: readonly RenderedTalk[],
): string {
  const blanks = {
    heading: `<h1>${escapeHtml(claim)}</h1>`,
    figure: `<live-demo name="${id}" full><p>${escapeHtml(alt)}</p></live-demo>`,
    slides: slideList(id, talks),
  };
  return fillPage(path.relative(root, shell), html, { title: claim, description: alt, blanks });
}

/** The slides on which the demo stands. */
function slideList(id: string, talks: readonly RenderedTalk[]): string {
  const items = talks.flatMap(({ name, meta, figures }) =>
    figures
      .filter(({ demo }) => demo === id)
      .map(({ slide, title }) => {
        const link = `<a href="../../${name}/#/${escapeHtml(slide)}">${title}</a>`;
        return `<li>${link} (${escapeHtml(meta.title)})</li>\n`;
      }),
  );
  return items.length > 0 ? `<ul>\n${items.join('')}</ul>\n` : '';
}
