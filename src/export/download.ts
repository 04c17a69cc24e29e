/** Files from the page. */

let offered: string | undefined;

/**
 * Saves `content` as a file called `name`, text as UTF-8 of the media type `type`. Its address ends with the next
 * download, since nobody can say when the browser is done with it.
 */
export function download(name: string, content: Blob | string, type = 'text/plain'): void {
  if (offered) URL.revokeObjectURL(offered);
  const file = typeof content === 'string' ? new Blob([content], { type: `${type};charset=utf-8` }) : content;
  offered = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = offered;
  link.download = name;
  link.click();
}
