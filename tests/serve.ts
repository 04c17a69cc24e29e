/** A plain host: it serves a folder below a path, knows nothing of WebAssembly and sends no header that nobody asked for. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.woff2': 'font/woff2',
};

export interface Host {
  /** Address of the folder, with a slash at its end. */
  readonly url: string;
  close(): void;
}

/** @param headers of every file, beside its type. */
export async function serve(
  folder: string,
  below: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Host> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const file = path.join(folder, pathname.replace(/\/$/, '/index.html').replace(below, '/'));
    const type = types[path.extname(file)] ?? 'application/octet-stream';
    try {
      if (!pathname.startsWith(below)) throw new Error(`nothing outside of ${below}`);
      const content = await readFile(file);
      response.writeHead(200, { 'content-type': type, ...headers }).end(content);
    } catch (error) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end(String(error));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${below}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
