/**
 * What an address may say to reveal.js, which takes any of its options from the query: a background from another site,
 * plugins that are none, and `f.width=...`, our own way to say something of a figure called "width".
 */

/** What paper needs, what our own commands ask for, and what reveal.js says to the panes of its speaker view. */
const known = new Set([
  'view',
  'print-pdf',
  'pdfSeparateFragments',
  'pdfMaxPagesPerSlide',
  'showNotes',
  'receiver',
  'postMessageEvents',
  'progress',
  'history',
  'autoSlide',
  'transition',
  'backgroundTransition',
]);

/** The part of the query `search` that reveal.js may see: options by a known name whose value is a word or a number. */
export function knownQuery(search: string): string {
  const options = [...new URLSearchParams(search)].filter(([name, value]) => known.has(name) && /^[\w-]*$/.test(value));
  const texts = options.map(([name, value]) => (value === '' ? name : `${name}=${value}`));
  return texts.length > 0 ? `?${texts.join('&')}` : '';
}

/** Calls `action` while the page's address has nothing but the known part of its query. */
export function withKnownQuery<T>(action: () => T): T {
  const { href, pathname, search, hash } = location;
  const rest = knownQuery(search);
  if (rest === search || !goTo(`${pathname}${rest}${hash}`)) return action();
  try {
    return action();
  } finally {
    goTo(href);
  }
}

/** Changes the page's address. A browser that forbids that for a file on disk shows the talk all the same. */
function goTo(address: string): boolean {
  try {
    history.replaceState(history.state, '', address);
    return true;
  } catch {
    return false;
  }
}
