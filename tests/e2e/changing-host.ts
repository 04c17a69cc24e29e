/** A host with moods, in front of a plain one: it publishes another build, answers with an error, or never answers. */
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Host, serve } from '../serve.ts';

/** What happens to a request: the file, an error of that status, no answer until further notice, or a broken line. */
export type Answer = 'file' | 'never' | 'down' | 404 | 500;

export interface ChangingHost extends Host {
  /** From now on the files are those of another folder. */
  publish(folder: string): void;
  /** What happens to requests from now on, by path from the site's root; and to those that still wait. */
  answer(how: (path: string) => Answer): void;
  /** Headers of all files; the browser's own cache keeps none unless a test says otherwise. */
  readonly headers: Record<string, string>;
}

const below = '/lectures/talks/';

export async function changingHost(folder: string): Promise<ChangingHost> {
  const hosts = new Map<string, Host>();
  const headers: Record<string, string> = { 'cache-control': 'no-store' };
  let published = folder;
  let how: (path: string) => Answer = () => 'file';
  let waiting: (readonly [IncomingMessage, ServerResponse])[] = [];

  async function send({ url = '/' }: IncomingMessage, response: ServerResponse): Promise<void> {
    const host = hosts.get(published) ?? (await serve(published, below));
    hosts.set(published, host);
    const type = url.endsWith('.svg') && { 'content-type': 'image/svg+xml' };
    const asked = ask(new URL(url, host.url), (file) => {
      response.writeHead(file.statusCode as number, { ...file.headers, ...type, ...headers });
      file.pipe(response);
    });
    asked.on('error', () => response.destroy()).end();
  }

  function reply(request: IncomingMessage, response: ServerResponse): void {
    const path = new URL(request.url ?? '/', 'http://host').pathname.replace(below, '');
    const answer = how(path);
    if (answer === 'file') send(request, response).catch(() => response.destroy());
    else if (answer === 'never') waiting.push([request, response]);
    else if (answer === 'down') response.destroy();
    else response.writeHead(answer, { 'content-type': 'text/html' }).end('<p>Sorry.</p>');
  }

  const front = createServer(reply);
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(front.address() as AddressInfo).port}${below}`,
    headers,
    publish(other) {
      published = other;
    },
    answer(next) {
      how = next;
      const before = waiting;
      waiting = [];
      for (const [request, response] of before) reply(request, response);
    },
    close() {
      front.closeAllConnections();
      front.close();
      for (const host of hosts.values()) host.close();
    },
  };
}
