/** Langevin dynamics that trusts the tensor little at first finds the signal where plain Langevin dynamics does not. */
import type { View } from '../../demo/view.ts';
import { chart, readOut, tex } from '../../plot/index.ts';

/** Of one algorithm, hence in one hue; the plain runs are paler. */
const kinds = [
  { name: 'plain', strength: 0.55 },
  { name: 'annealed', strength: 1 },
] as const;
const hue = 'langevin';

const view: View = (stage) => {
  stage.grid('"plainValue annealedValue" auto "overlap overlap" 1fr "protocol protocol" 1fr / 1fr 1fr');
  const values = kinds.map(({ name }) => readOut(stage.panel(`${name}Value`), { label: name, hue, digits: 2 }));

  const time = { label: `time ${tex`t`}`, domain: [0, 50] } as const;
  const overlap = chart(stage.panel('overlap'), {
    x: { ...time, label: '' },
    y: { label: `overlap ${tex`m`}`, domain: [-0.2, 1], grow: true, ticks: [0, 0.5, 1] },
  });
  const equilibrium = overlap.rule({ y: Number.NaN });
  const words = overlap.text({ x: Number.NaN, y: Number.NaN, label: 'the matrix alone' });
  const protocol = chart(stage.panel('protocol'), {
    x: time,
    y: {
      label: 'assumed noise of the tensor',
      scale: 'log',
      domain: [0.05, 200],
      ticks: [0.1, 1, 10],
      tickLabel: String,
    },
  });
  const curves = kinds.map(({ name, strength }) => ({
    name,
    theory: overlap.curve({ hue, style: 'theory', strength }),
    measured: overlap.curve({ hue, style: 'simulation', strength, label: name }),
    assumed: protocol.curve({ hue, style: 'simulation', strength, ...(name === 'annealed' && { label: name }) }),
  }));
  const truth = protocol.text({ x: Number.NaN, y: Number.NaN, label: 'the truth' });

  return {
    paint(runs) {
      curves.forEach(({ name, theory, measured, assumed }, k) => {
        const [run, predicted] = [runs[name], runs[`${name}Theory`]];
        if (!run || !predicted) return;
        const t = run.column('t');
        theory.set(predicted.column('t'), predicted.column('overlap'), predicted.length);
        measured.set(t, run.column('overlap'), run.length);
        assumed.set(t, run.column('assumed'), run.length);
        values[k]?.set(run.latest('overlap'), predicted.latest('overlap'));
      });
      const { delta2 = Number.NaN, delta3 = Number.NaN } = runs.plain?.values ?? {};
      // The posterior of the matrix without the tensor
      const ofMatrix = Math.max(0, 1 - delta2);
      equilibrium.set(ofMatrix);
      words.set(41, ofMatrix + (ofMatrix < 0.5 ? 0.12 : -0.12));
      truth.set(6, 2.5 * delta3);
      overlap.draw();
      protocol.draw();
    },
    summary({ plain, annealed }) {
      if (!plain || !annealed) return '';
      return `At time ${plain.latest('t').toFixed(0)} plain Langevin dynamics has overlap ${plain.latest('overlap').toFixed(2)} with the signal; the annealed one, which assumes tensor noise ${annealed.latest('assumed').toPrecision(2)}, has ${annealed.latest('overlap').toFixed(2)}.`;
    },
    destroy() {
      overlap.destroy();
      protocol.destroy();
    },
  };
};

export default view;
