/** `glassdeck kernels`: every kernel with its numbers, ranges, observables and papers. */
import { kernelIds, manifestOf } from '../../build/catalogue.ts';
import type { KernelManifest, NumberSpec } from '../../kernel/manifest.ts';
import { type Citation, cite } from '../../talk/cite.ts';
import { type Command, readFlags, UsageError } from '../command.ts';

const usage = `glassdeck kernels [--json]
  lists the kernels with setup, parameters, ranges, defaults, observables and references`;

async function run(args: string[]): Promise<void> {
  const { flags, positionals } = readFlags(args, () => undefined, [], ['json']);
  if (positionals.length > 0) throw new UsageError(`kernels takes no argument, got "${positionals[0]}"`);
  const manifests = await Promise.all(kernelIds().map(manifestOf));
  const kernels = manifests.map((manifest) => ({ ...manifest, references: manifest.references.map(cite) }));
  if (flags.has('json')) console.log(JSON.stringify(kernels, undefined, 2));
  else console.log(kernels.map(describe).join('\n\n'));
}

function describe(kernel: Omit<KernelManifest, 'references'> & { references: readonly Citation[] }): string {
  const { id, title, setup, params, observables, references } = kernel;
  return [
    `${id}: ${title}`,
    ...numbers('setup', setup),
    ...numbers('parameter', params),
    ...Object.entries(observables).map(([name, { meaning }]) => row('observable', name, meaning)),
    ...references.map(({ key, text, link }) => row('reference', key, `${text}; ${link}`)),
  ].join('\n');
}

function numbers(kind: string, specs: Readonly<Record<string, NumberSpec>>): string[] {
  return Object.entries(specs).map(([name, { meaning, min, max, integer, default: fallback }]) => {
    const range = `${integer ? 'integer in ' : ''}[${min}, ${max}], default ${fallback}`;
    return row(kind, name, `${meaning}; ${range}`);
  });
}

function row(kind: string, name: string, text: string): string {
  return `  ${kind.padEnd(11)} ${name.padEnd(22)} ${text}`.trimEnd();
}

export default { usage, run } satisfies Command;
