import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build, createServer, type Rolldown } from 'vite';
import { expect, test } from 'vitest';
import { kernelIds } from './catalogue.ts';
import { root } from './root.ts';
import { kernelSources } from './vite-kernel-sources.ts';

const sourceOf = (id: string) => readFileSync(path.join(root, 'assembly/kernels', id, 'kernel.ts'), 'utf8');

test('a build has a script of its own for each kernel, which is loaded when somebody wants it', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sources-'));
  try {
    const entry = path.join(folder, 'page.js');
    writeFileSync(entry, "import sources from 'virtual:kernel-sources';\nexport default sources;\n");
    const result = await build({
      configFile: false,
      logLevel: 'silent',
      root: folder,
      plugins: [kernelSources()],
      build: { outDir: 'dist', lib: { entry, formats: ['es'] } },
    });
    const { output } = [result].flat()[0] as Rolldown.RolldownOutput;
    expect(output).toHaveLength(kernelIds().length + 1);
    const page = path.join(folder, 'dist', output[0].fileName);
    const { default: sources } = (await import(/* @vite-ignore */ page)) as typeof import('virtual:kernel-sources');
    expect(Object.keys(sources)).toEqual(kernelIds());
    for (const id of kernelIds()) {
      expect(await sources[id]?.()).toBe(sourceOf(id));
      expect(output[0].code).not.toContain(sourceOf(id).split('\n')[1]);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the development server sends what is on disk', async () => {
  const server = await createServer({
    configFile: false,
    logLevel: 'silent',
    plugins: [kernelSources()],
    server: { port: 0, watch: null, ws: false, host: '127.0.0.1' },
  });
  try {
    const { httpServer } = await server.listen();
    const address = httpServer?.address() as AddressInfo;
    const [id = ''] = kernelIds();
    const response = await fetch(`http://127.0.0.1:${address.port}/@kernel-source/${id}`);
    expect(await response.text()).toBe(sourceOf(id));
    expect(response.headers.get('cache-control')).toBe('no-cache');
  } finally {
    await server.close();
  }
});
