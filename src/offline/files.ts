/** The files of this build, in the one cache of the site. Files of older builds stay in it while a page may need them. */
import { PrecacheController, type PrecacheEntry } from 'workbox-precaching';
import { CacheFirst } from 'workbox-strategies';
import { hashedIn, isHashed, plainAddress } from './address.ts';

/** One entry for each file; the build puts the list in place of this name. */
declare const __SITE_FILES__: PrecacheEntry[];
declare const self: ServiceWorkerGlobalScope;

/** Held by whoever adds a build's files to the cache or takes others away. */
const lock = `glassdeck-files:${self.registration.scope}`;

export const isPage = (response: Response): boolean => /^text\/html\b/.test(response.headers.get('content-type') ?? '');

/** Addresses of the hashed files named by a page that are of another build than this one. */
export async function foreignFiles(page: Response): Promise<string[]> {
  const names = hashedIn(await page.clone().text(), self.registration.scope);
  return names.filter((name) => !files.getCacheKeyForURL(name));
}

/**
 * What may be kept. A host's apology never is, nor its "not found" page under the name of a script; a page is kept only
 * with all its files, so that what opens without a network also runs.
 */
export const onlySound = {
  async cacheWillUpdate({ request, response }: { request: Request; response: Response }): Promise<Response | null> {
    if (response.status !== 200) return null;
    if (!isPage(response)) return response;
    return isHashed(request.url) || (await foreignFiles(response)).length > 0 ? null : response;
  },
};

const inNoHurry = {
  requestWillFetch: async ({ request }: { request: Request }) => new Request(request, { priority: 'low' }),
};

export const files = new PrecacheController({ plugins: [inNoHurry, onlySound] });
files.addToCacheList(__SITE_FILES__);

export const { cacheName } = files.strategy;

/** Hashed files of this build and all others. */
export const hashedFiles = new CacheFirst({
  cacheName,
  matchOptions: { ignoreSearch: true, ignoreVary: true },
  plugins: [onlySound],
});

/** The key of a file of this build in the cache, whatever the query of its address. */
export const keyOf = (href: string): string | undefined => files.getCacheKeyForURL(plainAddress(href));

/** Adds all files of this build to the cache, one after another. */
export async function fetchFiles(event: ExtendableEvent): Promise<void> {
  await navigator.locks.request(lock, () => files.install(event));
}

/** Deletes the files of other builds if no page of the site is open and no other build is on its way. */
export async function deleteOldFiles(event: ExtendableEvent): Promise<void> {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (windows.some(({ url }) => url.startsWith(self.registration.scope))) return;
  await navigator.locks.request(lock, { ifAvailable: true }, async (held) => {
    const { installing, waiting } = self.registration;
    if (held && !installing && !waiting) await files.activate(event);
  });
}
