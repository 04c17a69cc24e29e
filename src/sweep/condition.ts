/** What a run may reach: an observable beyond a value, as in `overlap>0.7`. */
import type { KernelManifest } from '../kernel/manifest.ts';

export interface Condition {
  readonly observable: string;
  readonly sign: '>' | '<';
  readonly value: number;
}

/** Reads a condition on the kernel's observables. Throws, naming `where`, for what is none. */
export function parseCondition(where: string, text: string, manifest: KernelManifest): Condition {
  const [, observable = '', sign, number = ''] = /^\s*([^\s<>]+)\s*([<>])\s*(\S+)\s*$/.exec(text) ?? [];
  const value = number === '' ? Number.NaN : Number(number);
  if (sign === undefined || Number.isNaN(value)) {
    throw new Error(`${where} is no condition, expected "OBSERVABLE>NUMBER" or "OBSERVABLE<NUMBER"`);
  }
  columnOf(where, observable, manifest);
  return { observable, sign: sign as Condition['sign'], value };
}

export const conditionText = ({ observable, sign, value }: Condition) => `${observable}${sign}${value}`;

/** The condition as a test of the kernel's observables, in manifest order. Throws when the kernel has no such. */
export function testOf(
  { observable, sign, value }: Condition,
  manifest: KernelManifest,
): (observables: ArrayLike<number>) => boolean {
  const column = columnOf(manifest.id, observable, manifest);
  return (observables) => {
    const present = observables[column] ?? Number.NaN;
    return sign === '>' ? present > value : present < value;
  };
}

function columnOf(where: string, observable: string, { observables }: KernelManifest): number {
  const known = Object.keys(observables);
  if (known.includes(observable)) return known.indexOf(observable);
  throw new Error(`${where} has no observable "${observable}", expected one of: ${known.join(', ')}`);
}
