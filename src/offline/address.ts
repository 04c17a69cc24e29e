/** Addresses of a site's files, as the build lists them and the service worker looks for them. */

/** `assets/name-hash.ext`, where the build puts everything whose name carries the hash of what is in it. */
const hashed = 'assets/[^\\s"\'()<>?#]*-[\\w-]{8}\\.\\w+';
const endsHashed = new RegExp(`/${hashed}$`);

/** What the list says of a file: its address from the site's root, with a folder for its `index.html`. */
export function addressOf(file: string): string {
  return `./${file.split('/').map(encodeURIComponent).join('/')}`.replace(/\/index\.html$/, '/');
}

/** The address that all links to a page share: without query, fragment and `index.html`. */
export function plainAddress(href: string): string {
  const url = new URL(href);
  url.search = '';
  url.hash = '';
  return url.href.replace(/\/index\.html$/, '/');
}

/** Whether what is at that address never changes. */
export function isHashed(href: string): boolean {
  return endsHashed.test(plainAddress(href));
}

/** Addresses of the hashed files that the page names, each once; `root` is the site's, with a slash at its end. */
export function hashedIn(page: string, root: string): string[] {
  const names = page.match(new RegExp(hashed, 'g')) ?? [];
  return [...new Set(names)].map((name) => new URL(name, root).href);
}
