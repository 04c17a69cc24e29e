/**
 * The service worker: after one visit the whole site opens without a network. A new worker takes over as soon as all
 * files of its build are in the cache. Pages of the build before stay open under it, and their files stay in the cache
 * until no page of the site is open.
 */
import { registerRoute } from 'workbox-routing';
import { isHashed } from './address.ts';
import { deleteOldFiles, fetchFiles, hashedFiles, keyOf } from './files.ts';
import { changingFiles } from './network-or-cache.ts';

declare const self: ServiceWorkerGlobalScope;

const { scope } = self.registration;

self.addEventListener('install', (event) => {
  event.waitUntil(fetchFiles(event).then(() => self.skipWaiting()));
});
self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});
self.addEventListener('fetch', (event) => {
  if (event.request.mode === 'navigate') event.waitUntil(deleteOldFiles(event));
});

registerRoute(({ url }) => url.href.startsWith(scope) && isHashed(url.href), hashedFiles);
registerRoute(({ url }) => keyOf(url.href), changingFiles);
registerRoute(
  ({ url, request }) => request.mode === 'navigate' && keyOf(`${url.origin}${url.pathname}/`),
  async ({ url }) => Response.redirect(`${url.pathname}/${url.search}`),
);
