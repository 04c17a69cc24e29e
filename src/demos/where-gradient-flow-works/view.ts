/** Gradient flow finds the signal above its line; below, it ages at the equator where AMP still succeeds. */
import type { RunView, View } from '../../demo/view.ts';
import { type Chart, chart, type Hue, readOut, tex } from '../../plot/index.ts';

/** The part of the plane that is shown. The tensor's noise falls to the right, so that up and right is easier. */
const shown = { delta3: [10, 0.3], ratio: [0.25, 4] } as const;

/** The lines in the order of the kernel's fields. */
const lines: readonly { readonly label: string; readonly hue: Hue }[] = [
  { label: 'ML-AMP', hue: 'amp' },
  { label: 'gradient flow', hue: 'gradient-flow' },
  { label: 'no bad minima', hue: 'ink' },
  { label: 'Langevin', hue: 'langevin' },
  { label: 'spinodal', hue: 'signal' },
  { label: 'possible', hue: 'signal' },
];
const points = 129;
const gradientFlow = 1;

/** The kernel's lines, from right to left in its fields, as curves that end where they are named. */
function createLines(panel: Chart) {
  // Names that are wanted at nearly the same place keep the order of their making: "possible" is above "spinodal".
  const curves = lines.toReversed().map((line) => panel.curve({ ...line, style: 'theory' }));
  curves.reverse();
  const xs = lines.map(() => new Float64Array(points));
  const ys = lines.map(() => new Float64Array(points));
  let isDrawn = false;
  return {
    xs,
    ys,
    /** Whether they are new: they are the same for all numbers of the figure. */
    set(run: RunView): boolean {
      if (isDrawn || run.length === 0) return false;
      curves.forEach((curve, line) => {
        const [x, y] = [xs[line] as Float64Array, ys[line] as Float64Array];
        const part = [line * points, (line + 1) * points] as const;
        x.set(run.field('deltapGrid').subarray(...part));
        y.set(run.field('ratios').subarray(...part));
        curve.set(x.reverse(), y.reverse());
      });
      isDrawn = true;
      return true;
    },
  };
}

const view: View = (stage) => {
  stage.grid('"plane value" auto "plane run" 1fr / 7fr 5fr');
  const plane = chart(stage.panel('plane'), {
    x: { label: tex`\Delta_3`, scale: 'log', domain: shown.delta3, ticks: [10, 5, 2, 1, 0.5], tickLabel: String },
    y: { label: tex`1/\Delta_2`, domain: shown.ratio, ticks: [1, 2, 3, 4], tickLabel: String },
    pick: (delta3, ratio) => stage.move({ delta3, delta2: 1 / ratio }),
  });
  const easy = plane.band({ hue: 'gradient-flow' });
  const ampOnly = plane.band({ hue: 'amp' });
  const diagram = createLines(plane);
  plane.curve({ hue: 'amp', style: 'theory', label: 'Bayes-AMP' }).set(shown.delta3, [1, 1]);
  plane.text({ label: 'easy for descent', x: 2.5, y: 3 });
  plane.text({ label: 'AMP, not descent', x: 0.4, y: 1.4 });
  plane.text({ label: 'hard', x: 0.34, y: 0.86 });
  plane.text({ label: 'impossible', x: 2.5, y: 0.6 });
  const present = plane.ring({ hue: 'signal' });
  const [bottom, top] = [new Float64Array(points).fill(1), new Float64Array(points).fill(shown.ratio[1])];

  const value = readOut(stage.panel('value'), { label: tex`m`, hue: 'gradient-flow', digits: 2 });
  const run = chart(stage.panel('run'), {
    x: { label: tex`t`, domain: [0, 30] },
    y: { label: tex`m`, domain: [-0.25, 1], grow: true, ticks: [-0.5, 0, 0.5, 1] },
  });
  const chance = run.band({ hue: 'ink' });
  const end = run.rule({ y: Number.NaN, hue: 'amp', label: 'ML-AMP' });
  const predicted = run.curve({ hue: 'gradient-flow', style: 'theory', label: tex`N=\infty` });
  const measured = run.curve({ hue: 'gradient-flow', style: 'simulation', label: 'flow' });
  const span = [0, 30];
  const [low, high] = [new Float64Array(2), new Float64Array(2)];

  return {
    paint(runs) {
      const { flow, theory, amp } = runs;
      if (!runs.lines || !flow || !theory || !amp) return;
      if (diagram.set(runs.lines)) {
        const [x, y] = [diagram.xs[gradientFlow] as Float64Array, diagram.ys[gradientFlow] as Float64Array];
        easy.set(x, y, top);
        ampOnly.set(x, bottom, y);
      }
      const { N = 1, delta2 = Number.NaN, delta3 = Number.NaN } = flow.values;
      present.set(delta3, 1 / delta2);
      low.fill(-1 / Math.sqrt(N));
      high.fill(1 / Math.sqrt(N));
      chance.set(span, low, high);
      end.set(amp.step > 0 ? amp.latest('overlap') : Number.NaN);
      predicted.set(theory.column('t'), theory.column('overlap'), theory.length);
      measured.set(flow.column('t'), flow.column('overlap'), flow.length);
      value.set(flow.latest('overlap'), theory.latest('overlap'));
      plane.draw();
      run.draw();
    },
    summary({ flow, amp }) {
      if (!flow || !amp) return '';
      const { delta2 = Number.NaN, delta3 = Number.NaN } = flow.values;
      return `At Δ₃ = ${delta3.toPrecision(3)} and 1/Δ₂ = ${(1 / delta2).toPrecision(3)} the overlap of gradient flow at time ${flow.latest('t').toFixed(1)} is ${flow.latest('overlap').toFixed(2)}; message passing ends at ${amp.latest('overlap').toFixed(2)}.`;
    },
    destroy() {
      plane.destroy();
      run.destroy();
    },
  };
};

export default view;
