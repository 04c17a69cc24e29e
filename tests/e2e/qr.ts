/** QR codes as a telephone sees them: pixels of a screenshot. */
import jsQR from 'jsqr';
import type { Page } from 'playwright-core';

/** The text of the code on the page, seen with `scale` pixels to a CSS px; undefined where none can be read. */
export async function readCode(page: Page, scale = 1): Promise<string | undefined> {
  const png = (await page.screenshot()).toString('base64');
  const { data, width, height } = await page.evaluate(pixels, [`data:image/png;base64,${png}`, scale] as const);
  return jsQR(Uint8ClampedArray.from(Buffer.from(data, 'base64')), width, height)?.data;
}

/** In the page: the pixels of an image, smaller by `scale`, as base64 of RGBA. */
async function pixels([url, scale]: readonly [string, number]) {
  const bitmap = await createImageBitmap(await (await fetch(url)).blob());
  const width = Math.round(bitmap.width * scale);
  const height = Math.round(bitmap.height * scale);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  const bytes = context.getImageData(0, 0, width, height).data;
  let data = '';
  for (let at = 0; at < bytes.length; at += 2 ** 14) data += String.fromCharCode(...bytes.subarray(at, at + 2 ** 14));
  return { data: btoa(data), width, height };
}
