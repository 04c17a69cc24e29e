/**
 * What a window of the deck is for. The speaker view of reveal.js holds two iframes of the deck; it tells the deck that
 * it is one of them by `receiver` in the query, and which one by the events that it wants to hear of.
 */
export type Role = 'audience' | 'current' | 'upcoming';

/** The role of a page with that query. */
export function roleOf(query: string): Role {
  if (!/receiver/i.test(query)) return 'audience';
  return new URLSearchParams(query).get('postMessageEvents') === 'true' ? 'current' : 'upcoming';
}
