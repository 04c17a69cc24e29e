/** Lists of numbers as text: `50,100,200`, `1:100`, `2:8:13`, `0.001:0.1:5:log`. */
import type { NumberSpec } from '../kernel/manifest.ts';
import { parseNumber } from '../params/spec.ts';

const countSpec: NumberSpec = { symbol: '', meaning: 'values', min: 2, max: 1e6, default: 2, integer: true };
const forms = 'FROM:TO of integers, FROM:TO:COUNT or FROM:TO:COUNT:log';

/**
 * Reads the list `text` of the number `name`: parts between commas, each a number, all integers of `FROM:TO`, or COUNT
 * numbers from FROM to TO, evenly spaced, or by equal factors with `:log`. Spaced numbers are rounded to twelve digits,
 * the same on every machine, and those of an integer to integers.
 *
 * @throws naming `where`, for a value that the spec does not allow and for what is no list.
 */
export function parseList(where: string, name: string, text: string, spec: NumberSpec): number[] {
  return text.split(',').flatMap((part) => {
    const [from = '', to, count, log, ...more] = part.split(':');
    const number = (word: string) => parseNumber(where, name, word, spec);
    if (to === undefined) return [number(from)];
    const complain = (what: string) => new Error(`${where}: ${name}="${part}" ${what}`);
    if (more.length > 0 || (log !== undefined && log !== 'log')) throw complain(`is no list, expected ${forms}`);
    const [first, last] = [number(from), number(to)];
    if (count === undefined) {
      if (!spec.integer) throw complain(`lacks its count, expected ${forms}`);
      if (last < first) throw complain('runs backwards, expected the smaller number first');
      if (last - first >= countSpec.max) throw complain(`has too many values, expected at most ${countSpec.max}`);
      return Array.from({ length: last - first + 1 }, (_, k) => first + k);
    }
    if (log && !(first * last > 0)) throw complain('has no logarithm, expected numbers above 0');
    const length = parseNumber(where, `${name}="${part}": COUNT`, count, countSpec);
    return Array.from({ length }, (_, k) => {
      if (k === 0 || k === length - 1) return k === 0 ? first : last;
      const way = k / (length - 1);
      const value = log ? first * (last / first) ** way : first + (last - first) * way;
      return spec.integer ? Math.round(value) : Number(value.toPrecision(12));
    });
  });
}

/** Integers as text, `1:100` or `3,5:9`: what `parseList` reads back. */
export function integersText(values: Iterable<number>): string {
  const runs: { first: number; last: number }[] = [];
  for (const value of values) {
    const run = runs.at(-1);
    if (run && value === run.last + 1) run.last = value;
    else runs.push({ first: value, last: value });
  }
  return runs.map(({ first, last }) => (first === last ? `${first}` : `${first}:${last}`)).join(',');
}
