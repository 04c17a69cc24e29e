/**
 * A racer in a process of its own. It writes its result as one line of numbers; then each line that it reads is a number
 * of calls, and it answers with the milliseconds that they took (`peer.h`, `peer.py`).
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { buffer } from 'node:stream/consumers';
import type { Racer } from './race.ts';

/** Starts it and waits for its result. Throws what it wrote to stderr when it ends too early. */
export async function startProcess(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Racer> {
  const child = spawn(command, args, { env: { ...process.env, ...env } });
  const complaint = buffer(child.stderr);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  child.stdin.on('error', () => {});
  const nextLine = async () => {
    const { value, done } = await lines.next();
    if (!done) return value;
    throw new Error(`${command} ${args.join(' ')} ended: ${(await complaint).toString().trim()}`);
  };
  const result = Float64Array.from((await nextLine()).split(' ').filter(Boolean), Number);
  return {
    result,
    async time(calls) {
      child.stdin.write(`${calls}\n`);
      return Number(await nextLine());
    },
    close: () => child.stdin.end(),
  };
}
