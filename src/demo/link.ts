/**
 * Links that bring figures with them: `?f.<figure>=<state>`, one for each figure, before the slide's own `#`. Read where
 * the page was opened, written for whoever wants to show somebody else the same.
 */
import type { FigureState } from './history.ts';
import { writeState } from './link-text.ts';

const prefix = 'f.';

/** The state that the page's address has for the figure of that key. */
export function linkedText(key: string): string | undefined {
  return new URLSearchParams(location.search).get(prefix + key) ?? undefined;
}

/** Keys of the figures of which the page's address speaks. */
export function linkedKeys(): string[] {
  const names = [...new URLSearchParams(location.search).keys()];
  return names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
}

export interface Link {
  readonly href: string;
  /** What whoever follows the link must know. */
  readonly note?: string;
}

/**
 * The slide on which `element` stands and the fragments that it shows, as a `#`; the page's own `#` where there are no
 * slides. reveal.js writes the address of the page with a delay, so that it may still be that of the step before.
 */
export function placeOf(element: Element): string {
  const slide = element.closest('.reveal section[id]:not(.stack)');
  if (!slide) return location.hash;
  const steps = [...slide.querySelectorAll<HTMLElement>('.fragment.visible')].map(
    (shown) => shown.dataset.fragmentIndex,
  );
  return `#/${slide.id}${steps.length > 0 ? `/${Math.max(...steps.map(Number))}` : ''}`;
}

/**
 * A link to the place `hash` of this page, with these states of figures by key.
 *
 * @param hidden controls that the figures of the link do not show.
 */
export function linkWith(
  hash: string,
  figures: ReadonlyMap<string, FigureState>,
  hidden: readonly string[] = [],
): Link {
  const home = homeOf(document, location);
  const states = [...figures].map(([key, state]) => `${prefix}${encodeKey(key)}=${writeState(state, hidden)}`);
  const query = states.length > 0 ? `?${states.join('&')}` : '';
  const href = `${home.replace(/[?#].*$/s, '')}${query}${hash}`;
  if (!href.startsWith('file:')) return { href };
  return { href, note: 'This talk is a file on a disk: the link works on this machine alone.' };
}

/** Where others find this page: a frame and a file from disk are known under another address, if they say so. */
function homeOf(page: Document, { href, protocol }: Location): string {
  const canonical = page.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
  const isElsewhere = protocol === 'file:' || window.parent !== window;
  return (isElsewhere && canonical) || href;
}

const encodeKey = (key: string): string => key.split('/').map(encodeURIComponent).join('/');
