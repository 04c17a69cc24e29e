/**
 * The worker's half of the protocol, without the worker: one kernel instance at a time, stepped only when asked.
 *
 * The clock decides how many steps an answer holds and never what they are.
 */
import type { Kernel, Start } from '../kernel/instance.ts';
import type { KernelManifest, Values } from '../kernel/manifest.ts';
import type { Opening, Reply, Request } from './protocol.ts';

export type Instantiate = (module: WebAssembly.Module, manifest: KernelManifest, start: Start) => Kernel;
export type Answer = (reply: Reply, transfer: Transferable[]) => void;

/** Makes the function that takes the page's requests. A kernel that fails answers `failed` and computes no more. */
export function createEngine(instantiate: Instantiate, now: () => number, answer: Answer): (request: Request) => void {
  let kernel: Kernel | undefined;
  let opening: Opening;
  let width = 0;
  let nextChange = 0;
  /** Step of the last row that went out. */
  let recorded = -1;

  function open(request: Extract<Request, { type: 'open' }>): void {
    kernel = undefined;
    opening = request.opening;
    nextChange = 0;
    recorded = -1;
    kernel = instantiate(opening.module, opening.manifest, opening);
    width = 1 + kernel.observables.length;
    for (const name of opening.record) width += kernel.field(name).length;
    answer({ type: 'opened', run: request.run, width, bytes: kernel.bytes }, []);
  }

  function pull(request: Extract<Request, { type: 'pull' }>): void {
    const { run, buffer, fields, until, budget } = request;
    const capacity = Math.floor(buffer.length / width);
    let rows = 0;
    if (kernel) {
      if (request.params) write(kernel, request.params);
      const deadline = now() + budget;
      rows = record(kernel, buffer, rows);
      while (kernel.steps < until && rows < capacity) {
        for (let change = opening.changes[nextChange]; change?.step === kernel.steps; ) {
          write(kernel, change.params);
          change = opening.changes[++nextChange];
        }
        kernel.step();
        rows = record(kernel, buffer, rows);
        if (now() >= deadline) break;
      }
      for (const [name, lent] of Object.entries(fields)) lent.set(kernel.field(name));
    }
    const transfer = [buffer.buffer, ...Object.values(fields).map((lent) => lent.buffer as ArrayBuffer)];
    answer({ type: 'rows', run, rows, step: kernel?.steps ?? 0, buffer, fields }, transfer);
  }

  /** Appends the present state as a row where one is due and has not gone out. */
  function record(source: Kernel, buffer: Float64Array, rows: number): number {
    if (source.steps % opening.every !== 0 || source.steps === recorded) return rows;
    recorded = source.steps;
    let at = rows * width;
    buffer[at++] = source.steps;
    buffer.set(source.observables, at);
    at += source.observables.length;
    for (const name of opening.record) {
      const field = source.field(name);
      buffer.set(field, at);
      at += field.length;
    }
    return rows + 1;
  }

  return (request) => {
    try {
      if (request.type === 'open') open(request);
      else pull(request);
    } catch (error) {
      kernel = undefined;
      answer({ type: 'failed', run: request.run, message: error instanceof Error ? error.message : String(error) }, []);
    }
  };
}

function write(kernel: Kernel, params: Values): void {
  Object.keys(kernel.manifest.params).forEach((name, k) => {
    const value = params[name];
    if (value !== undefined) kernel.params[k] = value;
  });
}
