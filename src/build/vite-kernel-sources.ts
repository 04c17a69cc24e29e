/**
 * A Vite plugin: `virtual:kernel-sources` loads the text of a kernel when somebody wants to read it. A build makes one
 * small script per kernel; the development server sends what is on disk, and a saved kernel does not reload the page.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { kernelIds } from './catalogue.ts';
import { root } from './root.ts';

const id = 'virtual:kernel-sources';
const one = `${id}/`;
const served = '/@kernel-source/';

const textOf = (kernel: string) => readFileSync(path.join(root, 'assembly/kernels', kernel, 'kernel.ts'), 'utf8');

export function kernelSources(): Plugin {
  let isServing = false;
  const loader = (kernel: string): string =>
    isServing
      ? `fetch(${JSON.stringify(served + kernel)}).then((response) => response.text())`
      : `import(${JSON.stringify(one + kernel)}).then((module) => module.default)`;

  return {
    name: 'glassdeck:kernel-sources',
    resolveId: (source) => (source === id || source.startsWith(one) ? `\0${source}` : undefined),
    load(resolved) {
      if (resolved.startsWith(`\0${one}`))
        return `export default ${JSON.stringify(textOf(resolved.slice(one.length + 1)))};`;
      if (resolved !== `\0${id}`) return undefined;
      return `export default {\n${kernelIds()
        .map((kernel) => `${JSON.stringify(kernel)}: () => ${loader(kernel)}`)
        .join(',\n')}\n};`;
    },
    configureServer({ middlewares }) {
      isServing = true;
      middlewares.use(served, (request, response, next) => {
        const kernel = (request.url ?? '').replace(/^\/|\?.*$/g, '');
        if (!kernelIds().includes(kernel)) return next();
        response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache' });
        response.end(textOf(kernel));
      });
    },
  };
}
