/** A worker of a pool behind its messages: a Web Worker, a thread of Node, or a test's. */
import type { Point } from './plan.ts';
import type { PoolWorker } from './pool.ts';
import type { LoadedKernel, Reply, Request } from './protocol.ts';
import type { Outcome } from './run-point.ts';

/** What a pool needs of a Worker. */
export interface Port {
  postMessage(message: Request): void;
  terminate(): unknown;
  onmessage: ((event: { readonly data: Reply }) => void) | null;
  onerror: ((event: { readonly message: string }) => void) | null;
}

export interface Connected<T> extends PoolWorker<T, Outcome> {
  /** Gives the worker more kernels, or newer ones. */
  open(kernels: readonly LoadedKernel[]): void;
}

/** @param pointOf the point that a task of the pool stands for. */
export function connect<T>(port: Port, kernels: readonly LoadedKernel[], pointOf: (task: T) => Point): Connected<T> {
  let pending: { resolve(reply: Reply): void; reject(error: Error): void } | undefined;
  const end = (message: string) => {
    port.onmessage = port.onerror = null;
    port.terminate();
    pending?.reject(new Error(message));
  };
  port.onmessage = ({ data }) => pending?.resolve(data);
  port.onerror = ({ message }) => end(message || 'a worker could not start');
  const open = (more: readonly LoadedKernel[]) => port.postMessage({ type: 'open', kernels: more });
  open(kernels);
  return {
    open,
    run: (tasks) =>
      new Promise((resolve, reject) => {
        pending = { resolve, reject };
        port.postMessage({ type: 'run', points: tasks.map(pointOf) });
      }),
    close: () => end('the worker was closed'),
  };
}
