/** A talk as one HTML file that opens from disk. */
import path from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { slidesFolder } from '../talk/site.ts';
import { root } from './root.ts';
import { outsideLoads } from './self-contained.ts';

/**
 * The HTML of the talk of that folder. Other talks are not looked at.
 *
 * @param plugins run after those of the site.
 * @throws naming every problem of the talk with file and line, or what would not be in the file.
 */
export async function buildTalk(name: string, plugins: readonly Plugin[] = []): Promise<string> {
  const result = await build({
    configFile: path.join(root, 'vite.config.ts'),
    mode: 'single',
    logLevel: 'warn',
    plugins: [...plugins, viteSingleFile()],
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: { input: path.join(slidesFolder, name, 'index.html'), checks: { pluginTimings: false } },
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
