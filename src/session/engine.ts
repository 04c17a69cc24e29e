/**
 * The worker's half of the protocol, without the worker: one kernel instance at a time, stepped only when asked.
 *
 * The clock decides how many steps an answer holds and never what they are.
 */
import { messageOf } from '../kernel/failure.ts';
import { type FieldArray, type Kernel, type Start, writeParams } from '../kernel/instance.ts';
import type { KernelManifest } from '../kernel/manifest.ts';
import { type Opening, type Reply, type Request, rowWidth } from './protocol.ts';

export type Instantiate = (module: WebAssembly.Module, manifest: KernelManifest, start: Start) => Kernel;
export type Answer = (reply: Reply, transfer: Transferable[]) => void;

/** Makes the function that takes the page's requests. A kernel that failed has said so, and computes no more. */
export function createEngine(instantiate: Instantiate, now: () => number, answer: Answer): (request: Request) => void {
  let kernel: Kernel | undefined;
  let opening: Opening;
  let recorded: readonly FieldArray[] = [];
  let width = 0;
  let nextChange = 0;
  /** Step of the last row that went out. */
  let lastRow = -1;

  function open(request: Extract<Request, { type: 'open' }>): void {
    kernel = undefined;
    opening = request.opening;
    const { module, manifest, record, setup } = opening;
    nextChange = 0;
    lastRow = -1;
    try {
      const fresh = instantiate(module, manifest, opening);
      recorded = record.map((name) => fresh.field(name));
      width = rowWidth(manifest, record, setup);
      replay(fresh);
      kernel = fresh;
    } catch (error) {
      answer({ type: 'unopened', run: request.run, failure: messageOf(error) }, []);
    }
  }

  function pull({ run, until, budget, params, buffer, fields }: Extract<Request, { type: 'pull' }>): void {
    if (!kernel) return;
    const capacity = Math.floor(buffer.length / width);
    const deadline = now() + budget;
    let rows = 0;
    let failure: string | undefined;
    try {
      if (params) writeParams(kernel, params);
      rows = record(kernel, buffer, rows);
      while (kernel.steps < until && rows < capacity) {
        kernel.step();
        replay(kernel);
        rows = record(kernel, buffer, rows);
        if (now() >= deadline) break;
      }
      for (const [name, lent] of Object.entries(fields)) lent.set(kernel.field(name));
    } catch (error) {
      failure = messageOf(error);
    }
    const transfer = [buffer.buffer, ...Object.values(fields).map((lent) => lent.buffer as ArrayBuffer)];
    const reply = { type: 'rows', run, rows, step: kernel.steps, buffer, fields } as const;
    answer(failure === undefined ? reply : { ...reply, failure }, transfer);
    if (failure !== undefined) kernel = undefined;
  }

  /** Writes what the history says about the present step, so that a later `params` has the last word. */
  function replay(target: Kernel): void {
    for (let change = opening.changes[nextChange]; change?.step === target.steps; ) {
      writeParams(target, change.params);
      change = opening.changes[++nextChange];
    }
  }

  /** Appends the present state as a row where one is due and has not gone out. */
  function record(source: Kernel, buffer: Float64Array, rows: number): number {
    if (source.steps % opening.every !== 0 || source.steps === lastRow) return rows;
    lastRow = source.steps;
    let at = rows * width;
    buffer[at++] = source.steps;
    buffer.set(source.observables, at);
    at += source.observables.length;
    for (const field of recorded) {
      buffer.set(field, at);
      at += field.length;
    }
    return rows + 1;
  }

  return (request) => {
    if (request.type === 'open') open(request);
    else pull(request);
  };
}
