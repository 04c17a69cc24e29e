/** What the tests of the export bring into a page: the export, and charts to export that no demo may have. */
import { download } from '../../src/export/download.ts';
import { pngOf } from '../../src/export/png.ts';
import { svgOf } from '../../src/export/svg.ts';
import { chart } from '../../src/plot/index.ts';

const brought = { svgOf, pngOf, download, chart };

declare global {
  interface Window {
    brought: typeof brought;
  }
}

window.brought = brought;
