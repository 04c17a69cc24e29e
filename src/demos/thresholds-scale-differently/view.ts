/** Beyond the fourth root of N, three methods become certain as N grows, and gradient flow does not. */
import { fractionOf, type Runs, type RunView, type View } from '../../demo/view.ts';
import { type Chart, chart, type Hue, tex } from '../../plot/index.ts';

interface Method {
  /** Its runs are called by it and their N. */
  readonly name: string;
  readonly title: string;
  readonly hue: Hue;
}

const methods: readonly Method[] = [
  { name: 'gradientFlow', title: 'gradient flow', hue: 'gradient-flow' },
  { name: 'averaged', title: 'averaged descent', hue: 'averaged-descent' },
  { name: 'partialTrace', title: 'partial-trace start', hue: 'averaged-descent' },
  { name: 'unfolding', title: 'unfolding', hue: 'spectral' },
];
const sizes = [
  { N: 16, strength: 0.5, label: '16' },
  { N: 44, strength: 0.75, label: '44' },
  { N: 120, strength: 1, label: tex`N=120` },
];
/** Values of r in each run; the one of the summary is about twice the fourth root of N. */
const cells = 6;
const summarised = 3;

/** Seeds of which the run has all points. */
const seedsOf = (run: RunView | undefined): number => Math.max(0, Math.floor(((run?.length ?? 0) - 1) / cells));

/** Of the first `seeds` seeds at the k-th value of r. Row 0 is before the first point, and a point may have failed. */
function successes(run: RunView, k: number, seeds: number) {
  const success = run.column('success');
  let [count, samples] = [0, 0];
  for (let row = 1 + k; row <= seeds * cells; row += cells) {
    if (Number.isNaN(success[row])) continue;
    count += success[row] as number;
    ++samples;
  }
  return fractionOf(count, samples);
}

/** The fraction of successes against r, of one method at one size. */
function createCurve(panel: Chart, { name, hue }: Method, { N, strength, label }: (typeof sizes)[number]) {
  const isNamed = name === methods[0]?.name;
  const line = panel.curve({ hue, strength, style: 'simulation', ...(isNamed && { label }) });
  const points = panel.points({ hue, strength });
  const x = new Float64Array(cells);
  const y = new Float64Array(cells);
  const low = new Float64Array(cells);
  const high = new Float64Array(cells);
  return (runs: Runs, seeds: number) => {
    const run = runs[`${name}${N}`];
    if (!run) return;
    const r = run.column('r');
    for (let k = 0; k < cells; ++k) {
      const found = successes(run, k, seeds);
      x[k] = (r[1 + k] as number) / N ** 0.25;
      y[k] = found.fraction;
      low[k] = found.low;
      high[k] = found.high;
    }
    line.set(x, y);
    points.setBetween(x, y, low, high);
  };
}

const view: View = (stage) => {
  stage.grid('"gradientFlow averaged partialTrace unfolding" 1fr / 6fr 5fr 5fr 5fr');
  const panels = methods.map((method) => {
    const panel = chart(stage.panel(method.name), {
      title: method.title,
      titleHue: method.hue,
      x: { label: tex`r/N^{1/4}`, scale: 'log', domain: [0.6, 4.6], ticks: [1, 2, 4] },
      y: { label: 'found', domain: [0, 1], ticks: [0, 0.5, 1] },
    });
    return { panel, curves: sizes.map((size) => createCurve(panel, method, size)) };
  });
  /** What is drawn: so many seeds of this column, which a run that begins again replaces. */
  let drawn = -1;
  let column: Float64Array | undefined;

  return {
    paint(runs) {
      const seeds = Math.min(...Object.values(runs).map(seedsOf));
      const present = Object.values(runs)[0]?.column('success');
      if (seeds !== drawn || present !== column) {
        for (const { curves } of panels) for (const curve of curves) curve(runs, seeds);
      }
      drawn = seeds;
      column = present;
      for (const { panel } of panels) panel.draw();
    },
    summary(runs) {
      const seeds = Math.min(...Object.values(runs).map(seedsOf));
      if (seeds === 0) return '';
      const shares = methods.map(({ name, title }) => {
        const own = sizes.map(({ N }) => shareText(runs[`${name}${N}`], seeds));
        return `${title} in ${own.join(', ')} per cent`;
      });
      return `After ${seeds} seeds at N = 16, 44 and 120, with r about twice the fourth root of N, the signal is found by ${shares.join('; ')}.`;
    },
    destroy() {
      for (const { panel } of panels) panel.destroy();
    },
  };
};

function shareText(run: RunView | undefined, seeds: number): string {
  return run ? `${Math.round(100 * successes(run, summarised, seeds).fraction)}` : '';
}

export default view;
