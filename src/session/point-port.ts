/** A Web Worker as one that computes points of sweeps. */
import type { Port } from '../sweep/connect.ts';

export function portOf(worker: Worker): Port {
  const port: Port = {
    postMessage: (message) => worker.postMessage(message),
    terminate: () => worker.terminate(),
    onmessage: null,
    onerror: null,
  };
  worker.onmessage = ({ data }) => port.onmessage?.({ data });
  worker.onerror = ({ message }) => port.onerror?.({ message });
  return port;
}
