/** What a command of the command line is, and how it reads its flags. */
import { type ParseArgsConfig, parseArgs } from 'node:util';

export interface Command {
  /** One line for each form, then one line that says what it does. */
  readonly usage: string;
  run(args: string[]): Promise<void>;
}

/** Wrong use: exit status 2 and one line that names the flag, the value and what was wanted. */
export class UsageError extends Error {}

export interface Flags {
  readonly positionals: string[];
  /** Value by flag, without the dashes, the last one where a flag is repeated; a switch has the value `true`. */
  readonly flags: ReadonlyMap<string, string | true>;
  /** Every value of a flag, in order. */
  all(flag: string): readonly string[];
}

/**
 * Reads `args`, where every flag takes a value but for `switches`.
 *
 * @param short flags by the letter that stands for them, as in `-o`.
 * @throws UsageError for a flag that is not in `allowed` (matched by `resolve`) or lacks its value.
 */
export function readFlags(
  args: string[],
  resolve: (flag: string) => string | undefined,
  allowed: readonly string[],
  switches: readonly string[] = [],
  short: Readonly<Record<string, string>> = {},
): Flags {
  const typeOf = (flag: string) => (switches.includes(flag) ? ('boolean' as const) : ('string' as const));
  const named = args.flatMap((arg) => /^--([^=]+)/.exec(arg)?.[1] ?? []);
  const options: NonNullable<ParseArgsConfig['options']> = Object.fromEntries(
    named.map((flag) => [flag, { type: typeOf(flag) }]),
  );
  for (const [letter, flag] of Object.entries(short)) options[flag] = { type: typeOf(flag), short: letter };
  const { tokens, positionals } = parseArgs({ args, options, strict: false, allowPositionals: true, tokens: true });
  const flags = new Map<string, string | true>();
  const given: { name: string; value: string }[] = [];
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const name = switches.includes(token.name) ? token.name : resolve(token.name);
    const known = [...allowed, ...switches].map((flag) => `--${flag}`).join(', ');
    if (name === undefined) throw new UsageError(`no flag ${token.rawName}, expected one of: ${known}`);
    if (!switches.includes(name) && token.value === undefined) throw new UsageError(`--${name} lacks its value`);
    flags.set(name, token.value ?? true);
    given.push({ name, value: token.value ?? '' });
  }
  const all = (flag: string) => given.filter(({ name }) => name === flag).map(({ value }) => value);
  return { positionals, flags, all };
}
