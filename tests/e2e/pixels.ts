/** Two pictures of one thing, compared pixel by pixel in a page. */
import type { Page } from 'playwright-core';

/**
 * How much two PNG images differ, as a part of the pixels that are not paper. Antialiasing moves an edge by less than a
 * pixel; so a pixel counts where its value, in one of three colours, is not between those of its nine neighbours in the
 * other image, give or take `quarter`: a hairline that covers one pixel here may cover two by half there. Infinity where
 * the sizes differ by more than the one pixel of a box that does not lie on the grid.
 */
export function difference(page: Page, one: Buffer, other: Buffer): Promise<number> {
  const urls = [one, other].map((png) => `data:image/png;base64,${png.toString('base64')}`);
  return page.evaluate(compare, urls as [string, string]);
}

async function compare(urls: [string, string]): Promise<number> {
  const quarter = 64;
  const read = async (url: string) => {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height);
  };
  const [a, b] = (await Promise.all(urls.map(read))) as [ImageData, ImageData];
  const width = Math.min(a.width, b.width);
  const height = Math.min(a.height, b.height);
  if (Math.max(a.width, b.width) > width + 1 || Math.max(a.height, b.height) > height + 1) return Infinity;
  const value = (image: ImageData, x: number, y: number, colour: number) =>
    image.data[4 * (y * image.width + x) + colour] as number;
  const isBetween = (image: ImageData, x: number, y: number, colour: number, other: ImageData) => {
    const here = value(image, x, y, colour);
    if (Math.abs(here - value(other, x, y, colour)) <= quarter) return true;
    let least = 255;
    let greatest = 0;
    for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
      for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
        const there = value(other, u, v, colour);
        least = Math.min(least, there);
        greatest = Math.max(greatest, there);
      }
    }
    return here >= least - quarter && here <= greatest + quarter;
  };
  const colours = [0, 1, 2];
  const paper = colours.map((colour) => value(b, width - 1, height - 1, colour));
  let inked = 0;
  let differing = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (colours.some((colour) => Math.abs(value(a, x, y, colour) - (paper[colour] as number)) > 16)) inked++;
      const same = colours.every((colour) => isBetween(a, x, y, colour, b) && isBetween(b, x, y, colour, a));
      if (!same) differing++;
    }
  }
  return differing / inked;
}
