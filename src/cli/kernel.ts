/** A kernel on the command line: named by an argument, its numbers by flags. */
import { kernelIds } from '../build/catalogue.ts';
import type { NumberSpec } from '../kernel/manifest.ts';
import { parseNumber } from '../params/spec.ts';
import { type Flags, UsageError } from './command.ts';

/** The kernel that `command` is about. */
export function readKernel(command: string, [id]: readonly string[]): string {
  const known = kernelIds();
  if (id === undefined || id.startsWith('-')) {
    throw new UsageError(`${command} lacks its kernel, expected one of: ${known.join(', ')}`);
  }
  if (known.includes(id)) return id;
  throw new UsageError(`${command} has no kernel "${id}", expected one of: ${known.join(', ')}`);
}

/** Spec of an integer that a flag gives. */
export const countSpec = (meaning: string, min: number, fallback: number): NumberSpec => ({
  symbol: '',
  meaning,
  min,
  max: Number.MAX_SAFE_INTEGER,
  default: fallback,
  integer: true,
});
export const stepsSpec = countSpec('steps to take', 0, 100);
export const everySpec = countSpec('steps from one row to the next', 1, 1);

/** The number of the flag `name`, or its default. */
export function readNumber(command: string, flags: Flags['flags'], name: string, spec: NumberSpec): number {
  const text = flags.get(name);
  return typeof text === 'string' ? asUsage(() => parseNumber(command, `--${name}`, text, spec)) : spec.default;
}

/** What `read` returns; what it throws is wrong use. */
export function asUsage<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
