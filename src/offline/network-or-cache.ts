/** What may change at the host: the network's answer if it comes in time and is complete, else the copy in the cache. */
import { Strategy, type StrategyHandler } from 'workbox-strategies';
import { cacheName, foreignFiles, hashedFiles, isPage, keyOf, onlySound } from './files.ts';
import type { Newer } from './message.ts';

declare const self: ServiceWorkerGlobalScope;

/** For a page with the scripts that it names, ms. Wifi that takes longer may never answer. */
const patience = 3000;

const revalidated = {
  requestWillFetch: async ({ request }: { request: Request }) => new Request(request, { cache: 'no-cache' }),
};

const keptByFile = {
  cacheKeyWillBeUsed: async ({ request }: { request: Request }) => keyOf(request.url) ?? request,
};

/** Nothing has come since a request waited in vain. Then what a page shows waits no more; a page itself is worth it. */
let isHanging = false;

class NetworkOrCache extends Strategy {
  protected override async _handle(request: Request, handler: StrategyHandler): Promise<Response> {
    const answer = handler.fetchAndCachePut(request);
    const complete = answer.then((response) => withFiles(response, handler.event));
    const isNavigation = request.mode === 'navigate';
    let isWaiting = true;
    const settle = () => {
      isWaiting = false;
      isHanging = false;
    };
    answer.then(settle, settle);
    const time = isHanging && !isNavigation ? 0 : patience;
    const inTime = await Promise.race([complete, after(time)]).catch(() => undefined);
    isHanging ||= isWaiting;
    if (inTime && inTime.status < 500) return inTime;

    const kept = await handler.cacheMatch(request);
    if (!kept) return answer;
    const { event } = handler;
    if (event instanceof FetchEvent && isNavigation) {
      const shown = kept.clone();
      handler.waitUntil(
        complete.then((late) => tellIfNewer(event.resultingClientId, shown, late)).catch(() => undefined),
      );
    }
    return kept;
  }
}

const after = (time: number) => new Promise<undefined>((resolve) => setTimeout(resolve, time, undefined));

/** The response when its body is here, and the files of another build that a page needs in order to start. */
async function withFiles(response: Response, event: ExtendableEvent): Promise<Response> {
  if (!isPage(response) || !response.ok) return response;
  const loads = (await foreignFiles(response)).map(async (url) => {
    const [reply, stored] = hashedFiles.handleAll({ event, request: new Request(url) });
    const { status } = await reply;
    if (status !== 200) throw new Error(`${url}: status ${status}, expected 200`);
    await stored;
  });
  await Promise.all(loads);
  return response;
}

async function tellIfNewer(client: string, shown: Response, late: Response): Promise<void> {
  if (!late.ok || (await shown.text()) === (await late.clone().text())) return;
  const message: Newer = { type: 'newer', here: (await foreignFiles(late)).length === 0 };
  (await self.clients.get(client))?.postMessage(message);
}

export const changingFiles = new NetworkOrCache({
  cacheName,
  matchOptions: { ignoreVary: true },
  plugins: [revalidated, keptByFile, onlySound],
});
