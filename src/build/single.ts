/** Builds each talk as one HTML file that opens from disk, its stills in it, packed: `dist-single/<talk>.html`. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { messageOf } from '../talk/problem.ts';
import { talkNames } from '../talk/site.ts';
import { pack } from './packed.ts';
import { fillPictures } from './pictures/blank.ts';
import { openStudio, type Studio } from './pictures/studio.ts';
import { takeStills } from './pictures/talk.ts';
import { root } from './root.ts';
import { buildTalk } from './talk-file.ts';

const folder = path.join(root, 'dist-single');

/** Stills are seen until a figure has computed: pixels of a slide, not of a projector, keep the file small. */
const density = 1;

/** The stills are taken of the file before it has them. */
async function writeTalk(name: string, studio: Studio): Promise<void> {
  const file = path.join(folder, `${name}.html`);
  const bare = await buildTalk(name);
  writeFileSync(file, bare);
  const complain = (line: string) => console.warn(`${name}: ${line}`);
  const stills = await takeStills(studio, pathToFileURL(file).href, complain, density);
  const full = fillPictures(bare, (still) => {
    const size = stills.get(still);
    return size && { src: `data:image/webp;base64,${size.bytes.toString('base64')}`, size };
  });
  const html = pack(full);
  writeFileSync(file, html);
  console.log(`dist-single/${name}.html  ${(Buffer.byteLength(html) / 1e3).toFixed(0)} kB`);
}

async function buildSingle(): Promise<void> {
  const studio = await openStudio();
  try {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const name of talkNames()) await writeTalk(name, studio);
  } finally {
    await studio.close();
  }
}

buildSingle().catch((error: unknown) => {
  console.error(messageOf(error));
  process.exitCode = 1;
});
