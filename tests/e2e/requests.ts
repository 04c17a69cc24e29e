/** What a page asks of its workers. */
import type { Page } from 'playwright-core';
import type { Request } from '../../src/session/protocol.ts';
import type { Request as PointRequest } from '../../src/sweep/protocol.ts';

export interface Asked {
  readonly type: Request['type'] | 'point';
  /** Workers of the page are counted from 0. */
  readonly worker: number;
  readonly kernel: string;
  readonly setup: Readonly<Record<string, number>>;
  /** As the request gives them, which a pull does only after a change. */
  readonly params?: Readonly<Record<string, number>>;
}

declare global {
  interface Window {
    asked: Asked[];
  }
}

/** Runs in the page before its scripts: writes down every request. */
export function record(): void {
  window.asked = [];
  const known: Worker[] = [];
  const openings = new Map<Worker, { kernel: string; setup: Asked['setup'] }>();
  type Message = Request | PointRequest;
  const post = Worker.prototype.postMessage as (this: Worker, message: Message, options?: object) => void;
  Worker.prototype.postMessage = function (this: Worker, message: Message, options?: object) {
    if (!known.includes(this)) known.push(this);
    const worker = known.indexOf(this);
    if (!('run' in message)) {
      const points = message.type === 'run' ? message.points : [];
      window.asked.push(...points.map((point) => ({ type: 'point', worker, ...point }) as const));
      post.call(this, message, options);
      return;
    }
    if (message.type === 'open') {
      openings.set(this, { kernel: message.opening.manifest.id, setup: message.opening.setup });
    }
    const params = message.type === 'open' ? message.opening.params : message.params;
    const { kernel = '', setup = {} } = openings.get(this) ?? {};
    window.asked.push({ type: message.type, worker, kernel, setup, ...(params && { params }) });
    post.call(this, message, options);
  } as Worker['postMessage'];
}

/** All requests so far. */
export const asked = (page: Page): Promise<Asked[]> => page.evaluate(() => window.asked);

/** The requests of the next twenty frames. */
export const askedNext = (page: Page): Promise<Asked[]> =>
  page.evaluate(async () => {
    const before = window.asked.length;
    for (let frame = 0; frame < 20; frame++) await new Promise(requestAnimationFrame);
    return window.asked.slice(before);
  });
