/**
 * The page's half of the protocol: one worker, one kernel instance at a time, at most one pull under way.
 *
 * `open` replaces the instance; answers that belong to an earlier one are dropped. `close` ends the worker and frees its
 * memory.
 */
import type { FieldArray } from '../kernel/instance.ts';
import type { Values } from '../kernel/manifest.ts';
import type { Opening, Reply, Request } from './protocol.ts';

/** What a session needs of a Worker. */
export interface Port {
  postMessage(message: Request, options: { transfer: Transferable[] }): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<Reply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

export interface Rows {
  /** [rows, width] in row-major order; lent for the length of the call. */
  readonly buffer: Float64Array;
  readonly rows: number;
  readonly width: number;
  /** Steps the instance has taken. */
  readonly step: number;
  readonly fields: Readonly<Record<string, FieldArray>>;
}

export interface SessionEvents {
  rows(rows: Rows): void;
  /** The instance is gone: `message` says what, where and with which parameters. */
  failed(message: string): void;
}

export interface Session {
  /** True while the opening or a pull is unanswered. */
  readonly busy: boolean;
  /** Starts an instance; `fields` are lent with every pull and hold the newest snapshot. */
  open(opening: Opening, fields: Record<string, FieldArray>): void;
  /** Asks for steps; `params`, where given, are written first. False, and nothing sent, while busy or unopened. */
  pull(until: number, budget: number, params?: Values): boolean;
  close(): void;
}

/** Rows that one answer can hold. */
const rowsPerPull = 512;

export function openSession(port: Port, events: SessionEvents): Session {
  let run = 0;
  let width = 0;
  let waiting = false;
  let ready = false;
  let buffer = new Float64Array(0);
  let lent: Record<string, FieldArray> = {};

  const fail = (message: string) => {
    waiting = ready = false;
    events.failed(message);
  };
  port.onerror = (event) => fail(event.message || 'the worker could not start');
  port.onmessage = ({ data: reply }) => {
    if (reply.run !== run) return;
    waiting = false;
    if (reply.type === 'opened') {
      ready = true;
      width = reply.width;
      if (buffer.length !== width * rowsPerPull) buffer = new Float64Array(width * rowsPerPull);
    } else if (reply.type === 'rows') {
      buffer = reply.buffer;
      lent = reply.fields;
      events.rows({ buffer, rows: reply.rows, width, step: reply.step, fields: lent });
    } else {
      fail(reply.message);
    }
  };

  const send = (request: Request, transfer: Transferable[]) => {
    waiting = true;
    port.postMessage(request, { transfer });
  };
  return {
    get busy() {
      return waiting;
    },
    open(opening, fields) {
      ready = false;
      lent = fields;
      buffer = new Float64Array(0);
      send({ type: 'open', run: ++run, opening }, []);
    },
    pull(until, budget, params) {
      if (waiting || !ready) return false;
      const transfer = [buffer.buffer, ...Object.values(lent).map((field) => field.buffer as ArrayBuffer)];
      send({ type: 'pull', run, until, budget, buffer, fields: lent, ...(params ? { params } : {}) }, transfer);
      return true;
    },
    close() {
      ++run;
      waiting = ready = false;
      port.terminate();
    },
  };
}
