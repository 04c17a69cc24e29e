/** Descent in a glass slows down at the threshold, where the last downhill directions of the Hessian vanish. */
import type { RunView, View } from '../../demo/view.ts';
import { chart, countDensity, readOut, tex } from '../../plot/index.ts';

const hue = 'gradient-flow';
/** Model time that the figure lasts. */
const lasts = 24;
/** Energies that are shown: the end of the descent. */
const shown = [-1.22, -0.9] as const;
/** Eigenvalues that are shown, and the bins of their histogram. */
const spectrumFrom = -4;
const spectrumTo = 7;
const bins = 44;
/** Of the kernel's field `semicircle`. */
const points = 65;
/** Of the curves of the complexity: up to the node of the threshold there are minima. */
const nodes = 257;
const threshold = 128;

const view: View = (stage) => {
  stage.grid('"edgeValue energyValue energyValue" auto "spectrum energy complexity" 1fr / 1.2fr 1fr 0.8fr');
  const edgeValue = readOut(stage.panel('edgeValue'), { label: tex`\lambda_1`, digits: 2 });
  const energyValue = readOut(stage.panel('energyValue'), { label: tex`E`, hue, digits: 3 });

  const spectrum = chart(stage.panel('spectrum'), {
    x: { label: `eigenvalue ${tex`\lambda`}`, domain: [spectrumFrom, spectrumTo], ticks: [-3, 0, 3, 6] },
    y: { label: 'spectrum of the Hessian', domain: [0, 0.26], ticks: [] },
  });
  spectrum.rule({ x: 0 });
  spectrum.text({ label: 'downhill', x: -2.2, y: 0.235 });
  const histogram = spectrum.histogram({ hue: 'ink' });
  const semicircle = spectrum.curve({ hue: 'ink', style: 'theory' });

  const energy = chart(stage.panel('energy'), {
    x: { label: `time ${tex`t`}`, scale: 'log', domain: [1, lasts], ticks: [1, 10], tickLabel: String },
    y: { label: `energy ${tex`E`}`, domain: shown, ticks: [-1.1, -1, -0.9] },
  });
  const thresholdInTime = energy.rule({ y: Number.NaN });
  const groundInTime = energy.rule({ y: Number.NaN });
  const errors = energy.band({ hue });
  const energyTheory = energy.curve({ hue, style: 'theory', label: tex`N=\infty` });
  const energyFlow = energy.curve({ hue, style: 'simulation' });

  const complexity = chart(stage.panel('complexity'), {
    x: { label: `complexity ${tex`\Sigma`}`, domain: [0, 0.15], ticks: [0, 0.1] },
    y: { label: tex`E`, domain: shown, ticks: [] },
  });
  const thresholdRule = complexity.rule({ y: Number.NaN, label: tex`E_{\mathrm{th}}` });
  const groundRule = complexity.rule({ y: Number.NaN, label: tex`E_0` });
  const saddles = complexity.curve({ hue: 'ink', style: 'theory', strength: 0.6 });
  const minima = complexity.curve({ hue: 'ink', style: 'theory' });
  complexity.text({ label: 'saddles', x: 0.115, y: -1.06 });
  complexity.text({ label: 'minima', x: 0.075, y: -1.197 });
  const present = complexity.points({ hue });

  const charts = [spectrum, energy, complexity];
  const edges = Float64Array.from(
    { length: bins + 1 },
    (_, k) => spectrumFrom + (k * (spectrumTo - spectrumFrom)) / bins,
  );
  const heights = new Float64Array(bins);
  const [lambda, density] = [new Float64Array(points), new Float64Array(points)];
  const [low, high] = [new Float64Array(512), new Float64Array(512)];
  const [presentX, presentY] = [new Float64Array(1), new Float64Array(1)];

  const paintSpectrum = (flow: RunView) => {
    countDensity(flow.field('spectrum'), edges, heights);
    histogram.set(edges, heights);
    const predicted = flow.field('semicircle');
    for (let k = 0; k < points; ++k) {
      lambda[k] = predicted[2 * k] as number;
      density[k] = predicted[2 * k + 1] as number;
    }
    semicircle.set(lambda, density);
  };

  const paintEnergy = (flow: RunView, theory: RunView) => {
    const [t, E, error] = [flow.column('t'), flow.column('energy'), flow.column('energyError')];
    for (let k = 0; k < flow.length; ++k) {
      low[k] = (E[k] as number) - (error[k] as number);
      high[k] = (E[k] as number) + (error[k] as number);
    }
    errors.set(t, low, high, flow.length);
    energyTheory.set(theory.column('t'), theory.column('energy'), theory.length);
    energyFlow.set(t, E, flow.length);
  };

  const paintLandscape = (landscape: RunView, E: number) => {
    const [energies, totals] = [landscape.field('energies'), landscape.field('totals')];
    for (const rule of [thresholdInTime, thresholdRule]) rule.set(landscape.latest('thresholdEnergy'));
    for (const rule of [groundInTime, groundRule]) rule.set(landscape.latest('groundEnergy'));
    saddles.set(totals.subarray(threshold), energies.subarray(threshold));
    minima.set(totals, energies, threshold + 1);
    presentX[0] = interpolated(energies, totals, E);
    presentY[0] = E;
    present.set(presentX, presentY);
  };

  return {
    paint({ flow, theory, landscape }) {
      if (!flow || !theory || !landscape) return;
      paintSpectrum(flow);
      paintEnergy(flow, theory);
      paintLandscape(landscape, flow.latest('energy'));
      edgeValue.set(flow.latest('lowestEigenvalue'), flow.latest('bulkEdge'));
      energyValue.set(flow.latest('energy'), theory.latest('energy'), flow.latest('energyError'));
      for (const each of charts) each.draw();
    },
    summary({ flow, theory, landscape }) {
      if (!flow || !theory || !landscape) return '';
      return `At time ${flow.latest('t').toFixed(1)} the energy is ${flow.latest('energy').toFixed(3)}, by theory ${theory.latest('energy').toFixed(3)}; the threshold is at ${landscape.latest('thresholdEnergy').toFixed(3)}. The lowest eigenvalue of the Hessian is ${flow.latest('lowestEigenvalue').toFixed(2)}, the edge of the semicircle ${flow.latest('bulkEdge').toFixed(2)}.`;
    },
    destroy() {
      for (const each of charts) each.destroy();
    },
  };
};

/** The value at x of the curve through (xs, ys), xs ascending; NaN beyond its ends. */
function interpolated(xs: ArrayLike<number>, ys: ArrayLike<number>, x: number): number {
  let k = 1;
  while (k < nodes && (xs[k] as number) < x) ++k;
  const [x0, x1, y0, y1] = [xs[k - 1], xs[k], ys[k - 1], ys[k]] as [number, number, number, number];
  return x < x0 ? Number.NaN : y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
}

export default view;
