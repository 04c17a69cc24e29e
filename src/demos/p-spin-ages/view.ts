/** After a quench a mean-field glass ages: it forgets the slower the older it is, and stops above its ground state. */
import type { RunView, View } from '../../demo/view.ts';
import { type Chart, chart, readOut, tex } from '../../plot/index.ts';

const hue = 'langevin';
/** Ages that are shown, rows of the kernels' fields. */
const ageNames = [tex`t_{\mathrm{w}}=1`, '2', '4', '8', '16'];
/** Of the kernels' field `lags`. */
const lags = 64;
/** Rows that the figure has, and no more. */
const most = 512;
/** Energies from here up to 1 above where they stop. */
const least = 0.01;
/** (E − E_th) t^(2/3) at late times at T = 0, by dynamical mean-field theory at t = 100. */
const amplitude = 0.3256;
const guideTimes = [3, 32] as const;
/** Of the measured lags, every so many have a point with its error. */
const sparse = 4;

const view: View = (stage) => {
  stage.grid(
    '"energyValue stopValue groundValue" auto "correlation collapse energy" 1fr / minmax(0, 1fr) minmax(0, 1fr) minmax(0, 1fr)',
  );
  const energyValue = readOut(stage.panel('energyValue'), { label: `energy ${tex`E`}`, hue, digits: 3 });
  const stopValue = readOut(stage.panel('stopValue'), { label: `it stops at ${tex`E_\infty`}`, digits: 3 });
  const groundValue = readOut(stage.panel('groundValue'), { label: `ground state ${tex`E_0`}`, digits: 3 });

  const decades = { scale: 'log', tickLabel: String } as const;
  const correlation = chart(stage.panel('correlation'), {
    x: { ...decades, label: `time ${tex`t`} since ${tex`t_{\mathrm{w}}`}`, domain: [0.1, 32], ticks: [0.1, 1, 10] },
    y: { label: tex`C(t_{\mathrm{w}},t_{\mathrm{w}}+t)`, domain: [0, 1], ticks: [0, 0.5, 1] },
  });
  const collapse = chart(stage.panel('collapse'), {
    x: { ...decades, label: tex`t/t_{\mathrm{w}}`, domain: [0.03, 32], ticks: [0.1, 1, 10] },
    y: { label: 'the same in units of the age', domain: [0, 1], ticks: [0, 0.5, 1] },
  });
  const ages = ageNames.map((label, k) => age(correlation, collapse, label, 0.42 + (0.58 * k) / (ageNames.length - 1)));

  const energy = chart(stage.panel('energy'), {
    x: { ...decades, label: `time ${tex`t`}`, domain: [0.1, 32], ticks: [0.1, 1, 10] },
    y: { ...decades, label: `energy above ${tex`E_\infty`}`, domain: [least, 1.2], ticks: [0.01, 0.1, 1] },
  });
  const depth = energy.rule({ y: Number.NaN, label: tex`E_\infty-E_0` });
  const guide = energy.curve({ hue: 'ink', style: 'guide' });
  const power = energy.text({ label: tex`t^{-2/3}`, x: Number.NaN, y: Number.NaN });
  const scatter = energy.band({ hue });
  const energyTheory = energy.curve({ hue, style: 'theory' });
  const energyMeasured = energy.curve({ hue, style: 'simulation' });
  const guideHeights = guideTimes.map((t) => amplitude * t ** (-2 / 3));
  const [above, low, high, predicted] = [0, 1, 2, 3].map(() => new Float64Array(most)) as Columns;

  const paintEnergy = (simulation: RunView, theory: RunView, stop: number, isCold: boolean) => {
    const [measured, errors, exact] = [
      simulation.column('energy'),
      simulation.column('energyError'),
      theory.column('energy'),
    ];
    // little of its fall is lost, and much of its thermal noise
    smooth(measured, simulation.length, above);
    for (let k = 0; k < simulation.length; ++k) {
      above[k] = (above[k] as number) - stop;
      low[k] = (above[k] as number) - (errors[k] as number);
      high[k] = (above[k] as number) + (errors[k] as number);
    }
    for (let k = 0; k < theory.length; ++k) predicted[k] = (exact[k] as number) - stop;
    scatter.set(simulation.column('t'), low, high, simulation.length);
    energyMeasured.set(simulation.column('t'), above, simulation.length);
    energyTheory.set(theory.column('t'), predicted, theory.length);
    guide.set(guideTimes, guideHeights, isCold ? 2 : 0);
    power.set(isCold ? 6 : Number.NaN, 0.055);
  };

  return {
    paint({ simulation, theory, asymptote }) {
      if (!simulation?.length || !theory?.length || !asymptote?.length) return;
      const temperature = simulation.values.temperature as number;
      const stop = restingEnergy(asymptote, temperature);
      ages.forEach((each, k) => {
        each.paint(k, simulation, theory);
      });
      paintEnergy(simulation, theory, stop, temperature === 0);
      const ground = asymptote.latest('groundEnergy');
      depth.set(temperature === 0 ? stop - ground : Number.NaN);
      energyValue.set(simulation.latest('energy'), theory.latest('energy'));
      stopValue.set(stop);
      groundValue.set(ground);
      correlation.draw();
      collapse.draw();
      energy.draw();
    },
    summary({ simulation, theory, asymptote }) {
      if (!simulation || !theory || !asymptote) return '';
      const { temperature = 0 } = simulation.values;
      return `At time ${simulation.latest('t').toFixed(0)} after a quench to temperature ${temperature} the energy is ${simulation.latest('energy').toFixed(3)}, by theory ${theory.latest('energy').toFixed(3)}; it stops at ${restingEnergy(asymptote, temperature).toFixed(3)}, the ground state is at ${asymptote.latest('groundEnergy').toFixed(3)}.`;
    },
    destroy() {
      for (const each of [correlation, collapse, energy]) each.destroy();
    },
  };
};

type Columns = [Float64Array, Float64Array, Float64Array, Float64Array];

/** Where the energy goes: of the ageing system, or −1/(2T) in a liquid. */
function restingEnergy(asymptote: RunView, temperature: number): number {
  const ageing = asymptote.latest('ageingEnergy');
  return Number.isNaN(ageing) ? -1 / (2 * temperature) : ageing;
}

/** out[k] ← the mean of `values` over rows on both sides of k, up to a seventh of k away. */
function smooth(values: Float64Array, length: number, out: Float64Array): void {
  for (let k = 0; k < length; ++k) {
    const reach = Math.min(Math.floor(k / 7), length - 1 - k);
    let sum = 0;
    for (let i = k - reach; i <= k + reach; ++i) sum += values[i] as number;
    out[k] = sum / (2 * reach + 1);
  }
}

/** The curves of one waiting time in both charts. */
function age(correlation: Chart, collapse: Chart, label: string, strength: number) {
  const look = { hue, strength } as const;
  const [theoryCurve, theoryCollapse] = [correlation, collapse].map((c) => c.curve({ ...look, style: 'theory' }));
  const points = correlation.points({ ...look });
  const [measuredCurve, measuredCollapse] = [
    correlation.curve({ ...look, style: 'simulation', label }),
    collapse.curve({ ...look, style: 'simulation' }),
  ];
  const [times, inUnits, measured, predicted] = [0, 1, 2, 3].map(() => new Float64Array(lags)) as Columns;
  const [pointTimes, pointHeights, errors] = [0, 1, 2].map(() => new Float64Array(lags / sparse)) as Columns;
  return {
    paint(k: number, simulation: RunView, theory: RunView) {
      const wait = simulation.field('waits')[k] as number;
      const [t, C, error, exact] = [
        simulation.field('lags'),
        simulation.field('correlation'),
        simulation.field('correlationError'),
        theory.field('correlation'),
      ];
      for (let l = 0; l < lags; ++l) {
        times[l] = t[l] as number;
        inUnits[l] = (t[l] as number) / wait;
        measured[l] = C[k * lags + l] as number;
        predicted[l] = exact[k * lags + l] as number;
      }
      for (let i = 0; i < errors.length; ++i) {
        const l = sparse * i + sparse - 1;
        pointTimes[i] = times[l] as number;
        pointHeights[i] = measured[l] as number;
        errors[i] = error[k * lags + l] as number;
      }
      points.set(pointTimes, pointHeights, errors.length, errors);
      measuredCurve.set(times, measured);
      theoryCurve?.set(times, predicted);
      measuredCollapse.set(inUnits, measured);
      theoryCollapse?.set(inUnits, predicted);
    },
  };
}

export default view;
