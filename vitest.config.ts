import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { kernelSources } from './src/build/vite-kernel-sources.ts';
import { texTable } from './src/talk/tex-table.ts';
import { references } from './src/talk/vite-references.ts';

const worker = fileURLToPath(new URL('./src/session/worker-url.ts', import.meta.url));

/**
 * The browser has the machine to itself: its tests begin when the others are done, two files at a time, since they wait
 * a lot. They walk through whole talks, and a machine may have other work: what they wait for has minutes, not seconds.
 */
export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        plugins: [texTable(), references(), kernelSources()],
        resolve: { alias: { '#session-worker': worker } },
        test: {
          name: 'unit',
          include: ['{assembly,src,tests}/**/*.test.ts'],
          exclude: ['tests/e2e/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/setup.ts'],
          maxWorkers: 2,
          isolate: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
          expect: { poll: { timeout: 60_000 } },
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
