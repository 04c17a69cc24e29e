/** A kernel that takes as much memory as its setup says, and a demo of it. */

/** `heap.alloc` grows the memory as an array does, and does not fill it: what is only asked for costs the host nothing. */
const kernel = `/** Takes \`size\` blocks of 256 MiB; the memory of an instance ends at 2 GiB. */
@unmanaged class Setup { size: f64; }
@unmanaged class Params { drift: f64; }
@unmanaged class Observables { t: f64; }

const setup = changetype<Setup>(memory.data(offsetof<Setup>(), 8));
const params = changetype<Params>(memory.data(offsetof<Params>(), 8));
const obs = changetype<Observables>(memory.data(offsetof<Observables>(), 8));

export function init(_seed: u32): void {
  for (let block = 0; block < <i32>setup.size; ++block) heap.alloc(1 << 28);
  obs.t = 0;
}

export function step(): void {
  obs.t += params.drift;
}

export function setupPtr(): usize { return changetype<usize>(setup); }
export function paramsPtr(): usize { return changetype<usize>(params); }
export function observablesPtr(): usize { return changetype<usize>(obs); }
export function fieldPtr(_k: i32): usize { return 0; }
`;

const manifest = `export default {
  id: 'large-table',
  title: 'A large table',
  setup: { size: { symbol: 'n', meaning: 'blocks', min: 0, max: 32, default: 0, integer: true } },
  params: { drift: { symbol: 'v', meaning: 'way of one step', min: 0, max: 1, default: 1 } },
  observables: { t: { symbol: 't', meaning: 'steps' } },
  fields: {},
  references: [],
};
`;

const demo = `import type { Demo } from '../../demo/definition.ts';

export default {
  claim: 'The table fits.',
  alt: 'A line that rises while the table fits.',
  runs: { table: { kernel: 'large-table' } },
  controls: ['size'],
  ticks: 2000,
  rate: 20,
  onChange: 'continue',
  view: () => import('./view.ts'),
} satisfies Demo;
`;

const view = `import type { View } from '../../demo/view.ts';
import { chart } from '../../plot/index.ts';

const view: View = (stage) => {
  stage.grid('"plot" 1fr / 1fr');
  const plot = chart(stage.panel('plot'), {
    x: { label: 't', domain: [0, 20], grow: true },
    y: { label: 't', domain: [0, 20], grow: true },
  });
  const t = plot.curve({ hue: 'amp', style: 'simulation', label: 'steps' });
  return {
    paint({ table }) {
      if (!table) return;
      t.set(table.column('t'), table.column('t'), table.length);
      plot.draw();
    },
    summary: ({ table }) => \`After \${table?.step} steps.\`,
    destroy: plot.destroy,
  };
};

export default view;
`;

/** The folders of both, as files to add to a copy of the project. */
export const largeTable: Readonly<Record<string, string>> = {
  'assembly/kernels/large-table/kernel.ts': kernel,
  'assembly/kernels/large-table/manifest.ts': manifest,
  'src/demos/table-fits/demo.ts': demo,
  'src/demos/table-fits/view.ts': view,
};
