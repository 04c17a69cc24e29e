/** Before the first step of the descent, the lowest direction of the Hessian points at the signal. */
import type { RunView, View } from '../../demo/view.ts';
import { chart, countDensity, readOut, tex } from '../../plot/index.ts';

const bins = 44;
/** Nodes of the theory's fields. */
const nodes = 257;
const points = 129;
/** The window on the lower end of the spectrum, in units of the way that its edge goes: beyond where it begins and ends. */
const before = 0.05;
const behind = 0.9;
/** Of the stem, in units of the axis. */
const stemHeight = 0.8;

const view: View = (stage) => {
  stage.grid('"samples vector" auto "spectrum overlap" 1fr "vectors overlap" 1fr / 1fr 1fr');
  const samples = readOut(stage.panel('samples'), { label: `samples per dimension ${tex`\alpha`}`, digits: 1 });
  const vector = readOut(stage.panel('vector'), {
    label: tex`(v_{\min}\cdot w^*)^2`,
    hue: 'spectral',
    digits: 2,
  });

  const spectrum = chart(stage.panel('spectrum'), {
    x: { label: '', domain: [-1.7, 2.6], ticks: [] },
    y: { label: 'spectrum of the Hessian, lower end', domain: [0, 0.5], ticks: [0] },
  });
  const bulk = spectrum.histogram({ hue: 'ink' });
  const density = spectrum.curve({ hue: 'ink', style: 'theory' });
  const outlierTheory = spectrum.curve({ hue: 'spectral', style: 'theory' });
  const lowest = spectrum.stem({ hue: 'spectral', label: tex`\lambda_{\min}` });

  const vectors = chart(stage.panel('vectors'), {
    x: { label: `eigenvalue ${tex`\lambda`}`, domain: [-1.7, 2.6] },
    y: { label: `signal in its eigenvector, ${tex`(v\cdot w^*)^2`}`, domain: [0, 1], ticks: [0, 1] },
  });
  const vectorsOfAll = vectors.points({ hue: 'ink', strength: 0.45 });
  const own = vectors.stem({ hue: 'spectral', label: tex`v_{\min}` });

  const overlap = chart(stage.panel('overlap'), {
    x: { label: tex`\alpha`, domain: [1, 8] },
    y: { label: 'signal in the lowest eigenvector', domain: [0, 1], ticks: [0, 0.5, 1] },
  });
  const transition = overlap.rule({ x: Number.NaN, label: tex`\alpha_{\mathrm{BBP}}` });
  const theoryCurve = overlap.curve({ hue: 'spectral', style: 'theory', label: tex`N=\infty` });
  const measured = overlap.curve({ hue: 'spectral', style: 'simulation', label: 'this matrix' });

  const charts = [spectrum, vectors, overlap];
  const edges = new Float64Array(bins + 1);
  const heights = new Float64Array(bins);
  const [lambda, rho] = [new Float64Array(nodes), new Float64Array(nodes)];
  const [alphas, overlaps] = [new Float64Array(points), new Float64Array(points)];
  const [outlierX, outlierY] = [new Float64Array(2), new Float64Array(2)];
  let framed = '';

  /** Axes and curves for the present loss and the samples that there will be. */
  const frame = (theory: RunView) => {
    const { a, alpha = 1 } = theory.values;
    const outliers = theory.field('outliers');
    const present = `${a} ${alpha} ${outliers[0]}`;
    if (present === framed || outliers[0] === 0) return;
    framed = present;
    const ends = theory.field('edges');
    const [first, last] = [ends[1] as number, edgeAt(ends, Math.max(alpha, 2))];
    const window = [first - before * (last - first), last + behind * (last - first)] as const;
    for (const each of [spectrum, vectors]) each.setDomain('x', window);
    for (let k = 0; k <= bins; ++k) edges[k] = window[0] + ((window[1] - window[0]) * k) / bins;
    overlap.setDomain('x', [1, alpha]);
    transition.set(outliers[0] as number);
    for (let k = 0; k < points; ++k) {
      alphas[k] = outliers[3 * k] as number;
      overlaps[k] = outliers[3 * k + 2] as number;
    }
    theoryCurve.set(alphas, overlaps);
  };

  const setHeight = (height: number) => {
    if (outlierY[1] === stemHeight * height || !(height > 0)) return;
    spectrum.setDomain('y', [0, height]);
    outlierY[1] = stemHeight * height;
  };

  const paintSpectrum = (matrix: RunView, theory: RunView) => {
    const values = matrix.field('spectrum');
    countDensity(values, edges, heights);
    bulk.set(edges, heights);
    const predicted = theory.field('density');
    let top = 0;
    for (let k = 0; k < nodes; ++k) {
      lambda[k] = predicted[2 * k] as number;
      rho[k] = predicted[2 * k + 1] as number;
      if ((lambda[k] as number) < (edges[bins] as number)) top = Math.max(top, rho[k] as number);
    }
    density.set(lambda, rho);
    setHeight(1.5 * 2 ** (Math.ceil(2 * Math.log2(top)) / 2));
    outlierX.fill(theory.latest('outlier'));
    outlierTheory.set(outlierX, outlierY);
    lowest.set(matrix.latest('lambdaMin'), outlierY[1] as number);
    vectorsOfAll.set(values, matrix.field('overlaps'));
    own.set(matrix.latest('lambdaMin'), matrix.latest('eigenOverlap'));
  };

  return {
    paint({ matrix, theory }) {
      if (!matrix || !theory || theory.length === 0) return;
      frame(theory);
      paintSpectrum(matrix, theory);
      measured.set(matrix.column('ratio'), matrix.column('eigenOverlap'), matrix.length);
      samples.set(matrix.latest('ratio'));
      vector.set(matrix.latest('eigenOverlap'), theory.latest('outlierOverlap'));
      for (const each of charts) each.draw();
    },
    summary({ matrix, theory }) {
      if (!matrix || !theory) return '';
      const predicted = theory.latest('outlierOverlap');
      const words = Number.isNaN(predicted) ? 'no eigenvalue outside the bulk' : `${predicted.toFixed(2)}`;
      return `With ${matrix.latest('ratio').toFixed(1)} samples per dimension the lowest eigenvalue is ${matrix.latest('lambdaMin').toFixed(2)} and its eigenvector has squared overlap ${matrix.latest('eigenOverlap').toFixed(2)} with the signal, by theory ${words}; the transition is at ${theory.latest('transition').toFixed(2)}.`;
    },
    destroy() {
      for (const each of charts) each.destroy();
    },
  };
};

/** Where the bulk begins at α, between the nodes (α, λ) of the curve, of which the first is at α = 1. */
function edgeAt(ends: ArrayLike<number>, alpha: number): number {
  const at = (alpha - 1) / ((ends[2] as number) - 1);
  const k = Math.min(Math.floor(at), points - 2);
  const [low, high] = [ends[2 * k + 1] as number, ends[2 * k + 3] as number];
  return low + (at - k) * (high - low);
}

export default view;
