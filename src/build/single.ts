/** Builds each talk as one HTML file that opens from disk: `dist-single/<talk>.html`. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, type Rolldown } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { messageOf } from '../talk/problem.ts';
import { slidesFolder, talkNames } from '../talk/site.ts';
import { root } from './root.ts';
import { outsideLoads } from './self-contained.ts';

const folder = path.join(root, 'dist-single');

async function buildTalk(name: string): Promise<string> {
  const result = await build({
    configFile: path.join(root, 'vite.config.ts'),
    mode: 'single',
    logLevel: 'warn',
    plugins: [viteSingleFile()],
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: { input: path.join(slidesFolder, name, 'index.html') },
    },
  });
  const { output } = [result].flat()[0] as Rolldown.RolldownOutput;
  const page = output.find((file) => file.fileName.endsWith('.html'));
  const left = output.filter((file) => file !== page).map((file) => file.fileName);
  if (page?.type !== 'asset' || left.length > 0) throw new Error(`${name}: not in the page: ${left.join(', ')}`);
  const html = String(page.source);
  const loads = outsideLoads(html);
  if (loads.length > 0) throw new Error(`${name}: the page loads from outside: ${loads.join(', ')}`);
  return html;
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
try {
  for (const name of talkNames()) {
    const html = await buildTalk(name);
    writeFileSync(path.join(folder, `${name}.html`), html);
    console.log(`dist-single/${name}.html  ${(Buffer.byteLength(html) / 1e3).toFixed(0)} kB`);
  }
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 1;
}
