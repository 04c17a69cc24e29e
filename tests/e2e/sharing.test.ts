/** What goes out of the site: pictures, cards and addresses. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createServer } from 'vite';
import { describe, expect, inject, vi } from 'vitest';
import { demoIds } from '../../src/build/demos.ts';
import { talkNames } from '../../src/talk/site.ts';
import { test } from './visit.ts';

const project = inject('project');
const site = inject('site');
const dist = path.join(project, 'dist');
const talks = [...talkNames(), 'rehearsal'];
const folders = [...talks, ...demoIds().map((id) => `demo/${id}`)];
const read = (file: string) => readFileSync(path.join(dist, file), 'utf8');

/** What `html` has in its head: the content of its metas by name, the targets of its links by relation. */
function headOf(html: string): Readonly<Record<string, string>> {
  const metas = [...html.matchAll(/<meta (?:name|property)="([^"]+)" content="([^"]*)"/g)];
  const links = [...html.matchAll(/<link rel="(canonical|alternate)"[^>]* href="([^"]*)"/g)];
  return Object.fromEntries([...metas, ...links].map(([, name, text]) => [name as string, text as string]));
}

/** Figures of a page by their tags, with the still in each. */
const stillsIn = (html: string): (string | undefined)[] =>
  [
    ...html.matchAll(/<live-demo\b[^>]*>(?:<img class="still" src="([^"]+)" alt="" width="\d+" height="\d+" [^>]*>)?/g),
  ].map((match) => match[1]);

describe('a picture', () => {
  test.for(['', ...folders.map((folder) => `${folder}/`)])('of 1200 x 630 is the card of /%s', (folder) => {
    const png = readFileSync(path.join(dist, folder, 'card.png'));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(headOf(read(`${folder}index.html`))).toMatchObject({
      'og:image': 'card.png',
      'og:image:width': '1200',
      'og:image:height': '630',
      'twitter:card': 'summary_large_image',
    });
  });

  test.for(talkNames())('stands in each figure of %s, and lighter in the file of the talk', (talk) => {
    const stills = stillsIn(read(`${talk}/index.html`));
    expect(stills.length).toBeGreaterThan(0);
    const bytes = stills.map((src) => readFileSync(path.join(dist, talk, src as string)));
    for (const { length } of bytes) expect(length).toBeLessThan(60e3);
    const packed = readFileSync(path.join(project, 'dist-single', `${talk}.html`), 'utf8');
    const [, base64 = ''] = /<link id="packed" href="data:application\/gzip;base64,([\w+/=]+)"/.exec(packed) ?? [];
    const single = stillsIn(gunzipSync(Buffer.from(base64, 'base64')).toString());
    expect(single).toHaveLength(stills.length);
    for (const [k, src] of single.entries()) {
      const [, webp = ''] = /^data:image\/webp;base64,(.+)$/.exec(src as string) ?? [];
      const still = Buffer.from(webp, 'base64');
      expect([still.toString('latin1', 0, 4), still.toString('latin1', 8, 12)]).toEqual(['RIFF', 'WEBP']);
      expect(still.length).toBeLessThan((bytes[k] as Buffer).length);
    }
  });

  test('is not taken of a figure that fails, and every other page is as before', () => {
    const html = read('rehearsal/index.html');
    const keys = [...html.matchAll(/data-figure="([^"]+)"/g)].map((match) => match[1] as string);
    const without = keys.filter((_, k) => stillsIn(html)[k] === undefined);
    expect(without).toEqual(['breaking/1']);
    for (const folder of ['', ...folders.map((name) => `${name}/`)]) {
      expect(read(`${folder}index.html`)).not.toContain('<!-- picture');
    }
  });

  test.for(demoIds())('stands in the page and in the frame of %s', (id) => {
    for (const page of ['index.html', 'frame.html']) {
      expect(stillsIn(read(`demo/${id}/${page}`))).toEqual(['still.webp']);
      expect(existsSync(path.join(dist, 'demo', id, 'still.webp'))).toBe(true);
    }
  });
});

test.for(folders)('the article of %s shows still and sentence without scripts', async (folder, { open }) => {
  const page = await open(`${folder}/`, { javaScriptEnabled: false });
  for (const figure of await page.locator('live-demo:not([data-figure^="breaking"])').all()) {
    const still = figure.locator('.still');
    await still.scrollIntoViewIfNeeded();
    await expect.poll(() => still.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
    const sizes = await still.evaluate((image) => {
      const { naturalWidth, naturalHeight } = image as HTMLImageElement;
      const density = image.closest('[background]') ? 1 : 2;
      const [width, height] = ['width', 'height'].map((name) => density * Number(image.getAttribute(name)));
      return { natural: [naturalWidth, naturalHeight], wanted: [width, height] };
    });
    for (const k of [0, 1]) {
      expect(Math.abs((sizes.natural[k] as number) - (sizes.wanted[k] as number))).toBeLessThanOrEqual(2);
    }
    expect(await figure.locator('.alt').isVisible()).toBe(true);
  }
});

describe.each(['light', 'dark'] as const)('the gallery in the %s', (colorScheme) => {
  test('has a picture at each link, and in the dark a dark one', async ({ open }) => {
    const page = await open('');
    await page.emulateMedia({ colorScheme });
    const items = await page.locator('main li').all();
    expect(items.length).toBeGreaterThanOrEqual(talks.length + demoIds().length);
    for (const item of items) {
      const image = item.locator('.still');
      await image.scrollIntoViewIfNeeded();
      await expect.poll(() => image.evaluate((still) => (still as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
      const src = await image.evaluate((still) => (still as HTMLImageElement).currentSrc);
      const href = (await item.locator('a').getAttribute('href')) as string;
      expect(src).toBe(`${site}${href}still${colorScheme === 'dark' ? '-dark' : ''}.webp`);
    }
  });
});

describe('while a talk is written', () => {
  test.for([true, false])('the gallery has pictures if there is a browser to take them: %s', async (hasBrowser) => {
    if (!hasBrowser) vi.stubEnv('CHROMIUM_PATH', path.join(project, 'no-browser'));
    const server = await createServer({
      configFile: path.join(project, 'vite.config.ts'),
      cacheDir: path.join(project, '.vite'),
      logLevel: 'silent',
      server: { port: 0, host: '127.0.0.1', fs: { strict: false } },
    });
    vi.unstubAllEnvs();
    try {
      await server.listen();
      const get = (place: string) => fetch(new URL(place, server.resolvedUrls?.local[0]));
      const pages = await Promise.all(['', `${talks[0]}/`].map(async (place) => (await get(place)).text()));
      const [images, inTalk] = pages.map((html) => [...html.matchAll(/<img class="still" src="([^"]+)"/g)]);
      expect(images).toHaveLength(hasBrowser ? (pages[0]?.match(/<li>/g)?.length ?? 0) : 0);
      expect(inTalk).toEqual([]);
      expect(pages.join('')).not.toContain('<!-- picture');
      const still = await get(`demo/${demoIds()[0]}/still.webp`);
      expect(still.status).toBe(hasBrowser ? 200 : 404);
      if (hasBrowser) expect(Buffer.from(await still.arrayBuffer()).toString('latin1', 8, 12)).toBe('WEBP');
    } finally {
      await server.close();
    }
  });
});

describe('addresses', () => {
  test('stay relative where nobody says what the site will be called', () => {
    for (const folder of folders) {
      const head = headOf(read(`${folder}/index.html`));
      expect(head).not.toHaveProperty('canonical');
      expect(head).not.toHaveProperty('og:url');
      expect(head.alternate).toBe('oembed.json');
    }
    for (const id of demoIds()) expect(headOf(read(`demo/${id}/frame.html`)).canonical).toBe('./');
  });

  test('are those of SITE_URL where it is set', () => {
    const address = 'https://example.org/some/talks/';
    const named = path.join(project, 'dist-named');
    const env = { ...process.env, SITE_URL: address, NODE_ENV: 'production' };
    const vite = path.join(project, 'node_modules/.bin/vite');
    execFileSync(vite, ['build', '--outDir', named, '--logLevel', 'silent'], { cwd: project, env });
    for (const folder of folders) {
      const head = headOf(readFileSync(path.join(named, folder, 'index.html'), 'utf8'));
      const own = `${address}${folder}/`;
      expect(head).toMatchObject({ canonical: own, 'og:url': own, 'og:image': `${own}card.png` });
      const described = JSON.parse(readFileSync(path.join(named, folder, 'oembed.json'), 'utf8')) as { html: string };
      expect(described.html).toContain(`<iframe src="${own}`);
    }
    for (const id of demoIds()) {
      const frame = readFileSync(path.join(named, 'demo', id, 'frame.html'), 'utf8');
      expect(headOf(frame).canonical).toBe(`${address}demo/${id}/`);
    }
  });

  test.for(folders)('of %s lead through oEmbed to a frame that is there', async (folder, { open }) => {
    const page = await open(`${folder}/`, { javaScriptEnabled: false });
    const link = page.locator('link[type="application/json+oembed"]');
    const title = await page.title();
    expect(await link.getAttribute('title')).toBe(title);
    const json = new URL((await link.getAttribute('href')) as string, page.url()).href;
    const described = (await (await page.request.get(json)).json()) as Record<string, string>;
    expect(described).toMatchObject({ version: '1.0', type: 'rich', title, provider_name: 'Glassdeck' });
    for (const length of ['width', 'height', 'thumbnail_width', 'thumbnail_height']) {
      expect(described[length]).toBeGreaterThan(300);
    }
    const src = /^<iframe src="([^"]+)"/.exec(described.html as string)?.[1] as string;
    for (const address of [src, described.thumbnail_url as string, described.provider_url as string]) {
      expect((await page.request.get(new URL(address, json).href)).status()).toBe(200);
    }
  });
});
