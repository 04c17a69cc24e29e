/** The worker of a page, for the run of one kernel instance or for points of sweeps: their engines on its messages. */
import { instantiate } from '../kernel/instance.ts';
import { createEngine as createPointEngine } from '../sweep/engine.ts';
import type { Request as PointRequest } from '../sweep/protocol.ts';
import { createEngine } from './engine.ts';
import type { Request } from './protocol.ts';

const now = () => performance.now();
const run = createEngine(instantiate, now, (reply, transfer) => postMessage(reply, { transfer }));
const compute = createPointEngine(instantiate, now, (reply) => postMessage(reply));

addEventListener('message', ({ data }: MessageEvent<Request | PointRequest>) => {
  if ('run' in data) run(data);
  else compute(data);
});
addEventListener('messageerror', () => {
  throw new Error('the compiled kernel could not be handed to the worker');
});
