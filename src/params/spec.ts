/**
 * The numbers of one figure by name, and how a text becomes one of them. Attributes, permalinks, the command line and
 * the build-time checks all read numbers here, so they accept the same and complain in the same words.
 */
import type { KernelManifest, NumberSpec } from '../kernel/manifest.ts';

/** A number of a figure: `setup` makes new instances, `param` is live. */
export interface Param {
  readonly name: string;
  readonly kind: 'setup' | 'param';
  readonly spec: NumberSpec;
}

export type ParamTable = ReadonlyMap<string, Param>;

export const seedSpec: NumberSpec = {
  symbol: '\\text{seed}',
  meaning: 'seed of every random number of the run',
  min: 0,
  max: 2 ** 32 - 1,
  default: 1,
  integer: true,
};

/** What a talk says instead of a seed, for another one each time it is opened. */
export const anySeed = 'any';

/**
 * The numbers of several kernels as one table. A name that two kernels share is one number, allowed where all of them
 * allow it; its symbol, meaning, scale and default are the first kernel's.
 *
 * @throws when a name is a setup size of one kernel and a live parameter of another, or has no value that all allow.
 */
export function paramTable(manifests: readonly KernelManifest[]): ParamTable {
  const table = new Map<string, Param>();
  for (const { id, setup, params } of manifests) {
    for (const [kind, specs] of [['setup', setup] as const, ['param', params] as const]) {
      for (const [name, spec] of Object.entries(specs)) {
        const known = table.get(name);
        if (known && known.kind !== kind) {
          throw new Error(`${id}: "${name}" is a ${kind} here and a ${known.kind} of another kernel of the figure`);
        }
        table.set(name, { name, kind, spec: known ? intersection(id, name, known.spec, spec) : spec });
      }
    }
  }
  return table;
}

function intersection(id: string, name: string, known: NumberSpec, spec: NumberSpec): NumberSpec {
  const [min, max] = [Math.max(known.min, spec.min), Math.min(known.max, spec.max)];
  if (min <= max) return { ...known, min, max, integer: Boolean(known.integer || spec.integer) };
  const others = `[${known.min}, ${known.max}]`;
  throw new Error(`${id}: "${name}" in [${spec.min}, ${spec.max}] has no value in common with ${others} of the figure`);
}

/**
 * The table's name that is meant by `name`: the same, or the only one that is the same but for case. HTML attributes
 * have no case, so `n="200"` means N, while `r` and `R` are two numbers.
 */
export function nameInTable(table: ParamTable, name: string): string | undefined {
  if (table.has(name)) return name;
  const folded = name.toLowerCase();
  const alike = [...table.keys()].filter((known) => known.toLowerCase() === folded);
  return alike.length === 1 ? alike[0] : undefined;
}

/** A tick of a figure's clock up to `max`; the last one where nothing is said. */
export const tickSpec = (max: number): NumberSpec => ({
  symbol: 't',
  meaning: 'tick of the figure',
  min: 0,
  max,
  default: max,
  integer: true,
});

/**
 * Reads `text` as the number of `table`, or the seed, that is called `name`.
 *
 * @throws `where has no parameter "name"`, with the names that it has, and as {@link parseNumber}.
 */
export function parseParam(where: string, table: ParamTable, name: string, text: string): number {
  const spec = name === 'seed' ? seedSpec : table.get(name)?.spec;
  if (spec) return parseNumber(where, name, text, spec);
  throw new Error(`${where} has no parameter "${name}", expected one of: ${[...table.keys(), 'seed'].join(', ')}`);
}

/**
 * Reads `text` as the number `name` of `where`.
 *
 * @throws `where: name="text" is outside [min, max]`, or `is not a number`, or `is not an integer`.
 */
export function parseNumber(where: string, name: string, text: string, spec: NumberSpec): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  return checkNumber(where, name, value, spec, text);
}

/** As {@link parseNumber}, for a value that is a number already. */
export function checkNumber(where: string, name: string, value: number, spec: NumberSpec, text = `${value}`): number {
  const complain = (what: string) => new Error(`${where}: ${name}="${text}" ${what}`);
  if (Number.isNaN(value)) throw complain(`is not a number, expected one in [${spec.min}, ${spec.max}]`);
  if (!(value >= spec.min && value <= spec.max)) throw complain(`is outside [${spec.min}, ${spec.max}]`);
  if (spec.integer && !Number.isInteger(value)) throw complain(`is not an integer in [${spec.min}, ${spec.max}]`);
  return value;
}
