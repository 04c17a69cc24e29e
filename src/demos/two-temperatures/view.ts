/** An ageing glass has two temperatures: that of the bath for what is fast, and a higher one for what is slow. */
import type { RunView, View } from '../../demo/view.ts';
import { chart, readOut, tex } from '../../plot/index.ts';

const hue = 'langevin';
/** Ages that are shown, rows of the kernel's fields. */
const ageNames = [tex`t_{\mathrm{w}}=1`, '2', '4', '8', '16', '32'];
/** Of the kernel's field `lags`. */
const lags = 64;
/** Lags from one end of a chord to the other, whose slope is a temperature: about a factor of two in time. */
const chord = 5;

const view: View = (stage) => {
  stage.grid('"fastValue slowValue" auto "parametric correlation" 1fr / 1fr 1fr');
  const fastValue = readOut(stage.panel('fastValue'), { label: `fast: ${tex`T`}`, hue, digits: 2 });
  const slowValue = readOut(stage.panel('slowValue'), { label: `slow: ${tex`T_{\mathrm{eff}}`}`, hue, digits: 2 });

  const parametric = chart(stage.panel('parametric'), {
    x: { label: `correlation ${tex`C(t_{\mathrm{w}},t_{\mathrm{w}}+t)`}`, domain: [0, 1], ticks: [0, 0.5, 1] },
    y: { label: `response ${tex`\chi(t_{\mathrm{w}},t_{\mathrm{w}}+t)`}`, domain: [0, 1.7], ticks: [0, 0.5, 1, 1.5] },
  });
  const plateauIn = parametric.rule({ x: Number.NaN, label: tex`q` });
  const fastGuide = parametric.curve({ hue: 'ink', style: 'guide' });
  const slowGuide = parametric.curve({ hue: 'ink', style: 'guide' });
  const fastSlope = parametric.text({ x: Number.NaN, y: Number.NaN, label: tex`-1/T` });
  const slowSlope = parametric.text({ x: Number.NaN, y: Number.NaN, label: tex`-1/T_{\mathrm{eff}}` });

  const correlation = chart(stage.panel('correlation'), {
    x: {
      label: `time ${tex`t`} since ${tex`t_{\mathrm{w}}`}`,
      scale: 'log',
      domain: [0.12, 64],
      ticks: [1, 10],
      tickLabel: String,
    },
    y: { label: 'correlation', domain: [0, 1], ticks: [0, 0.5, 1] },
  });
  const plateau = correlation.rule({ y: Number.NaN, label: tex`q` });
  const fast = correlation.text({ x: Number.NaN, y: Number.NaN, label: 'fast' });
  const slow = correlation.text({ x: Number.NaN, y: Number.NaN, label: 'slow' });

  const ages = ageNames.map((label, k) => {
    const look = { hue, style: 'theory', strength: 0.4 + (0.6 * k) / (ageNames.length - 1) } as const;
    return {
      parametric: parametric.curve(look),
      correlation: correlation.curve({ ...look, label }),
      wait: Number.NaN,
      // at no time since, and at the lags
      t: new Float64Array(lags + 1),
      C: new Float64Array(lags + 1).fill(1),
      chi: new Float64Array(lags + 1),
    };
  });
  const fastX = new Float64Array([1, 1]);
  const fastY = new Float64Array(2);
  const slowX = new Float64Array(2);
  const slowY = new Float64Array(2);

  const paintCurves = (ageing: RunView) => {
    const [waits, times] = [ageing.field('waits'), ageing.field('lags')];
    const [C, chi] = [ageing.field('correlation'), ageing.field('response')];
    const now = ageing.latest('t');
    ages.forEach((age, k) => {
      age.wait = waits[k] as number;
      for (let l = 0; l < lags; ++l) {
        age.t[l + 1] = times[l] as number;
        age.C[l + 1] = C[lags * k + l] as number;
        age.chi[l + 1] = chi[lags * k + l] as number;
      }
      const length = age.wait <= now ? lags + 1 : 0;
      age.parametric.set(age.C, age.chi, length);
      age.correlation.set(age.t, age.C, length);
    });
  };

  /** The two lines of theory; in a liquid one. At T = 0 the fast one is vertical. */
  const paintGuides = (asymptote: RunView) => {
    const T = asymptote.values.temperature as number;
    const [q, hot] = [asymptote.latest('plateau'), asymptote.latest('effectiveTemperature')];
    const isGlass = !Number.isNaN(q);
    // (1 − q)/T at p = 3, and its limit at T = 0
    const corner = isGlass ? q / hot : 1 / T;
    fastX[1] = isGlass ? q : 0;
    fastY[1] = corner;
    slowX[0] = q;
    slowY.set([corner, corner + q / hot]);
    fastGuide.set(fastX, fastY);
    slowGuide.set(slowX, slowY);
    plateauIn.set(q);
    plateau.set(q);
    fastSlope.set(T > 0 ? (1 + (fastX[1] as number)) / 2 + 0.09 : Number.NaN, corner / 2 + 0.1);
    slowSlope.set(q / 2 + 0.1, corner + q / hot / 2 + 0.12);
    fast.set(q < 0.8 ? 0.25 : Number.NaN, q + 0.07);
    slow.set(0.25, q - 0.07);
  };

  const paintValues = (ageing: RunView, asymptote: RunView) => {
    const measured = temperaturesOf(ages, ageing.latest('t'));
    const T = ageing.values.temperature as number;
    const hot = asymptote.latest('effectiveTemperature');
    fastValue.set(measured.fast, T);
    slowValue.set(measured.slow, Number.isNaN(hot) ? T : hot);
  };

  return {
    paint({ ageing, asymptote }) {
      if (!ageing || !asymptote) return;
      paintCurves(ageing);
      paintGuides(asymptote);
      paintValues(ageing, asymptote);
      parametric.draw();
      correlation.draw();
    },
    summary({ ageing, asymptote }) {
      if (!ageing || !asymptote) return '';
      const { fast: cold, slow: hot } = temperaturesOf(ages, ageing.latest('t'));
      const T = ageing.values.temperature as number;
      const end = asymptote.latest('effectiveTemperature');
      return `At time ${ageing.latest('t').toFixed(0)} in a bath of temperature ${fixed(T)}, what is fast has temperature ${fixed(cold)} and what is slow ${fixed(hot)}, at infinite age ${fixed(Number.isNaN(end) ? T : end)}.`;
    },
    destroy() {
      parametric.destroy();
      correlation.destroy();
    },
  };
};

const fixed = (value: number): string => (Number.isNaN(value) ? 'not known yet' : value.toFixed(2));

interface Age {
  /** NaN before the first row. */
  readonly wait: number;
  readonly t: Float64Array;
  readonly C: Float64Array;
  readonly chi: Float64Array;
}

/**
 * Minus dC/dχ of the oldest curve that has been followed for twice its age: of its first chord, and of the one that ends
 * there.
 */
function temperaturesOf(ages: readonly Age[], now: number): { fast: number; slow: number } {
  for (let k = ages.length - 1; k >= 0; --k) {
    const age = ages[k] as Age;
    if (!(3 * age.wait <= now)) continue;
    let last = chord;
    while ((age.t[last + 1] as number) <= 2 * age.wait) ++last;
    return { fast: slope(age, 0, 1), slow: slope(age, last - chord, last) };
  }
  return { fast: Number.NaN, slow: Number.NaN };
}

const slope = ({ C, chi }: Age, from: number, to: number): number =>
  -((C[to] as number) - (C[from] as number)) / ((chi[to] as number) - (chi[from] as number));

export default view;
