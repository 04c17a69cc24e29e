/** Builds the site: `dist/`, the pages with pictures of what they show. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, preview } from 'vite';
import { messageOf } from '../talk/problem.ts';
import { cardSize } from '../talk/sharing.ts';
import { talkNames } from '../talk/site.ts';
import { demoIds } from './demos.ts';
import { finishOffline } from './offline/finish.ts';
import { fillPictures } from './pictures/blank.ts';
import { takeDemo } from './pictures/demo.ts';
import { openStudio, type Picture, type Studio, type Visitor } from './pictures/studio.ts';
import { takeTalk } from './pictures/talk.ts';
import { policy } from './policy.ts';
import { root } from './root.ts';
import { siteAddress, unknownAddress } from './site-address.ts';

const folder = path.join(root, 'dist');

/** Pages that are open at a time. */
const lanes = 3;

async function buildSite(): Promise<void> {
  const address = siteAddress();
  const studio = await openStudio();
  try {
    await build({ configFile: path.join(root, 'vite.config.ts') });
    const count = await addPictures(studio);
    await finishOffline(folder);
    console.log(`${count} pictures`);
    console.log(`For hosts that send headers: Content-Security-Policy: ${policy}`);
    if (!address) console.log(unknownAddress);
  } finally {
    await studio.close();
  }
}

/** Takes pictures of the site as it was built, puts them into it, and counts them. */
async function addPictures(studio: Studio): Promise<number> {
  const server = await preview({
    configFile: false,
    root,
    logLevel: 'silent',
    build: { outDir: folder },
    preview: { port: 0, host: '127.0.0.1' },
  });
  try {
    const url = server.resolvedUrls?.local[0] as string;
    const pictures = await takePictures(studio, url);
    for (const [file, { bytes }] of pictures) write(file, bytes);
    for (const page of pages()) place(page, pictures);
    const { bytes } = await studio.visit(url, galleryCard);
    write('card.png', bytes);
    return pictures.size + 1;
  } finally {
    await server.close();
  }
}

/** The pictures of all talks and demos, by path from the folder of the site. */
async function takePictures(studio: Studio, url: string): Promise<ReadonlyMap<string, Picture>> {
  const talks = talkNames().map((name) => [`${name}/`, takeTalk] as const);
  const demos = demoIds().map((id) => [`demo/${id}/`, takeDemo] as const);
  const queue = [...talks, ...demos].values();
  const pictures = new Map<string, Picture>();
  const lane = async () => {
    for (const [place, take] of queue) {
      const own = await take(studio, url + place, (line) => console.warn(`${place}: ${line}`));
      for (const [file, picture] of own) pictures.set(place + file, picture);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return pictures;
}

/** The HTML files of the site. */
function pages(): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
}

/** Puts the pictures of a page into their places. */
function place(page: string, pictures: ReadonlyMap<string, Picture>): void {
  const file = path.join(folder, page);
  const html = fillPictures(readFileSync(file, 'utf8'), (src) => {
    const size = pictures.get(path.posix.join(path.dirname(page).replaceAll(path.sep, '/'), src));
    return size && { src, size };
  });
  writeFileSync(file, html);
}

/** The head of the gallery, with the pictures that stand there. */
async function galleryCard({ page, png }: Visitor): Promise<Picture> {
  await page.setViewportSize(cardSize);
  await page.evaluate(async () => {
    for (const image of document.images) {
      image.loading = 'eager';
      await image.decode();
    }
  });
  return png(cardSize);
}

function write(file: string, bytes: Buffer): void {
  const absolute = path.join(folder, file);
  mkdirSync(path.dirname(absolute), { recursive: true });
  writeFileSync(absolute, bytes);
}

buildSite().catch((error: unknown) => {
  console.error(messageOf(error));
  process.exitCode = 1;
});
