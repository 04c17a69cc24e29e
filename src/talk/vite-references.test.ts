import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createServer } from 'vite';
import { expect, test } from 'vitest';
import { kernelIds, manifestOf } from '../build/catalogue.ts';
import { root } from '../build/root.ts';
import type { KernelManifest } from '../kernel/manifest.ts';
import { version } from '../kernel/version.ts';
import { cite } from './cite.ts';
import { backgrounds, readProject, references } from './vite-references.ts';

test('a paper is cited as plain text, its title without TeX and markup', () => {
  const key = 'biroli-2020';
  expect(cite(key)).toEqual({
    key,
    text: 'Biroli et al. 2020, Journal of Physics A: Mathematical and Theoretical 53, 174003',
    title:
      'How to iron out rough landscapes and get optimal performances: averaged gradient descent and its application to tensor PCA',
    link: 'https://arxiv.org/abs/1905.12294',
  });
  expect(cite('sarao-mannelli-2019').title).toMatch(/^Passed & Spurious: /);
  expect(() => cite('nobody-1900')).toThrow('assembly/references.bib has no "nobody-1900"');
});

test('a kernel without disorder and one that predicts another are theories', () => {
  const manifest = (id: string, more: Partial<KernelManifest>) => ({ id, references: [], ...more }) as KernelManifest;
  const found = backgrounds([
    manifest('a', { theory: 'b' }),
    manifest('b', {}),
    manifest('c', { deterministic: true }),
    manifest('d', { references: ['biroli-2020'] }),
  ]);
  expect(Object.entries(found).map(([id, { role }]) => `${id}: ${role}`)).toEqual([
    'a: simulation',
    'b: theory',
    'c: theory',
    'd: simulation',
  ]);
  expect(found.d?.references.map(({ key }) => key)).toEqual(['biroli-2020']);
});

test('authors are persons or have one name', () => {
  const cff = [
    'title: T',
    'authors:',
    '  - name: The crew',
    '  - given-names: Ada',
    '    family-names: Byron',
    'date-released: 2026-11-21',
  ];
  expect(readProject(cff.join('\n'))).toEqual({ title: 'T', authors: ['The crew', 'Ada Byron'], year: '2026' });
});

test('the project is cited in the version that the page and the command line give', () => {
  expect(readFileSync(path.join(root, 'CITATION.cff'), 'utf8')).toContain(`\nversion: ${version}\n`);
});

test('the module has every kernel with its papers, and the project', async () => {
  const server = await createServer({
    configFile: false,
    logLevel: 'silent',
    plugins: [references()],
    server: { middlewareMode: true, watch: null, ws: false },
  });
  try {
    const { kernels, project } = (await server.ssrLoadModule(
      'virtual:references',
    )) as typeof import('virtual:references');
    for (const id of kernelIds()) {
      const { references: keys } = await manifestOf(id);
      expect(kernels[id]?.references).toEqual(keys.map(cite));
    }
    expect(project).toEqual(readProject(readFileSync(path.join(root, 'CITATION.cff'), 'utf8')));
  } finally {
    await server.close();
  }
});
