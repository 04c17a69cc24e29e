/** Both halves of the protocol, with messages that are copied as between threads. */
import { describe, expect, test } from 'vitest';
import { instantiate, walk } from '../session/fixtures/walk.ts';
import { connect, type Port } from './connect.ts';
import { createEngine } from './engine.ts';
import { createPlan } from './plan.ts';
import { runPoint } from './run-point.ts';

const module = new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
const plan = createPlan(walk, { grid: { n: [3, 4], drive: [1, 13] }, seeds: [1, 2], steps: 5, every: 2 });

/** A worker without a thread: it answers when the present task has ended. */
function createPort(): Port & { terminated: boolean } {
  let time = 0;
  const engine = createEngine(
    instantiate,
    () => ++time,
    (reply) => queueMicrotask(() => port.onmessage?.({ data: structuredClone(reply) })),
  );
  const port: Port & { terminated: boolean } = {
    terminated: false,
    onmessage: null,
    onerror: null,
    postMessage: (message) => engine(structuredClone(message)),
    terminate() {
      port.terminated = true;
    },
  };
  return port;
}

describe('a connected worker', () => {
  test('computes the points that the tasks stand for, in their order, and times each', async () => {
    const worker = connect(createPort(), [{ manifest: walk, module }], plan.point);
    const tasks = [6, 0, 3];
    const outcomes = tasks.map((index) => runPoint(instantiate, module, walk, plan.point(index)));
    expect(await worker.run(tasks)).toEqual(outcomes.map((result) => ({ result, ms: 1 })));
    expect(outcomes.map(({ end }) => end)).toEqual(['failed', 'steps', 'failed']);
    expect(await worker.run([1])).toHaveLength(1);
  });

  test('that ends or is ended rejects what it was asked for, and answers no more', async () => {
    const ports = [createPort(), createPort()] as const;
    const [first, second] = ports.map((port) => connect(port, [{ manifest: walk, module }], plan.point));
    const [lost, stopped] = [first?.run([0]), second?.run([0])];
    ports[0].onerror?.({ message: 'the thread is gone' });
    second?.close();
    await expect(lost).rejects.toThrow(new Error('the thread is gone'));
    await expect(stopped).rejects.toThrow(new Error('the worker was closed'));
    expect(ports.map(({ terminated, onmessage }) => [terminated, onmessage])).toEqual(Array(2).fill([true, null]));
  });
});
