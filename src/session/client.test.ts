/** The page's half, against a worker without a thread. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FieldArray } from '../kernel/instance.ts';
import { openSession, type Port } from './client.ts';
import { createPort } from './fixtures/port.ts';
import { fatalDrive, opening, rowsByHand, tooManySites } from './fixtures/walk.ts';
import { type Request, rowWidth } from './protocol.ts';

const width = rowWidth(opening.manifest, opening.record, opening.setup);
const lend = (): Record<string, FieldArray> => ({ sites: new Float64Array(3), count: new Int32Array(2) });

/** A session on a fake worker, and all that it reports. */
function listen() {
  const port = createPort();
  const rows: number[][] = [];
  const failures: string[] = [];
  const session = openSession(port, {
    rows(answer) {
      for (let row = 0; row < answer.rows; ++row) {
        rows.push([...answer.buffer.subarray(row * width, (row + 1) * width)]);
      }
    },
    failed: (message) => failures.push(message),
  });
  return { session, port, rows, failures };
}

describe('a session', () => {
  test('asks for nothing by itself', () => {
    const { session, port } = listen();
    session.open(opening, lend(), 0);
    session.pull(5, 8);
    port.flush();
    expect(port.requests.map(({ type }) => type)).toEqual(['open', 'pull']);
  });

  test('is busy from a pull to its answer', () => {
    const { session, port, rows } = listen();
    session.open(opening, lend(), 0);
    expect(session.busy).toBe(false);
    session.pull(4, 8);
    port.work();
    expect(session.busy).toBe(true);
    port.flush();
    expect(session.busy).toBe(false);
    expect(rows).toEqual(rowsByHand(opening, 4));
  });

  test('passes parameters on with the pull that they belong to, and with no other', () => {
    const { session, port, rows } = listen();
    const params = { drive: 3, gain: 0.5 };
    session.open(opening, lend(), 0);
    for (const change of [undefined, params, undefined]) {
      session.pull(2 * port.requests.length, 8, change);
      port.flush();
    }
    expect(port.requests.map((request) => 'params' in request)).toEqual([false, false, true, false]);
    expect(rows).toEqual(rowsByHand(opening, 6, [{ step: 2, params }]));
  });

  test('lends everything that it gets back, and allocates nothing between pulls', () => {
    const sent: { message: Request; transfer: Transferable[] }[] = [];
    const port: Port = {
      onmessage: null,
      onerror: null,
      postMessage: (message, { transfer }) => sent.push({ message, transfer }),
      terminate() {},
    };
    const session = openSession(port, { rows() {}, failed() {} });
    session.open(opening, lend(), 0);
    for (let k = 0; k < 3; ++k) {
      const fields = lend();
      const buffer = new Float64Array(512 * width);
      session.pull(k, 8);
      port.onmessage?.({ data: { type: 'rows', run: 1, rows: 0, step: k, buffer, fields } } as MessageEvent);
      session.pull(k, 8);
      const { message, transfer } = sent.at(-1) ?? {};
      if (message?.type !== 'pull') throw new Error('expected a pull');
      expect(message.buffer).toBe(buffer);
      expect(message.fields).toBe(fields);
      expect(transfer).toHaveLength(3);
      for (const array of [buffer, ...Object.values(fields)]) expect(transfer).toContain(array.buffer);
    }
  });

  test('lends what it owns: nothing stays behind on either side', () => {
    const { session, port } = listen();
    const fields = lend();
    const { sites, count } = fields;
    session.open(opening, fields, 0);
    session.pull(2, 8);
    expect([sites?.length, count?.length]).toEqual([0, 0]);
    const request = port.requests.at(-1);
    if (request?.type !== 'pull') throw new Error('expected a pull');
    expect(request.buffer.length).toBe(512 * width);
    port.work();
    expect([request.buffer.length, ...Object.values(request.fields).map((field) => field.length)]).toEqual([0, 0, 0]);
  });

  test('drops what an earlier opening still answers', () => {
    const { session, port, rows } = listen();
    session.open(opening, lend(), 0);
    session.pull(9, 8);
    port.work();
    session.open({ ...opening, seed: 8 }, lend(), 0);
    expect(session.busy).toBe(false);
    session.pull(2, 8);
    port.flush();
    expect(rows).toEqual(rowsByHand({ ...opening, seed: 8 }, 2));
  });

  test('drops the failure of an earlier opening, too', () => {
    const { session, port, rows, failures } = listen();
    session.open({ ...opening, setup: { n: tooManySites } }, {}, 0);
    session.open(opening, lend(), 0);
    session.pull(1, 8);
    port.flush();
    expect(failures).toEqual([]);
    expect(rows).toHaveLength(2);
  });

  test('that is closed ends its worker and is deaf to what was under way', () => {
    const { session, port, rows, failures } = listen();
    session.open(opening, lend(), 0);
    session.pull(3, 8);
    port.work();
    session.close();
    port.flush();
    port.onerror?.({ message: 'late' } as ErrorEvent);
    expect(port.terminated).toBe(true);
    expect(rows).toEqual([]);
    expect(failures).toEqual([]);
  });
});

describe('a failure', () => {
  const fatal = { ...opening, params: { drive: fatalDrive, gain: 1 } };
  const message = `walk: x is NaN at step 1 with drive=${fatalDrive} gain=1`;

  test('comes after the last rows, and until then nobody can ask for more', () => {
    const port = createPort();
    const log: (string | boolean)[] = [];
    const session = openSession(port, { rows: () => log.push(session.busy), failed: (what) => log.push(what) });
    session.open(fatal, {}, 0);
    session.pull(1, 8);
    port.flush();
    expect(log).toEqual([true, message]);
    expect(session.busy).toBe(false);
  });

  test('of an opening leaves the session idle', () => {
    const { session, port, failures } = listen();
    session.open({ ...opening, setup: { n: tooManySites } }, {}, 0);
    session.pull(3, 8);
    port.flush();
    expect(failures).toEqual(['walk: cannot start with n=9: out of memory']);
    expect(session.busy).toBe(false);
  });

  test('can be followed by a new opening in the same worker', () => {
    const { session, port, rows, failures } = listen();
    session.open(fatal, lend(), 0);
    session.pull(3, 8);
    port.flush();
    rows.length = 0;
    session.open(opening, lend(), 0);
    session.pull(3, 8);
    port.flush();
    expect(failures).toEqual([message]);
    expect(rows).toEqual(rowsByHand(opening, 3));
  });

  test('of the worker itself says what it knows', () => {
    const { port, failures } = listen();
    port.onerror?.({ message: '' } as ErrorEvent);
    port.onerror?.({ message: 'SyntaxError in worker.js' } as ErrorEvent);
    expect(failures).toEqual(['the worker could not start', 'SyntaxError in worker.js']);
  });
});

describe('a worker that does not answer', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('for twenty seconds is said to be dead, and the session can begin again', () => {
    const { session, port, failures } = listen();
    session.open(opening, lend(), 0);
    session.pull(3, 8);
    vi.advanceTimersByTime(19_999);
    expect(failures).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(failures).toEqual(['the worker has not answered for 20 s']);
    expect(session.busy).toBe(false);
    expect(port.terminated).toBe(false);
  });

  test('has all its time again when the page was asleep meanwhile', () => {
    const { session, port, failures } = listen();
    session.open(opening, lend(), 0);
    session.pull(3, 8);
    const now = performance.now();
    vi.spyOn(performance, 'now').mockReturnValueOnce(now + 3_600_000);
    vi.advanceTimersByTime(20_000);
    expect(failures).toEqual([]);
    port.flush();
    vi.advanceTimersByTime(60_000);
    expect(failures).toEqual([]);
  });

  test('after it was closed is not waited for', () => {
    const { session, failures } = listen();
    session.open(opening, lend(), 0);
    session.pull(3, 8);
    session.close();
    expect(vi.getTimerCount()).toBe(0);
    expect(failures).toEqual([]);
  });
});
