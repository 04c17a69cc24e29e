/** `glassdeck kernels`: every kernel with its numbers, ranges, observables and papers. */
import { kernelIds, manifestOf } from '../../build/catalogue.ts';
import type { KernelManifest, NumberSpec } from '../../kernel/manifest.ts';
import { type Command, readFlags, UsageError } from '../command.ts';

const usage = `glassdeck kernels [--json]
  lists the kernels with setup, parameters, ranges, defaults, observables and references`;

async function run(args: string[]): Promise<void> {
  const { flags, positionals } = readFlags(args, () => undefined, [], ['json']);
  if (positionals.length > 0) throw new UsageError(`kernels takes no argument, got "${positionals[0]}"`);
  const manifests = await Promise.all(kernelIds().map(manifestOf));
  if (flags.has('json')) console.log(JSON.stringify(manifests, undefined, 2));
  else console.log(manifests.map(describe).join('\n\n'));
}

function describe(manifest: KernelManifest): string {
  const { id, title, setup, params, observables, references } = manifest;
  return [
    `${id}: ${title}`,
    ...numbers('setup', setup),
    ...numbers('parameter', params),
    ...Object.entries(observables).map(([name, { meaning }]) => row('observable', name, meaning)),
    ...references.map((key) => row('reference', key, '')),
  ].join('\n');
}

function numbers(kind: string, specs: Readonly<Record<string, NumberSpec>>): string[] {
  return Object.entries(specs).map(([name, { meaning, min, max, integer, default: fallback }]) => {
    const range = `${integer ? 'integer in ' : ''}[${min}, ${max}], default ${fallback}`;
    return row(kind, name, `${meaning}; ${range}`);
  });
}

function row(kind: string, name: string, text: string): string {
  return `  ${kind.padEnd(11)} ${name.padEnd(14)} ${text}`.trimEnd();
}

export default { usage, run } satisfies Command;
