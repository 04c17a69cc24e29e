/** A kernel and a demo of which every number is known beforehand: x = seed + drift t, until the line breaks. */

const kernel = `/** x grows by drift at every step; at step \`end\` it is no number any more. */
@unmanaged class Setup { end: f64; }
@unmanaged class Params { drift: f64; }
@unmanaged class Observables { t: f64; x: f64; }

const setup = changetype<Setup>(memory.data(offsetof<Setup>(), 8));
const params = changetype<Params>(memory.data(offsetof<Params>(), 8));
const obs = changetype<Observables>(memory.data(offsetof<Observables>(), 8));

export function init(seed: u32): void {
  obs.t = 0;
  obs.x = <f64>seed;
}

export function step(): void {
  obs.t += 1;
  obs.x = obs.t < setup.end ? obs.x + params.drift : NaN;
}

export function setupPtr(): usize { return changetype<usize>(setup); }
export function paramsPtr(): usize { return changetype<usize>(params); }
export function observablesPtr(): usize { return changetype<usize>(obs); }
export function fieldPtr(_k: i32): usize { return 0; }
`;

const manifest = `export default {
  id: 'straight-line',
  title: 'A straight line',
  setup: { end: { symbol: 't_1', meaning: 'step at which the line breaks', min: 1, max: 1e6, default: 1e6, integer: true } },
  params: { drift: { symbol: 'v', meaning: 'way of one step', min: -10, max: 10, default: 1 } },
  observables: { t: { symbol: 't', meaning: 'steps' }, x: { symbol: 'x', meaning: 'place' } },
  fields: {},
  references: [],
};
`;

/** At rest a hundred seconds after its start: while a test looks, it moves. */
const demo = `import type { Demo } from '../../demo/definition.ts';

export default {
  claim: 'The line is straight.',
  alt: 'A line that rises evenly.',
  runs: { line: { kernel: 'straight-line' } },
  controls: ['drift'],
  ticks: 2000,
  rate: 20,
  onChange: 'continue',
  view: () => import('./view.ts'),
} satisfies Demo;
`;

const view = `import type { View } from '../../demo/view.ts';
import { chart, readOut } from '../../plot/index.ts';

const view: View = (stage) => {
  stage.grid('"value" auto "plot" 1fr / 1fr');
  const value = readOut(stage.panel('value'), { label: 'x', digits: 0 });
  const plot = chart(stage.panel('plot'), {
    x: { label: 't', domain: [0, 20], grow: true },
    y: { label: 'x', domain: [0, 20], grow: true },
  });
  const x = plot.curve({ hue: 'amp', style: 'simulation', label: 'line' });
  return {
    paint({ line }) {
      if (!line) return;
      x.set(line.column('t'), line.column('x'), line.length);
      value.set(line.latest('x'));
      plot.draw();
    },
    summary: ({ line }) => \`After \${line?.step} steps x is \${line?.latest('x')}.\`,
    destroy: plot.destroy,
  };
};

export default view;
`;

/** The folders of both, as files to add to a copy of the project. */
export const straightLine: Readonly<Record<string, string>> = {
  'assembly/kernels/straight-line/kernel.ts': kernel,
  'assembly/kernels/straight-line/manifest.ts': manifest,
  'src/demos/line-is-straight/demo.ts': demo,
  'src/demos/line-is-straight/view.ts': view,
};
