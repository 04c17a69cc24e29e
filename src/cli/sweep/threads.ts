/** Threads of Node as the workers of a pool. */
import { Worker } from 'node:worker_threads';
import { connect, type Port } from '../../sweep/connect.ts';
import type { Plan } from '../../sweep/plan.ts';
import type { PoolWorker } from '../../sweep/pool.ts';
import type { LoadedKernel } from '../../sweep/protocol.ts';
import type { Outcome } from '../../sweep/run-point.ts';

/** `count` threads that compute points of `plan` by index. */
export function startThreads(plan: Plan, kernel: LoadedKernel, count: number): PoolWorker<number, Outcome>[] {
  return Array.from({ length: count }, () => connect(startThread(), [kernel], plan.point));
}

function startThread(): Port {
  const worker = new Worker(new URL('./worker.mjs', import.meta.url));
  const port: Port = {
    postMessage: (message) => worker.postMessage(message),
    terminate: () => worker.terminate(),
    onmessage: null,
    onerror: null,
  };
  worker.on('message', (data) => port.onmessage?.({ data }));
  worker.on('error', ({ message }) => port.onerror?.({ message }));
  worker.on('exit', (code) => port.onerror?.({ message: `a thread ended with status ${code}` }));
  return port;
}
