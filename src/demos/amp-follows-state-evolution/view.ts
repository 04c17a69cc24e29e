/** AMP follows its state evolution, step by step, and both change at one noise level. */
import type { View } from '../../demo/view.ts';
import { chart, readOut, tex } from '../../plot/index.ts';

/** Where the kernel's field `map` is sampled. */
const grid = Array.from({ length: 129 }, (_, k) => k / 128);

const view: View = (stage) => {
  stage.grid('"value value" auto "overlap cobweb" 1fr / 6fr 5fr');
  const value = readOut(stage.panel('value'), { label: tex`m`, hue: 'amp', digits: 3 });

  const overlap = chart(stage.panel('overlap'), {
    x: { label: 'iteration', domain: [0, 30], grow: true },
    y: { label: tex`m`, domain: [0, 1], ticks: [0, 0.5, 1] },
  });
  const predicted = overlap.curve({ hue: 'amp', style: 'theory', label: 'state evolution' });
  const measured = overlap.curve({ hue: 'amp', style: 'simulation', label: 'AMP' });

  const cobweb = chart(stage.panel('cobweb'), {
    x: { label: tex`m_t`, domain: [0, 1], ticks: [0, 0.5, 1] },
    y: { label: tex`m_{t+1}`, domain: [0, 1], ticks: [0, 0.5, 1] },
  });
  cobweb.curve({ hue: 'ink', style: 'guide' }).set([0, 1], [0, 1]);
  const map = cobweb.curve({ hue: 'amp', style: 'theory', label: tex`f` });
  const staircase = cobweb.curve({ hue: 'amp', style: 'ghost' });
  const iterates = cobweb.points({ hue: 'amp' });
  let stairX = new Float64Array(0);
  let stairY = new Float64Array(0);

  return {
    paint({ amp, theory }) {
      if (!amp || !theory) return;
      predicted.set(theory.column('t'), theory.column('overlap'), theory.length);
      measured.set(amp.column('t'), amp.column('overlap'), amp.length);
      map.set(grid, theory.field('map'));
      const m = theory.column('overlap');
      if (stairX.length < 2 * theory.length) {
        stairX = new Float64Array(4 * theory.length);
        stairY = new Float64Array(4 * theory.length);
      }
      for (let t = 0; t < theory.length; ++t) {
        stairX[2 * t] = stairX[2 * t + 1] = m[t] as number;
        stairY[2 * t] = m[t] as number;
        stairY[2 * t + 1] = (t + 1 < theory.length ? m[t + 1] : m[t]) as number;
      }
      staircase.set(stairX, stairY, 2 * theory.length);
      iterates.set(amp.column('overlap'), amp.column('overlap').subarray(1), Math.max(0, amp.length - 1));
      value.set(amp.latest('overlap'), theory.latest('overlap'));
      overlap.draw();
      cobweb.draw();
    },
    summary({ amp, theory }) {
      if (!amp || !theory) return '';
      return `After ${amp.step} iterations the overlap of AMP is ${amp.latest('overlap').toFixed(3)}, of state evolution ${theory.latest('overlap').toFixed(3)}.`;
    },
    destroy() {
      overlap.destroy();
      cobweb.destroy();
    },
  };
};

export default view;
