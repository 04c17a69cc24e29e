/** The worker's half of the protocol, without the worker. */
import type { Instantiate } from '../session/engine.ts';
import type { LoadedKernel, Reply, Request } from './protocol.ts';
import { runPoint } from './run-point.ts';

/** Makes the function that takes the pool's requests. */
export function createEngine(
  instantiate: Instantiate,
  now: () => number,
  answer: (reply: Reply) => void,
): (request: Request) => void {
  const kernels = new Map<string, LoadedKernel>();
  return (request) => {
    if (request.type === 'open') {
      for (const kernel of request.kernels) kernels.set(kernel.manifest.id, kernel);
      return;
    }
    answer(
      request.points.map((point) => {
        const { module, manifest } = kernels.get(point.kernel) as LoadedKernel;
        const start = now();
        return { result: runPoint(instantiate, module, manifest, point), ms: now() - start };
      }),
    );
  };
}
