/** What a command of the command line is, and how it reads its flags. */
import { parseArgs } from 'node:util';

export interface Command {
  /** One line for each form, then one line that says what it does. */
  readonly usage: string;
  run(args: string[]): Promise<void>;
}

/** Wrong use: exit status 2 and one line that names the flag, the value and what was wanted. */
export class UsageError extends Error {}

export interface Flags {
  readonly positionals: string[];
  /** Value by flag, without the dashes; a switch has the value `true`. */
  readonly flags: ReadonlyMap<string, string | true>;
}

/**
 * Reads `args`, where every flag takes a value but for `switches`.
 *
 * @throws UsageError for a flag that is not in `allowed` (matched by `resolve`) or lacks its value.
 */
export function readFlags(
  args: string[],
  resolve: (flag: string) => string | undefined,
  allowed: readonly string[],
  switches: readonly string[] = [],
): Flags {
  const named = args.flatMap((arg) => /^--([^=]+)/.exec(arg)?.[1] ?? []);
  const options = Object.fromEntries(
    named.map((flag) => [flag, { type: switches.includes(flag) ? ('boolean' as const) : ('string' as const) }]),
  );
  const { tokens, positionals } = parseArgs({ args, options, strict: false, allowPositionals: true, tokens: true });
  const flags = new Map<string, string | true>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const name = switches.includes(token.name) ? token.name : resolve(token.name);
    const known = [...allowed, ...switches].map((flag) => `--${flag}`).join(', ');
    if (name === undefined) throw new UsageError(`no flag ${token.rawName}, expected one of: ${known}`);
    if (!switches.includes(name) && token.value === undefined) throw new UsageError(`--${name} lacks its value`);
    flags.set(name, token.value ?? true);
  }
  return { positionals, flags };
}
