/** More data first destroys the memories, and then teaches the network what they are made of. */
import type { RunView, View } from '../../demo/view.ts';
import { type Chart, chart, type Hue, tex } from '../../plot/index.ts';

/** The part of the plane that is shown. */
const shown = { alphaD: [0.01, 0.5], alpha: [0.003, 4] } as const;

/** What a network starts on, in the order of the kernel's lines and branches. */
const starts = [
  { run: 'stored', label: 'pattern', hue: 'sgd' },
  { run: 'learned', label: 'feature', hue: 'spectral' },
] as const satisfies readonly { run: string; label: string; hue: Hue }[];

/** Points of a line, and of a branch. */
const points = 129;
/** Numbers of patterns that are simulated, with one seed after the other. */
const cells = 20;
/** A network holds what it starts on if it keeps this overlap. */
const held = 0.7;

/** Means and standard errors of the overlap, by the number of patterns. */
function createMeans() {
  const alpha = new Float64Array(cells).fill(Number.NaN);
  const mean = new Float64Array(cells);
  const error = new Float64Array(cells);
  /** Rows that are counted, of this column, which a run that begins again replaces. */
  let counted = -1;
  let column: Float64Array | undefined;
  return {
    alpha,
    mean,
    error,
    /** Whether there is anything new. Row 0 is before the first point. */
    update(run: RunView): boolean {
      const overlap = run.column('overlap');
      if (run.length === counted && overlap === column) return false;
      counted = run.length;
      column = overlap;
      const loads = run.column('alpha');
      for (let k = 0; k < cells; ++k) {
        let [samples, sum, squares] = [0, 0, 0];
        for (let row = 1 + k; row < counted; row += cells) {
          const value = overlap[row] as number;
          if (Number.isNaN(value)) continue;
          ++samples;
          sum += value;
          squares += value * value;
        }
        alpha[k] = samples > 0 ? (loads[1 + k] as number) : Number.NaN;
        mean[k] = sum / samples;
        error[k] = Math.sqrt(Math.max(0, squares / samples - (sum / samples) ** 2) / (samples - 1));
      }
      return true;
    },
  };
}

/** A copy of row k of a field of the theory. */
const row = (theory: RunView, field: string, k: number) =>
  Float64Array.from(theory.field(field).subarray(k * points, (k + 1) * points));

/** The theory's lines with the phases that they bound, drawn once: no number of the figure moves them. */
function createPhases(plane: Chart) {
  const phases = starts.map(({ hue }) => plane.band({ hue }));
  // Storage as published, which networks do not reach, is behind the others.
  const published = plane.curve({ hue: 'ink', style: 'theory', strength: 0.35 });
  const lines = starts.map(({ hue }) => plane.curve({ hue, style: 'theory' }));
  const [bottom, top] = shown.alpha.map((edge) => new Float64Array(points).fill(edge)) as [Float64Array, Float64Array];
  let isDrawn = false;
  return (theory: RunView) => {
    if (isDrawn || theory.length === 0) return;
    published.set(row(theory, 'lineDimensions', starts.length), row(theory, 'lineLoads', starts.length));
    starts.forEach((_, k) => {
      const [x, y] = [row(theory, 'lineDimensions', k), row(theory, 'lineLoads', k)];
      lines[k]?.set(x, y);
      // Storage is below its line, learning above its own, as far as that is shown.
      const edge = y.map((load) => Math.min(load, shown.alpha[1]));
      phases[k]?.set(x, k === 0 ? bottom : edge, k === 0 ? edge : top);
    });
    isDrawn = true;
  };
}

/** The names of the phases, and of the line through the glass, out of the way of the present number of features. */
function createNames(plane: Chart) {
  const stores = plane.text({ label: 'stores patterns', x: Number.NaN, y: Number.NaN });
  const glass = plane.text({ label: 'spin glass', x: Number.NaN, y: Number.NaN });
  const published = plane.text({ label: 'published storage', x: Number.NaN, y: Number.NaN });
  const learns = plane.text({ label: 'learns features', x: Number.NaN, y: Number.NaN });
  return (alphaD: number) => {
    const isRight = alphaD > 0.07;
    stores.set(isRight ? 0.035 : 0.16, isRight ? 0.0045 : 0.0085);
    glass.set(isRight ? 0.047 : 0.16, isRight ? 0.22 : 0.5);
    published.set(isRight ? 0.025 : 0.2, isRight ? 0.085 : 0.15);
    const isLeft = alphaD < 0.035;
    learns.set(isLeft ? 0.04 : 0.022, isLeft ? 2.4 : 1.6);
  };
}

/** The branches of the theory at the present number of features, and where they end. */
function createBranches(panel: Chart) {
  const ends = starts.map(({ hue }) => panel.rule({ x: Number.NaN, hue }));
  const curves = starts.map(({ hue }) => panel.curve({ hue, style: 'theory' }));
  let drawn = Number.NaN;
  return (theory: RunView) => {
    if (theory.length === 0 || theory.latest('storage') === drawn) return;
    drawn = theory.latest('storage');
    starts.forEach((_, k) => {
      const loads = row(theory, 'loads', k);
      curves[k]?.set(loads, row(theory, 'overlaps', k));
      ends[k]?.set(loads[0] as number);
    });
  };
}

const view: View = (stage) => {
  stage.grid('"plane run" 1fr / 6fr 7fr');
  const loadTicks = { ticks: [0.01, 0.1, 1], tickLabel: String };
  const plane = chart(stage.panel('plane'), {
    x: {
      label: `features per spin ${tex`\alpha_D`}`,
      scale: 'log',
      domain: shown.alphaD,
      ticks: [0.01, 0.03, 0.1, 0.3],
      tickLabel: String,
    },
    y: { label: `patterns per spin ${tex`\alpha`}`, scale: 'log', domain: shown.alpha, ...loadTicks },
    pick: (alphaD) => stage.move({ alphaD }),
  });
  const drawPhases = createPhases(plane);
  const placeNames = createNames(plane);
  const idle = plane.points({ hue: 'ink', strength: 0.35 });
  const holding = starts.map(({ hue }) => plane.points({ hue }));
  const present = plane.ring({ hue: 'signal' });

  const run = chart(stage.panel('run'), {
    x: { label: `patterns per spin ${tex`\alpha`}`, scale: 'log', domain: shown.alpha, ...loadTicks },
    y: { label: 'overlap with the start', domain: [-0.05, 1], ticks: [0, 0.5, 1] },
  });
  const drawBranches = createBranches(run);
  const curves = starts.map(({ hue, label }) => run.curve({ hue, label, style: 'simulation' }));
  const bars = starts.map(({ hue }) => run.points({ hue }));
  const means = starts.map(createMeans);

  const dots = [...starts, undefined].map(() => new Float64Array(cells));
  const across = new Float64Array(cells);

  /** What the networks do at the present number of features, as dots of what they hold, up to the ring. */
  function drawPresent(alphaD: number) {
    across.fill(alphaD);
    let reached = Number.NaN;
    for (let k = 0; k < cells; ++k) {
      const isKnown = means.every(({ alpha }) => !Number.isNaN(alpha[k]));
      const load = isKnown ? (means[0]?.alpha[k] as number) : Number.NaN;
      if (isKnown) reached = load;
      let holds = false;
      starts.forEach((_, start) => {
        const isHeld = (means[start]?.mean[k] as number) > held;
        (dots[start] as Float64Array)[k] = isHeld ? load : Number.NaN;
        holds ||= isHeld;
      });
      (dots[starts.length] as Float64Array)[k] = holds ? Number.NaN : load;
    }
    starts.forEach((_, start) => {
      holding[start]?.set(across, dots[start] as Float64Array);
    });
    idle.set(across, dots[starts.length] as Float64Array);
    present.set(alphaD, Number.isNaN(reached) ? shown.alpha[0] : reached);
  }

  let shownAlphaD = Number.NaN;
  return {
    paint(runs) {
      const { theory } = runs;
      if (!theory) return;
      const { alphaD = Number.NaN } = theory.values;
      let isNew = alphaD !== shownAlphaD;
      if (isNew) placeNames(alphaD);
      shownAlphaD = alphaD;
      starts.forEach((start, k) => {
        const [own, simulated] = [means[k], runs[start.run]];
        if (!own || !simulated || !own.update(simulated)) return;
        curves[k]?.set(own.alpha, own.mean);
        bars[k]?.set(own.alpha, own.mean, cells, own.error);
        isNew = true;
      });
      drawPhases(theory);
      drawBranches(theory);
      if (isNew) drawPresent(alphaD);
      plane.draw();
      run.draw();
    },
    summary({ theory, stored }) {
      if (!theory || !stored) return '';
      const learning = theory.latest('learning');
      const end = Number.isNaN(learning)
        ? 'features are never learned'
        : `features are learned from ${learning.toPrecision(2)} on`;
      const seeds = Math.floor((stored.length - 1) / cells);
      return `With ${shownAlphaD.toPrecision(2)} features per spin, patterns are stored up to ${theory.latest('storage').toPrecision(2)} per spin and ${end}, by theory; the networks of ${stored.values.N ?? 0} spins are means of ${Math.max(0, seeds)} seeds.`;
    },
    destroy() {
      plane.destroy();
      run.destroy();
    },
  };
};

export default view;
