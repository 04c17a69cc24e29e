/**
 * A Vite plugin: while a talk is written its pictures are taken when the gallery asks for them, by the function that takes
 * those of the site, and again after something has changed. Without a browser to take them there are none. Pages whose
 * figures run do without: what they load would wait for their pictures, and these for the pages.
 */
import type { Plugin, ViteDevServer } from 'vite';
import { chromium } from '../../cli/chromium.ts';
import { fillPictures } from './blank.ts';
import { takeDemo } from './demo.ts';
import { isOurs, openStudio, type Pictures, type Studio } from './studio.ts';
import { takeTalk } from './talk.ts';

export function picturesOnDemand(): Plugin {
  const taken = new Map<string, Promise<Pictures>>();
  let isPossible = false;
  let studio: Promise<Studio> | undefined;

  const take = async (folder: string, { resolvedUrls, config }: ViteDevServer): Promise<Pictures> => {
    studio ??= openStudio();
    const url = new URL(folder, resolvedUrls?.local[0]).href;
    const complain = (line: string) => config.logger.warn(`${folder}: ${line}`);
    return (folder.startsWith('/demo/') ? takeDemo : takeTalk)(await studio, url, complain);
  };

  return {
    name: 'glassdeck:pictures-on-demand',
    apply: 'serve',
    configureServer(server) {
      isPossible = hasBrowser();
      server.httpServer?.once('close', () => void studio?.then((open) => open.close()));
      server.middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        const folder = /^\/(demo\/)?[\w-]+\//.exec(pathname)?.[0];
        if (!isPossible || !folder || !isOurs(pathname)) return next();
        const pictures = taken.get(folder) ?? take(folder, server);
        taken.set(folder, pictures);
        pictures.then((all) => {
          const picture = all.get(pathname.slice(folder.length));
          if (!picture) return next();
          const type = pathname.endsWith('.png') ? 'image/png' : 'image/webp';
          response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' }).end(picture.bytes);
        }, next);
      });
    },
    transformIndexHtml: {
      order: 'post',
      handler: (html, { path }) =>
        fillPictures(html, (src) => (isPossible && path === '/index.html' ? { src } : undefined)),
    },
    hotUpdate() {
      taken.clear();
    },
  };
}

function hasBrowser(): boolean {
  try {
    return Boolean(chromium());
  } catch {
    return false;
  }
}
