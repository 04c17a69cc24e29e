import path from 'node:path';
import { defineConfig } from 'vite';
import { picturesOnDemand } from './src/build/pictures/vite-on-demand.ts';
import { root } from './src/build/root.ts';
import { kernelSources } from './src/build/vite-kernel-sources.ts';
import { kernels } from './src/build/vite-kernels.ts';
import { katexWoff2Only } from './src/talk/katex-woff2.ts';
import { createSite, slidesFolder, talkNames } from './src/talk/site.ts';
import { texTable } from './src/talk/tex-table.ts';
import { demoPageInputs, demoPages } from './src/talk/vite-demo-pages.ts';
import { gallery } from './src/talk/vite-gallery.ts';
import { references } from './src/talk/vite-references.ts';
import { sharing } from './src/talk/vite-sharing.ts';
import { talks } from './src/talk/vite-talks.ts';

const source = (file: string) => path.join(root, 'src', file);

/** `--mode single` makes a talk one file, which opens from disk. */
export default defineConfig(({ mode }) => {
  const isSingle = mode === 'single';
  const site = createSite(isSingle);
  const pages = talkNames().map((name) => [name, path.join(slidesFolder, name, 'index.html')] as const);
  return {
    root: slidesFolder,
    base: './',
    publicDir: false,
    appType: 'mpa',
    plugins: [
      talks(site),
      gallery(site),
      demoPages(site),
      sharing(site),
      picturesOnDemand(),
      kernels({ inline: isSingle }),
      texTable(),
      references(),
      kernelSources(),
      katexWoff2Only(),
    ],
    resolve: {
      alias: [
        { find: '#session-worker', replacement: source(`session/worker-${isSingle ? 'inline' : 'url'}.ts`) },
        // Pages are served from slides/, so their ../../src/ is /src/ in development.
        { find: /^\/src\//, replacement: `${source('')}/` },
      ],
    },
    worker: { format: isSingle ? 'iife' : 'es' },
    server: { fs: { allow: [root] } },
    build: {
      target: 'es2022',
      outDir: path.join(root, 'dist'),
      emptyOutDir: true,
      rolldownOptions: {
        input: { gallery: path.join(slidesFolder, 'index.html'), ...Object.fromEntries(pages), ...demoPageInputs() },
      },
    },
  };
});
