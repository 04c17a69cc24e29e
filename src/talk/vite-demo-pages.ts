/** A Vite plugin: the pages of each demo at `demo/<id>/`, made from their shells. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { demoIds } from '../build/demos.ts';
import { fillDemoPage, fillFrame, shells } from './demo-page.ts';
import { type Site, slidesFolder } from './site.ts';

type Name = keyof typeof shells;

const names = Object.keys(shells) as Name[];

/** The pages as inputs of the build; the files do not exist, this plugin makes them. */
export function demoPageInputs(): Record<string, string> {
  const file = (id: string, name: Name) => path.join(slidesFolder, 'demo', id, name);
  return Object.fromEntries(
    demoIds().flatMap((id) => names.map((name) => [`demo-${id}-${path.parse(name).name}`, file(id, name)])),
  );
}

export function demoPages(site: Site): Plugin {
  const pageOf = (file: string) => {
    const [folder, id, name] = path.relative(slidesFolder, file).split(path.sep);
    const known = names.find((page) => page === name);
    return folder === 'demo' && id && known ? { id, name: known } : undefined;
  };
  const fill = async (id: string, name: Name) => {
    const shell = readFileSync(shells[name], 'utf8');
    const address = demoAddress(id, site.address);
    const figure = await site.figure(id);
    if (name === 'frame.html') return fillFrame(shell, id, figure, address);
    return fillDemoPage(shell, id, figure, await site.talks(), address);
  };

  return {
    name: 'glassdeck:demo-pages',
    resolveId(source) {
      return path.isAbsolute(source) && pageOf(source) ? source : null;
    },
    async load(file) {
      const page = pageOf(file);
      if (!page) return null;
      this.addWatchFile(shells[page.name]);
      return fill(page.id, page.name);
    },
    configureServer(server) {
      server.watcher.add(Object.values(shells));
      server.middlewares.use((request, response, next) => {
        const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
        const [, id, slash, rest] = /^\/demo\/([\w-]+)(\/)?([^/]*)$/.exec(pathname) ?? [];
        const name = names.find((page) => page === (rest || 'index.html'));
        if (!id || !name || !demoIds().includes(id)) return next();
        if (!slash) {
          response.writeHead(302, { location: `${pathname}/${search}` }).end();
          return;
        }
        fill(id, name)
          .then((html) => server.transformIndexHtml(`/demo/${id}/${name}`, html, request.originalUrl))
          .then((html) => response.writeHead(200, { 'content-type': 'text/html' }).end(html))
          .catch(next);
      });
    },
    hotUpdate({ file, server }) {
      const isShell = Object.values<string>(shells).includes(file);
      if (isShell && this.environment.name === 'client') server.ws.send({ type: 'full-reload' });
    },
  };
}

/** The folder of a demo's pages, where it is known. */
export function demoAddress(id: string, address: string | undefined): string | undefined {
  return address && `${address}demo/${id}/`;
}
