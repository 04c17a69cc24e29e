/**
 * Pictures come last: they show the built pages. Until then a comment keeps their place, and a page without pictures is
 * whole. Paths are relative to the page.
 */

export interface Placed {
  readonly src: string;
  /** CSS px; silent where they are not known yet. */
  readonly size?: { readonly width: number; readonly height: number };
}

/** The place of the picture `path`; pages that follow the reader's system show `darkPath` in the dark. */
export function pictureBlank(path: string, darkPath?: string): string {
  return `<!-- picture ${[path, ...(darkPath ? [darkPath] : [])].join(' ')} -->`;
}

/** Puts pictures into their places. A place without a picture is taken out. */
export function fillPictures(html: string, find: (path: string) => Placed | undefined): string {
  return html.replace(/<!-- picture (\S+)(?: (\S+))? -->/g, (_, path: string, darkPath?: string) => {
    const picture = find(path);
    if (!picture) return '';
    const { src, size } = picture;
    const attributes = size ? ` width="${Math.round(size.width)}" height="${Math.round(size.height)}"` : '';
    const image = `<img class="still" src="${src}" alt=""${attributes} loading="lazy" decoding="async">`;
    const dark = darkPath === undefined ? undefined : find(darkPath);
    if (!dark) return image;
    return `<picture><source media="(prefers-color-scheme: dark)" srcset="${dark.src}">${image}</picture>`;
  });
}
