/**
 * The page's half of the protocol: one worker, one kernel instance at a time, at most one pull under way.
 *
 * `open` replaces the instance; answers that belong to an earlier one are dropped. `close` ends the worker and frees its
 * memory.
 */
import type { FieldArray } from '../kernel/instance.ts';
import type { Values } from '../kernel/manifest.ts';
import { createPatience } from './patience.ts';
import { type Opening, type Reply, type Request, rowWidth } from './protocol.ts';

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
  /** Steps the instance has completed. */
  readonly step: number;
  readonly fields: Readonly<Record<string, FieldArray>>;
}

export interface SessionEvents {
  rows(rows: Rows): void;
  /** The instance is gone: `message` says what, where and with which parameters. */
  failed(message: string): void;
}

export interface Session {
  /** True while a pull is unanswered. */
  readonly busy: boolean;
  /**
   * Starts an instance; `fields` are lent with every pull and hold the newest snapshot. Of the rows up to the step `known`
   * none is needed: returns the step at which the instance begins, `known` at most.
   */
  open(opening: Opening, fields: Record<string, FieldArray>, known: number): number;
  /** Asks an open instance for steps; `params`, where given, are written first. Not while busy. */
  pull(until: number, budget: number, params?: Values): void;
  close(): void;
}

/** Rows that one answer can hold. */
const rowsPerPull = 512;

export function openSession(port: Port, events: SessionEvents): Session {
  let run = 0;
  let busy = false;
  let buffer = new Float64Array(0);
  let lent: Record<string, FieldArray> = {};

  const fail = (message: string) => {
    patience.end();
    busy = false;
    events.failed(message);
  };
  const patience = createPatience(fail);
  port.onerror = (event) => fail(event.message || 'the worker could not start');
  port.onmessage = ({ data: reply }) => {
    if (reply.run !== run) return;
    patience.end();
    if (reply.type === 'rows') {
      ({ buffer, fields: lent } = reply);
      busy = reply.failure !== undefined;
      events.rows(reply);
    }
    if (reply.failure !== undefined) fail(reply.failure);
  };

  return {
    get busy() {
      return busy;
    },
    open(opening, fields) {
      const length = rowsPerPull * rowWidth(opening.manifest, opening.record, opening.setup);
      if (buffer.length !== length) buffer = new Float64Array(length);
      lent = fields;
      busy = false;
      port.postMessage({ type: 'open', run: ++run, opening }, { transfer: [] });
      return 0;
    },
    pull(until, budget, params) {
      busy = true;
      const request = { type: 'pull', run, until, budget, buffer, fields: lent } as const;
      const transfer = [buffer.buffer, ...Object.values(lent).map((field) => field.buffer as ArrayBuffer)];
      port.postMessage(params ? { ...request, params } : request, { transfer });
      patience.begin();
    },
    close() {
      patience.end();
      port.onmessage = port.onerror = null;
      port.terminate();
    },
  };
}
