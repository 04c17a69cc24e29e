/** After a quench, energy goes on sinking, and what is kept of the positions is kept the longer the later one looks. */
import type { RunView, View } from '../../demo/view.ts';
import { chart, discs, tex } from '../../plot/index.ts';

const hue = 'langevin';
/** Particles per area of the box, and radii of the two species: half the lengths of their own pairs. */
const density = 1.2;
const radiusOf = [0.5, 0.44];
/** Every other waiting time has a name, as far as a run comes. */
const names = ['0.5', '', '5', '', '50', '', ''];
const waits = names.length;
/** The energy is shown from here on: what it does before is to fall. */
const soonest = 2;

const view: View = (stage) => {
  stage.grid('"box energy" 5fr "box scattering" 6fr / 4fr 5fr');
  const box = discs(stage.panel('box'), {
    hue,
    range: [0, 1],
    key: [`moved since ${tex`t_w`} by 0`, tex`\sigma`],
  });
  const energy = chart(stage.panel('energy'), {
    x: { label: 'time at this temperature', scale: 'log', domain: [soonest, 450] },
    y: { label: `energy ${tex`U/N`}`, domain: [-3.5, -3.1], grow: true },
  });
  const sinking = energy.curve({ hue, style: 'simulation' });
  const scattering = chart(stage.panel('scattering'), {
    x: { label: `time ${tex`t`} since ${tex`t_w`}`, scale: 'log', domain: [0.1, 450] },
    y: { label: `memory of positions ${tex`F_s(t_w, t_w + t)`}`, domain: [-0.1, 1], ticks: [0, 0.5, 1] },
  });
  const curves = names.map((name, w) =>
    scattering.curve({
      hue,
      style: 'simulation',
      strength: 0.3 + (0.7 * w) / (waits - 1),
      ...(name && { label: `${tex`t_w`} = ${name}` }),
    }),
  );

  let radii = new Float64Array(0);
  let moved = new Float64Array(0);

  function showBox(run: RunView): void {
    const { N = 0 } = run.values;
    const species = run.field('species');
    const displacements = run.field('displacements');
    if (moved.length !== N) {
      radii = new Float64Array(N);
      moved = new Float64Array(N);
    }
    for (let i = 0; i < N; ++i) {
      radii[i] = radiusOf[species[i] as number] as number;
      moved[i] = Math.hypot(displacements[2 * i] as number, displacements[2 * i + 1] as number);
    }
    box.set({ centres: run.field('positions'), radii, values: moved, side: Math.sqrt(N / density) });
  }

  return {
    paint({ dynamics }) {
      if (!dynamics || dynamics.length === 0) return;
      showBox(dynamics);
      const from = firstShown(dynamics);
      const U = dynamics.column('energy');
      sinking.set(dynamics.column('age').subarray(from, dynamics.length), U.subarray(from, dynamics.length));
      const lags = dynamics.field('lags');
      const kept = dynamics.field('selfScattering');
      for (const [w, curve] of curves.entries()) {
        const row = kept.subarray(w * lags.length, (w + 1) * lags.length);
        curve.set(lags, row, measured(row));
      }
      box.draw();
      energy.draw();
      scattering.draw();
    },
    summary({ dynamics }) {
      if (!dynamics) return '';
      return `At temperature ${dynamics.values.temperature}, ${dynamics.latest('age').toFixed(1)} time units after its last change, the energy per particle is ${dynamics.latest('energy').toFixed(2)}.`;
    },
    destroy() {
      box.destroy();
      energy.destroy();
      scattering.destroy();
    },
  };
};

/** How many lags there are so far. */
function measured(row: ArrayLike<number>): number {
  let lags = 0;
  while (lags < row.length && !Number.isNaN(row[lags])) ++lags;
  return lags;
}

/** The first row to be shown of those since the temperature has changed last, when the age began anew. */
function firstShown(run: RunView): number {
  const age = run.column('age');
  let row = run.length;
  let next = Number.POSITIVE_INFINITY;
  while (row > 0 && (age[row - 1] as number) >= soonest && (age[row - 1] as number) < next) next = age[--row] as number;
  return row;
}

export default view;
