/** A thread that computes points of a sweep: the engine on the thread's messages. */
import { type MessagePort, parentPort } from 'node:worker_threads';
import { instantiate } from '../../kernel/instance.ts';
import { createEngine } from '../../sweep/engine.ts';

const port = parentPort as MessagePort;
port.on(
  'message',
  createEngine(
    instantiate,
    () => performance.now(),
    (reply) => port.postMessage(reply),
  ),
);
