/** One eigenvalue detaches from the bulk of the Hessian, and gradient flow leaves the threshold along it, to the signal. */
import type { RunView, View } from '../../demo/view.ts';
import { chart, countDensity, readOut, tex } from '../../plot/index.ts';

/** Model time that the figure lasts. */
const lasts = 13;
/** Eigenvalues that the charts of the spectrum and of its lower end show, in units of the bulk's σ. */
const shownSpectrum = [-1.3, 4.7] as const;
const shownEnd = [-0.75, 0.6] as const;
const bins = 40;
/** Of the kernel's field `semicircle`. */
const points = 65;
/** What is measured with the Hessian, in some of the rows. */
const measured = ['t', 'lambdaMin', 'outlier', 'bulkEdge', 'eigenOverlap', 'outlierOverlap'] as const;
/** Rows that the figure has, and no more. */
const most = 512;

const view: View = (stage) => {
  stage.grid('"overlapValue vectorValue" auto "energy spectrum" 1fr "overlap end" 1fr / 1fr 1fr');
  const overlapValue = readOut(stage.panel('overlapValue'), { label: tex`m`, hue: 'gradient-flow', digits: 2 });
  const vectorValue = readOut(stage.panel('vectorValue'), {
    label: tex`(v_{\min}\cdot x^*_\perp)^2`,
    hue: 'spectral',
    digits: 2,
  });

  const time = { label: tex`t`, domain: [0, lasts] } as const;
  const energy = chart(stage.panel('energy'), {
    x: { ...time, label: '', ticks: [] },
    y: { label: tex`E`, domain: [-3, -1] },
  });
  const threshold = energy.rule({ y: Number.NaN, label: tex`E_{\mathrm{th}}` });
  const energyTheory = energy.curve({ hue: 'gradient-flow', style: 'theory', label: tex`N=\infty` });
  const energyFlow = energy.curve({ hue: 'gradient-flow', style: 'simulation', label: 'flow' });

  const overlap = chart(stage.panel('overlap'), {
    x: time,
    y: { label: 'overlap with the signal', domain: [-0.1, 1], grow: true, ticks: [-0.5, 0, 0.5, 1] },
  });
  const vectorTheory = overlap.curve({ hue: 'spectral', style: 'theory' });
  const vector = overlap.curve({ hue: 'spectral', style: 'simulation', label: tex`v_{\min}` });
  const mTheory = overlap.curve({ hue: 'gradient-flow', style: 'theory' });
  const m = overlap.curve({ hue: 'gradient-flow', style: 'simulation', label: tex`m` });

  const spectrum = chart(stage.panel('spectrum'), {
    x: { label: tex`\lambda`, domain: shownSpectrum },
    y: { label: 'spectrum of the Hessian', domain: [0, 1], ticks: [] },
  });
  spectrum.rule({ x: 0 });
  const downhill = spectrum.text({ label: 'downhill', x: Number.NaN, y: Number.NaN });
  const bulk = spectrum.histogram({ hue: 'ink' });
  const semicircle = spectrum.curve({ hue: 'ink', style: 'theory' });
  const outlierTheory = spectrum.curve({ hue: 'spectral', style: 'theory' });
  const outlier = spectrum.stem({ hue: 'spectral', label: 'signal' });

  const end = chart(stage.panel('end'), { x: time, y: { label: 'its lower end', domain: shownEnd } });
  const bulkBand = end.band({ hue: 'ink' });
  const bulkEnd = end.curve({ hue: 'ink', style: 'theory' });
  const bulkName = end.text({ label: 'bulk', x: Number.NaN, y: Number.NaN });
  end.rule({ y: 0 });
  const lowestTheory = end.curve({ hue: 'spectral', style: 'theory' });
  const lowest = end.curve({ hue: 'spectral', style: 'simulation', label: tex`\lambda_{\min}` });

  const charts = [energy, overlap, spectrum, end];
  const samples = allocate();
  const above = new Float64Array(most).fill(1e4);
  const edges = new Float64Array(bins + 1);
  const heights = new Float64Array(bins);
  const [lambda, density] = [new Float64Array(points), new Float64Array(points)];
  const [outlierX, outlierY] = [new Float64Array(2), new Float64Array(2)];
  let framed = '';

  /** The axes for the present noise. */
  const frame = ({ delta2 = 1, delta3 = 1 }: RunView['values']) => {
    const noise = `${delta2} ${delta3}`;
    if (noise === framed) return;
    framed = noise;
    const f = 1 / (2 * delta2) + 1 / (3 * delta3);
    const slope = 1 / delta2 + 1 / delta3;
    const sigma = Math.sqrt(1 / delta2 + 2 / delta3);
    const peak = 1 / (Math.PI * sigma);
    // Of ageing states at μ = 2σ: they respond by 1/σ at once, and by (σ² − f′)/(σf′) per overlap lost from then on.
    const thresholdEnergy = -(slope / sigma + (f * (sigma ** 2 - slope)) / (sigma * slope));
    threshold.set(thresholdEnergy);
    energy.setDomain('y', [-(f + 0.75), 0.6 * thresholdEnergy]);
    spectrum.setDomain('x', scaled(shownSpectrum, sigma));
    spectrum.setDomain('y', [0, 1.7 * peak]);
    downhill.set(-0.7 * sigma, 1.55 * peak);
    end.setDomain('y', scaled(shownEnd, sigma));
    bulkName.set(0.2 * lasts, 0.3 * sigma);
    outlierY[1] = 1.25 * peak;
    const [low, high] = scaled(shownSpectrum, sigma);
    for (let k = 0; k <= bins; ++k) edges[k] = low + ((high - low) * k) / bins;
  };

  const paintSpectrum = (flow: RunView) => {
    countDensity(flow.field('spectrum'), edges, heights);
    bulk.set(edges, heights);
    const predicted = flow.field('semicircle');
    for (let k = 0; k < points; ++k) {
      lambda[k] = predicted[2 * k] as number;
      density[k] = predicted[2 * k + 1] as number;
    }
    semicircle.set(lambda, density);
    const place = flow.latest('outlier');
    outlierX.fill(place);
    outlierTheory.set(outlierX, outlierY);
    outlier.set(Number.isNaN(place) ? place : flow.latest('lambdaMin'), outlierY[1] as number);
  };

  /** The rows between two measurements repeat the first of them, and are left out. */
  const paintHessian = (flow: RunView) => {
    const every = flow.values.hessianEvery as number;
    const length = Math.min(most, Math.ceil(flow.length / every));
    for (const name of measured) {
      const column = flow.column(name);
      for (let k = 0; k < length; ++k) samples[name][k] = column[every * k] as number;
    }
    const { t } = samples;
    bulkBand.set(t, samples.bulkEdge, above, length);
    bulkEnd.set(t, samples.bulkEdge, length);
    lowestTheory.set(t, samples.outlier, length);
    lowest.set(t, samples.lambdaMin, length);
    vectorTheory.set(t, samples.outlierOverlap, length);
    vector.set(t, samples.eigenOverlap, length);
  };

  return {
    paint({ flow, theory }) {
      if (!flow || !theory) return;
      frame(flow.values);
      energyTheory.set(theory.column('t'), theory.column('energy'), theory.length);
      energyFlow.set(flow.column('t'), flow.column('energy'), flow.length);
      mTheory.set(theory.column('t'), theory.column('overlap'), theory.length);
      m.set(flow.column('t'), flow.column('overlap'), flow.length);
      paintSpectrum(flow);
      paintHessian(flow);
      overlapValue.set(flow.latest('overlap'), theory.latest('overlap'));
      vectorValue.set(flow.latest('eigenOverlap'), flow.latest('outlierOverlap'));
      for (const each of charts) each.draw();
    },
    summary({ flow, theory }) {
      if (!flow || !theory) return '';
      return `At time ${flow.latest('t').toFixed(1)} the energy is ${flow.latest('energy').toFixed(2)} and the overlap with the signal ${flow.latest('overlap').toFixed(2)}, by theory ${theory.latest('overlap').toFixed(2)}. The lowest eigenvalue of the Hessian is ${flow.latest('lambdaMin').toFixed(2)}, and its eigenvector has squared overlap ${flow.latest('eigenOverlap').toFixed(2)} with the signal.`;
    },
    destroy() {
      for (const each of charts) each.destroy();
    },
  };
};

const allocate = () =>
  Object.fromEntries(measured.map((name) => [name, new Float64Array(most)])) as Record<
    (typeof measured)[number],
    Float64Array
  >;

const scaled = ([low, high]: readonly [number, number], unit: number) => [low * unit, high * unit] as const;

export default view;
