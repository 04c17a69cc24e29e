/** Where the site will be published, as whoever builds it says. Without that, addresses stay relative. */

const variable = 'SITE_URL';

/** `text` as the address of a folder, with a slash at its end, or undefined where it is none. */
export function folderAddress(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, href, search, hash } = new URL(text);
  if (!/^https?:$/.test(protocol) || search || hash) return undefined;
  return href.endsWith('/') ? href : `${href}/`;
}

/**
 * The address of the site, with a slash at its end; undefined where nobody says.
 *
 * @throws when SITE_URL is not an address.
 */
export function siteAddress(text: string | undefined = process.env[variable]): string | undefined {
  if (!text) return undefined;
  const address = folderAddress(text);
  if (address) return address;
  throw new Error(
    `${variable}="${text}" is not the address of a folder, expected one such as https://example.org/talks/`,
  );
}

/** What a build without an address leaves undone. */
export const unknownAddress = `${variable} is not set: social cards and oEmbed have relative addresses, which few sites read.`;
