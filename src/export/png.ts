/** An SVG document as pixels. */

/**
 * The document `svg` as a PNG with `scale` pixels per px of its width and height. It goes through an image with a `data:`
 * address, which a content security policy has to allow in `img-src`; the fonts in it are under no policy of the page.
 *
 * @throws where the browser cannot read the document, or has no room for so many pixels.
 */
export async function pngOf(svg: string, scale = 2): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode().catch(() => {
    throw new Error(`pngOf: the browser could not read the SVG of ${svg.length} characters, expected a whole document`);
  });
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.naturalWidth * scale);
  canvas.height = Math.round(image.naturalHeight * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error(`pngOf: no room for an image of ${canvas.width} x ${canvas.height} pixels`));
    }, 'image/png');
  });
}
