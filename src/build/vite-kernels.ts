/**
 * A Vite plugin: `virtual:kernels` says where the WebAssembly of each kernel is. A build emits one file per kernel, or
 * puts it into the page; the development server compiles what is asked for, and again when its source changes, while
 * the page goes on.
 */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { ErrorPayload, Plugin, ViteDevServer } from 'vite';
import { assemblySources } from './asc.ts';
import { kernelIds, wasmOf } from './catalogue.ts';
import { compileError } from './compile-error.ts';
import { root } from './root.ts';

const virtual = 'virtual:kernels';
const resolved = `\0${virtual}`;
const served = '/@kernel/';

type Wasm = Uint8Array<ArrayBuffer>;

/** @param inline puts the modules into the page as data: URLs, compressed. */
export function kernels({ inline }: { readonly inline: boolean }): Plugin {
  let workshop: Workshop | undefined;
  return {
    name: 'glassdeck:kernels',
    resolveId: (source) => (source === virtual ? resolved : null),
    async load(id) {
      if (id !== resolved) return null;
      const entries: string[] = [];
      for (const kernel of kernelIds()) entries.push(`${JSON.stringify(kernel)}: ${await urlOf.call(this, kernel)}`);
      return `export default {\n${entries.join(',\n')}\n};\n`;
    },
    configureServer(server) {
      workshop = openWorkshop(server);
      const { compileAll, bytesOf } = workshop;
      server.watcher.add(path.join(root, 'assembly'));
      server.httpServer?.once('listening', () => void compileAll());
      server.middlewares.use(served, (request, response) => {
        const kernel = /^\/([\w-]+)\.wasm/.exec(request.url ?? '')?.[1] ?? '';
        bytesOf(kernel).then(
          (bytes) => {
            response.writeHead(200, { 'content-type': 'application/wasm', 'cache-control': 'no-cache' }).end(bytes);
          },
          (error: Error) => response.writeHead(500, { 'content-type': 'text/plain' }).end(error.message),
        );
      });
    },
    hotUpdate({ file, type, server }) {
      if (this.environment.name !== 'client' || !workshop) return;
      const source = path.relative(root, file);
      if (type === 'delete' ? !/^assembly\/.*\.m?ts$/.test(source) : !assemblySources().includes(source)) return;
      if (type !== 'update' && /\/kernel\.ts$/.test(source)) {
        const known = this.environment.moduleGraph.getModuleById(resolved);
        if (known) this.environment.moduleGraph.invalidateModule(known);
        server.ws.send({ type: 'full-reload' });
      }
      void workshop.compileAll();
    },
  };

  /** An expression whose value is the URL of the kernel. */
  async function urlOf(this: { emitFile(file: { type: 'asset'; name: string; source: Wasm }): string }, id: string) {
    if (workshop) return JSON.stringify(`${served}${id}.wasm`);
    const source = await wasmOf(id);
    if (inline)
      return JSON.stringify(`data:application/gzip;base64,${gzipSync(source, { level: 9 }).toString('base64')}`);
    return `import.meta.ROLLDOWN_FILE_URL_${this.emitFile({ type: 'asset', name: `${id}.wasm`, source })}`;
  }
}

interface Workshop {
  /** Compiles what has changed, one kernel after another, and tells the pages; resolves when all is up to date. */
  compileAll(): Promise<void>;
  /** The last module of the kernel that compiled. */
  bytesOf(id: string): Promise<Wasm>;
}

function openWorkshop({ ws, config }: ViteDevServer): Workshop {
  const good = new Map<string, { bytes: Wasm; version: string }>();
  const failures = new Map<string, ErrorPayload['err']>();
  const refused = new Set<string>();
  let running: Promise<void> | undefined;
  let again = false;

  ws.on('connection', () => {
    const [failure] = failures.values();
    if (failure) ws.send({ type: 'error', err: failure });
  });

  async function compileOne(id: string): Promise<Wasm> {
    const bytes = await wasmOf(id);
    const version = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
    const known = good.get(id);
    good.set(id, { bytes, version });
    if (known ? known.version !== version : refused.delete(id)) {
      ws.send({ type: 'custom', event: 'glassdeck:kernel', data: { id, url: `${served}${id}.wasm?v=${version}` } });
      config.logger.info(`kernel ${id} compiled`, { timestamp: true });
    }
    return bytes;
  }

  async function compileEach(): Promise<void> {
    const failedBefore = failures.size > 0;
    failures.clear();
    const ids = kernelIds();
    for (const id of [...ids.filter((id) => good.has(id)), ...ids.filter((id) => !good.has(id))]) {
      await compileOne(id).catch(({ message }: Error) => {
        failures.set(id, compileError(message));
        config.logger.error(message, { timestamp: true });
      });
    }
    const [failure] = failures.values();
    // An update takes the overlay away; a page's first one, under an overlay, would reload the page.
    if (failure || failedBefore) ws.send({ type: 'update', updates: [] });
    if (failure) ws.send({ type: 'error', err: failure });
  }

  return {
    async bytesOf(id) {
      const known = good.get(id)?.bytes;
      if (known) return known;
      return compileOne(id).catch((error: Error) => {
        refused.add(id);
        throw error;
      });
    },
    compileAll() {
      if (running) {
        again = true;
        return running;
      }
      running = compileEach().finally(() => {
        running = undefined;
      });
      return running.then(() => {
        if (!again) return;
        again = false;
        return this.compileAll();
      });
    },
  };
}
