/** A worker that runs one kernel instance: the engine on the worker's messages. */
import { instantiate } from '../kernel/instance.ts';
import { createEngine } from './engine.ts';
import type { Request } from './protocol.ts';

const engine = createEngine(
  instantiate,
  () => performance.now(),
  (reply, transfer) => postMessage(reply, { transfer }),
);

addEventListener('message', (event: MessageEvent<Request>) => engine(event.data));
addEventListener('messageerror', () => {
  throw new Error('the compiled kernel could not be handed to the worker');
});
