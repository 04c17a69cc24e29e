/** The displacement of a mean-field glass and that of a network's weights, in one form. */
import type { RunView, View } from '../../demo/view.ts';
import { type Chart, chart, type Hue, tex } from '../../plot/index.ts';

/** A curve for each waiting time that is named, the later the stronger. */
function createFamily(
  panel: Chart,
  look: { readonly hue: Hue; readonly style: 'simulation' | 'theory' },
  names: readonly string[],
) {
  const curves = names.map((label, w) =>
    panel.curve({ ...look, label, strength: 0.3 + (0.7 * w) / (names.length - 1) }),
  );
  /** Shows rows `first`, `first` + 2, ... of `values` [waits, lags]. */
  return (lags: ArrayLike<number>, values: Float64Array, first: number) => {
    const n = lags.length;
    for (const [k, curve] of curves.entries()) {
      const w = first + 2 * k;
      curve.set(lags, values.subarray(w * n, (w + 1) * n));
    }
  };
}

const time = `time ${tex`t`} since ${tex`t_{\mathrm{w}}`}`;

const view: View = (stage) => {
  stage.grid('"glass network" 1fr / 1fr 1fr');
  const glass = chart(stage.panel('glass'), {
    title: 'spin glass',
    x: { label: time, scale: 'log', domain: [0.1, 100] },
    y: { label: tex`2(1-C)`, scale: 'log', domain: [0.05, 2] },
  });
  const network = chart(stage.panel('network'), {
    title: 'network',
    x: { label: `steps ${tex`t`} since ${tex`t_{\mathrm{w}}`}`, scale: 'log', domain: [10, 5e4] },
    y: { label: tex`\Delta`, scale: 'log', domain: [1e-6, 1] },
  });
  const showGlass = createFamily(glass, { hue: 'langevin', style: 'theory' }, [tex`t_{\mathrm{w}}=1`, '4', '16']);
  const showNetwork = createFamily(network, { hue: 'sgd', style: 'simulation' }, [
    tex`t_{\mathrm{w}}=10^2`,
    '10<sup>3</sup>',
    '10<sup>4</sup>',
  ]);
  let displacement = new Float64Array(0);

  /** The mean squared displacement of a spin, from its correlation. */
  function ofSpins(run: RunView): Float64Array {
    const C = run.field('correlation');
    if (displacement.length !== C.length) displacement = new Float64Array(C.length);
    for (let k = 0; k < C.length; ++k) displacement[k] = 2 * (1 - (C[k] as number));
    return displacement;
  }

  return {
    paint(runs) {
      if (!runs.glass || !runs.network) return;
      showGlass(runs.glass.field('lags'), ofSpins(runs.glass), 0);
      showNetwork(runs.network.field('lags'), runs.network.field('delta') as Float64Array, 2);
      glass.draw();
      network.draw();
    },
    summary(runs) {
      if (!runs.glass || !runs.network) return '';
      const { temperature = 0 } = runs.glass.values;
      return `Displacements of a spin glass at temperature ${temperature} up to time ${runs.glass.latest('t').toFixed(0)}, and of a network of ${runs.network.values.width} hidden units after ${runs.network.step} steps, where its loss is ${runs.network.latest('loss').toPrecision(2)}.`;
    },
    destroy() {
      glass.destroy();
      network.destroy();
    },
  };
};

export default view;
