/**
 * A Vite plugin: `virtual:references` has the role and the papers of each kernel, and how the project is cited, from
 * `references.bib`, the manifests and `CITATION.cff`. While serving, a change of one of these reloads the page.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { KernelBackground, Project } from 'virtual:references';
import { type Plugin, runnerImport } from 'vite';
import { parse } from 'yaml';
import { kernelIds } from '../build/catalogue.ts';
import { root } from '../build/root.ts';
import type { KernelManifest } from '../kernel/manifest.ts';
import { sharedReferences } from './bibliography.ts';
import { cite } from './cite.ts';

const id = 'virtual:references';
const resolvedId = `\0${id}`;
const citation = path.join(root, 'CITATION.cff');
const manifestFile = (kernel: string) => path.join(root, 'assembly/kernels', kernel, 'manifest.ts');

export function references(): Plugin {
  return {
    name: 'glassdeck:references',
    resolveId: (source) => (source === id ? resolvedId : undefined),
    async load(source) {
      if (source !== resolvedId) return undefined;
      const files = kernelIds().map(manifestFile);
      for (const file of [path.join(root, sharedReferences), citation, ...files]) this.addWatchFile(file);
      const imported = await Promise.all(files.map((file) => runnerImport<{ default: KernelManifest }>(file)));
      const kernels = backgrounds(imported.map(({ module }) => module.default));
      const project = readProject(readFileSync(citation, 'utf8'));
      return `export const kernels = ${JSON.stringify(kernels)};\nexport const project = ${JSON.stringify(project)};`;
    },
  };
}

/** Role and papers by kernel. */
export function backgrounds(manifests: readonly KernelManifest[]): Record<string, KernelBackground> {
  const theories = new Set(manifests.map(({ theory }) => theory));
  return Object.fromEntries(
    manifests.map(({ id: kernel, deterministic, references: keys }) => {
      const role = deterministic || theories.has(kernel) ? 'theory' : 'simulation';
      return [kernel, { role, references: keys.map(cite) }];
    }),
  );
}

interface CitationFile {
  readonly title: string;
  readonly authors: readonly { name?: string; 'given-names'?: string; 'family-names'?: string }[];
  readonly 'date-released': string;
}

/** The facts of a CITATION.cff: authors are persons or named entities. */
export function readProject(cff: string): Project {
  const { title, authors, 'date-released': released } = parse(cff) as CitationFile;
  const names = authors.map((author) => author.name ?? `${author['given-names']} ${author['family-names']}`);
  return { title, authors: names, year: released.slice(0, 4) };
}
