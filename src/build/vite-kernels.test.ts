import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { describe, expect, test } from 'vitest';
import { kernelIds } from './catalogue.ts';
import { kernels } from './vite-kernels.ts';

/** Builds a page that holds nothing but the table of kernels. */
async function buildTable(inline: boolean) {
  const folder = mkdtempSync(path.join(tmpdir(), 'kernels-'));
  try {
    const input = path.join(folder, 'table.js');
    writeFileSync(input, "import urls from 'virtual:kernels';\nwindow.urls = urls;\n");
    const result = await build({
      configFile: false,
      logLevel: 'silent',
      root: folder,
      base: './',
      plugins: [kernels({ inline })],
      build: { write: false, rolldownOptions: { input } },
    });
    return ([result].flat()[0] as Rolldown.RolldownOutput).output;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the table of kernels', () => {
  test('of a site names one file per kernel, relative to the script, so that it works below any path', async () => {
    const [script, ...files] = await buildTable(false);
    expect(files).toHaveLength(kernelIds().length);
    for (const id of kernelIds()) {
      const file = files.find(({ fileName }) => fileName.startsWith(`assets/${id}-`));
      expect(file?.fileName).toMatch(/\.wasm$/);
      const source = (file as Rolldown.OutputAsset).source as Uint8Array<ArrayBuffer>;
      expect(WebAssembly.validate(source)).toBe(true);
      // With the data in it: what a lecture hall's network loads within a second or two.
      expect(source.length).toBeLessThan(500e3);
      const url = `new URL(\`${path.basename(file?.fileName ?? '')}\`,import.meta.url).href`;
      expect(script.code).toContain(`"${id}":${url}`);
    }
  });

  test('of a single file holds the kernels themselves', async () => {
    const [script, ...files] = await buildTable(true);
    expect(files).toEqual([]);
    const modules = [...script.code.matchAll(/data:application\/gzip;base64,([\w+/=]+)/g)];
    expect(modules).toHaveLength(kernelIds().length);
    for (const [, base64 = ''] of modules) {
      expect(WebAssembly.validate(gunzipSync(Buffer.from(base64, 'base64')))).toBe(true);
    }
  });
});
