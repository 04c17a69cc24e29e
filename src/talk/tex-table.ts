/**
 * The formulas of figures, rendered at build time. The module `virtual:tex` maps TeX source to HTML with MathML, for
 * every tex`...` literal in the demos and every symbol in the kernels' manifests; what is not a formula fails the build.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import katex from 'katex';
import { type Plugin, runnerImport, type ViteDevServer } from 'vite';
import { kernelIds } from '../build/catalogue.ts';
import { root } from '../build/root.ts';
import type { KernelManifest } from '../kernel/manifest.ts';

export interface Formula {
  readonly source: string;
  /** Path below the project's root. */
  readonly file: string;
  readonly line: number;
}

const demos = 'src/demos';
const kernels = 'assembly/kernels';
const id = 'virtual:tex';
const resolvedId = `\0${id}`;

/** The tex`...` literals of a TypeScript file, in their order. Throws where one has an interpolation. */
export function literals(text: string, file: string): Formula[] {
  return [...text.matchAll(/\btex`((?:[^`\\]|\\[\s\S])*)`/g)].map((match) => {
    const formula = { source: match[1] as string, file, line: lineAt(text, match.index) };
    if (formula.source.includes('${')) throw failure(formula, 'formulas are rendered at build time: no interpolation');
    return formula;
  });
}

/** The symbols of a manifest, in its order; `text` is its source, to find the lines. */
export function symbols(manifest: KernelManifest, text: string, file: string): Formula[] {
  const blocks = [manifest.setup, manifest.params, manifest.observables, manifest.fields];
  let from = 0;
  return blocks.flatMap((block) =>
    Object.entries(block).map(([name, { symbol }]) => {
      const at = text.slice(from).search(new RegExp(`\\b${name}['"]?\\s*:`));
      if (at >= 0) from += at;
      return { source: symbol, file, line: lineAt(text, from) };
    }),
  );
}

/** HTML by TeX source, sorted by source. Throws one error that names every formula which is not valid TeX. */
export function renderTable(formulas: readonly Formula[]): Record<string, string> {
  const failures: string[] = [];
  const entries = new Map<string, string>();
  for (const formula of formulas) {
    if (entries.has(formula.source)) continue;
    try {
      entries.set(formula.source, render(formula.source));
    } catch (error) {
      failures.push(failure(formula, error instanceof Error ? error.message : String(error)).message);
    }
  }
  if (failures.length > 0) throw new Error(failures.join('\n'));
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function render(source: string): string {
  return katex.renderToString(source, { throwOnError: true, strict: 'error', output: 'htmlAndMathml' });
}

function failure({ file, line, source }: Formula, message: string): Error {
  const plain = message.replace(/^KaTeX parse error: /, '').replaceAll('\u0332', '');
  return new Error(`${file}:${line}: tex\`${source}\`: ${plain}`);
}

const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length;

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** Every formula of the demos and of the manifests. Manifests are read anew each time, so that edits are seen. */
async function allFormulas(): Promise<Formula[]> {
  const files = readdirSync(path.join(root, demos), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => path.posix.join(demos, file.split(path.sep).join('/')))
    .sort();
  const formulas = files.flatMap((file) => literals(read(file), file));
  for (const kernel of kernelIds()) {
    const file = `${kernels}/${kernel}/manifest.ts`;
    const { module } = await runnerImport<{ default: KernelManifest }>(path.join(root, file));
    formulas.push(...symbols(module.default, read(file), file));
  }
  return formulas;
}

/** Whether a change of `file` can change the table. */
function isSource(file: string): boolean {
  const relative = path.relative(root, file).split(path.sep).join('/');
  return (relative.startsWith(`${demos}/`) && relative.endsWith('.ts')) || /^assembly\/.*\.ts$/.test(relative);
}

/** Provides `virtual:tex`; while serving, a changed formula reloads the page. */
export function texTable(): Plugin {
  let served = '';
  const fingerprint = (formulas: Formula[]) => formulas.map((formula) => formula.source).join('\n');

  const refresh = async ({ environments }: ViteDevServer, file: string) => {
    if (!isSource(file)) return;
    const found = await allFormulas().then(fingerprint, String);
    const { moduleGraph, hot } = environments.client as ViteDevServer['environments']['client'];
    const module = moduleGraph.getModuleById(resolvedId);
    if (found === served || !module) return;
    moduleGraph.invalidateModule(module);
    hot.send({ type: 'full-reload' });
  };

  return {
    name: 'glassdeck:tex-table',
    resolveId: (source) => (source === id ? resolvedId : undefined),
    async load(source) {
      if (source !== resolvedId) return undefined;
      const formulas = await allFormulas();
      served = fingerprint(formulas);
      return `export default ${JSON.stringify(renderTable(formulas))};`;
    },
    configureServer(server) {
      server.watcher.add([path.join(root, demos), path.join(root, kernels)]);
      for (const event of ['add', 'change', 'unlink'] as const) {
        server.watcher.on(event, (file) => void refresh(server, file));
      }
    },
  };
}
