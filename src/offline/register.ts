/**
 * Makes the site work without a network: registers its service worker once the page has loaded. Where there is no worker
 * to be had (a file, development, a private window, a host without https) nothing happens and nothing is said. A page
 * in a frame and a page for print have no need of it.
 */
import { isNewer } from './message.ts';
import { offerReload } from './reload-offer.ts';

/** The build writes it into the pages of a site that has a worker; it lies at the site's root. */
const manifest = document.querySelector<HTMLLinkElement>('link[rel="manifest"]');
const isPrint = /[?&](print-pdf|view=print)\b/i.test(location.search);

function watch(container: ServiceWorkerContainer): void {
  let newer = false;
  let here = false;
  const offer = () => {
    if (newer && here) offerReload();
  };
  container.addEventListener('message', ({ data }) => {
    if (!isNewer(data)) return;
    newer = true;
    here ||= data.here;
    offer();
    if (!here) lookForUpdate(container);
  });
  container.addEventListener('controllerchange', () => {
    here = true;
    offer();
  });
}

/** The network has answered, perhaps for the first time since this page was opened. */
function lookForUpdate(container: ServiceWorkerContainer): void {
  container.ready.then((registration) => registration.update()).catch(() => undefined);
}

async function register(container: ServiceWorkerContainer, root: URL): Promise<void> {
  if (document.readyState !== 'complete') {
    await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
  }
  await container.register(new URL('sw.js', root), { scope: root.pathname, updateViaCache: 'none' });
}

if (manifest && window === window.top && !isPrint) {
  try {
    const { serviceWorker } = navigator;
    watch(serviceWorker);
    register(serviceWorker, new URL('./', manifest.href)).catch(() => undefined);
  } catch {
    // A browser that forbids workers may say so as soon as it is asked for their container.
  }
}
