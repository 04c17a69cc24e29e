/** What the service worker tells a page that it has opened from the cache. */
export interface Newer {
  /** The host's page, when it came at last, was another one. */
  readonly type: 'newer';
  /** It can be opened at once: all its files are in the cache. Else that is so when another worker takes over. */
  readonly here: boolean;
}

export function isNewer(data: unknown): data is Newer {
  return typeof data === 'object' && data !== null && (data as Partial<Newer>).type === 'newer';
}
