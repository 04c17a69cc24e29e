/** From a random start, gradient flow gets stuck near the equator. */
import type { View } from '../../demo/view.ts';
import { chart, sphere, tex } from '../../plot/index.ts';

/** Energy density of the threshold states of the pure model with k = 3, where the noise alone lets descent end. */
const thresholdEnergy = -Math.sqrt(4 / 3);

const view: View = (stage) => {
  stage.grid('"globe overlap" 1fr "globe energy" 1fr / 6fr 5fr');
  const globe = sphere(stage.panel('globe'), { pole: tex`x^*` });
  const trail = globe.trail({ hue: 'gradient-flow' });
  const present = globe.point({ hue: 'gradient-flow' });

  const time = { label: tex`t`, domain: [0, 20], grow: true } as const;
  const overlap = chart(stage.panel('overlap'), {
    x: time,
    y: { label: tex`m`, domain: [-0.25, 1], ticks: [0, 0.5, 1] },
  });
  const chance = overlap.band({ hue: 'ink' });
  const m = overlap.curve({ hue: 'gradient-flow', style: 'simulation', label: 'overlap' });
  overlap.rule({ y: 1, label: 'signal' });

  const energy = chart(stage.panel('energy'), { x: time, y: { label: tex`E`, domain: [-1.5, 0], grow: true } });
  const E = energy.curve({ hue: 'gradient-flow', style: 'simulation', label: 'energy' });
  energy.rule({ y: thresholdEnergy, label: tex`E_{\mathrm{th}} = -\sqrt{4/3}` });

  return {
    paint({ flow }) {
      if (!flow) return;
      const t = flow.column('t');
      const width = 1 / Math.sqrt(flow.values.N ?? 1);
      chance.set([0, Math.max(20, flow.latest('t'))], [-width, -width], [width, width], 2);
      m.set(t, flow.column('overlap'), flow.length);
      E.set(t, flow.column('energy'), flow.length);
      const path = flow.recorded('position');
      trail.set(path, flow.length);
      present.set(path.subarray(3 * (flow.length - 1), 3 * flow.length));
      globe.draw();
      overlap.draw();
      energy.draw();
    },
    summary({ flow }) {
      if (!flow) return '';
      const chance = 1 / Math.sqrt(flow.values.N ?? 1);
      return `After time ${flow.latest('t').toFixed(1)} the overlap with the signal is ${flow.latest('overlap').toFixed(2)}, chance is ${chance.toFixed(2)}; the energy is ${flow.latest('energy').toFixed(2)}.`;
    },
    destroy() {
      globe.destroy();
      overlap.destroy();
      energy.destroy();
    },
  };
};

export default view;
