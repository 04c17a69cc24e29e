/** Noise that persists finds the signal with fewer samples than gradient descent needs. */
import { fractionOf, type Runs, type RunView, type View } from '../../demo/view.ts';
import { type Chart, chart, type Hue, tex } from '../../plot/index.ts';

interface Method {
  /** Its race; its sweep is called by it and `Runs`. */
  readonly run: string;
  readonly name: string;
  readonly hue: Hue;
  readonly strength: number;
}

const methods: readonly Method[] = [
  { run: 'descent', name: 'descent', hue: 'gradient-flow', strength: 1 },
  { run: 'fresh', name: 'SGD', hue: 'sgd', strength: 0.6 },
  { run: 'persistent', name: 'persistent SGD', hue: 'sgd', strength: 1 },
];
/** Values of α of a sweep. */
const cells = 5;

/** Seeds of which the sweep has all points: row 0 is before the first point. */
const seedsOf = (run: RunView | undefined): number => Math.max(0, Math.floor(((run?.length ?? 0) - 1) / cells));

/** Of the first `seeds` seeds at the k-th value of α; a point may have failed. */
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

/** The fraction of successes of one method against α. */
function createShare(panel: Chart, { run: race, hue, strength }: Method) {
  const line = panel.curve({ hue, strength, style: 'simulation' });
  const points = panel.points({ hue, strength });
  const [x, y, low, high] = Array.from({ length: 4 }, () => new Float64Array(cells)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  return (runs: Runs, seeds: number) => {
    const run = runs[`${race}Runs`];
    if (!run) return;
    for (let k = 0; k < cells; ++k) {
      const found = successes(run, k, seeds);
      x[k] = run.column('alpha')[1 + k] as number;
      y[k] = found.fraction;
      low[k] = found.low;
      high[k] = found.high;
    }
    line.set(x, y);
    points.setBetween(x, y, low, high);
  };
}

const view: View = (stage) => {
  stage.grid('"overlap loss found" 1fr / 6fr 5fr 5fr');
  const overlap = chart(stage.panel('overlap'), {
    x: { label: `time ${tex`t`}`, domain: [0, 150] },
    y: { label: `overlap ${tex`|m|`}`, domain: [0, 1], ticks: [0, 0.5, 1] },
  });
  const loss = chart(stage.panel('loss'), {
    x: { label: `time ${tex`t`}`, domain: [0, 150] },
    y: { label: 'loss', scale: 'log', domain: [1e-6, 2] },
  });
  const found = chart(stage.panel('found'), {
    x: { label: `samples per dimension ${tex`\alpha`}`, domain: [1.8, 6.2], ticks: [2, 3, 4, 5, 6] },
    y: { label: 'found', domain: [0, 1], ticks: [0, 0.5, 1] },
  });
  const overlaps = methods.map(({ name, hue, strength }) =>
    overlap.curve({ hue, strength, style: 'simulation', label: name }),
  );
  const losses = methods.map(({ hue, strength }) => loss.curve({ hue, strength, style: 'simulation' }));
  const shares = methods.map((method) => createShare(found, method));
  const present = found.rule({ x: Number.NaN, label: 'here' });
  /** What is drawn: so many seeds of this column, which a run that begins again replaces. */
  let drawn = -1;
  let column: Float64Array | undefined;
  const seedsOfAll = (runs: Runs) => Math.min(...methods.map(({ run }) => seedsOf(runs[`${run}Runs`])));

  return {
    paint(runs) {
      methods.forEach(({ run: name }, k) => {
        const run = runs[name];
        if (!run) return;
        overlaps[k]?.set(run.column('t'), run.column('overlap'), run.length);
        losses[k]?.set(run.column('t'), run.column('loss'), run.length);
      });
      present.set(runs.descent?.values.alpha ?? Number.NaN);
      const seeds = seedsOfAll(runs);
      const first = runs.descentRuns?.column('success');
      if (seeds !== drawn || first !== column) for (const share of shares) share(runs, seeds);
      drawn = seeds;
      column = first;
      overlap.draw();
      loss.draw();
      found.draw();
    },
    summary(runs) {
      const race = methods.map(({ run, name }) => `${name} ${runs[run]?.latest('overlap').toFixed(2)}`);
      const seeds = seedsOfAll(runs);
      const middle = (cells - 1) / 2;
      const ends = methods.map(({ run, name }) => {
        const sweep = runs[`${run}Runs`];
        return sweep ? `${name} in ${Math.round(100 * successes(sweep, middle, seeds).fraction)} per cent` : '';
      });
      const sweeps = seeds > 0 ? ` With four samples per dimension, of ${seeds} instances: ${ends.join(', ')}.` : '';
      return `At time ${runs.descent?.latest('t').toFixed(0)} the overlaps are: ${race.join(', ')}.${sweeps}`;
    },
    destroy() {
      overlap.destroy();
      loss.destroy();
      found.destroy();
    },
  };
};

export default view;
