/** AMP finds the signal where Langevin dynamics and gradient flow do not. */
import type { RunView, View } from '../../demo/view.ts';
import { chart, type Hue, readOut, tex } from '../../plot/index.ts';

/** What races, and the runs that it and its theory are. */
const racers: readonly { run: string; theory: string; name: string; hue: Hue }[] = [
  { run: 'amp', theory: 'stateEvolution', name: 'AMP', hue: 'amp' },
  { run: 'langevin', theory: 'langevinTheory', name: 'Langevin', hue: 'langevin' },
  { run: 'flow', theory: 'flowTheory', name: 'gradient flow', hue: 'gradient-flow' },
];
/** Rows of the kernel's lines, and how many points each has. */
const lines = [
  { row: 1, hue: 'gradient-flow' },
  { row: 3, hue: 'langevin' },
  { row: 5, hue: 'ink' },
] as const;
const points = 129;

const view: View = (stage) => {
  stage.grid('"amp langevin flow map" auto "race race race map" 1fr / 3fr 4fr 5fr 7fr');
  const values = racers.map(({ run, name, hue }) => readOut(stage.panel(run), { label: name, hue, digits: 2 }));

  const race = chart(stage.panel('race'), {
    x: { label: `iterations of AMP, time ${tex`t`} of the others`, domain: [0, 30] },
    y: { label: `overlap ${tex`m`}`, domain: [-0.2, 1], grow: true, ticks: [0, 0.5, 1] },
  });
  const predicted = racers.map(({ hue }) => race.curve({ hue, style: 'theory' }));
  const measured = racers.map(({ hue, name }) => race.curve({ hue, style: 'simulation', label: name }));

  const map = chart(stage.panel('map'), {
    x: { label: `noise of the matrix ${tex`\Delta_2`}`, domain: [0, 1.5], ticks: [0, 0.5, 1, 1.5] },
    y: { label: `noise of the tensor ${tex`\Delta_3`}`, domain: [0, 2], ticks: [0, 0.5, 1, 1.5, 2] },
    pick: (delta2, delta3) => stage.move({ delta2, delta3 }),
  });
  map.rule({ x: 1, hue: 'amp' });
  const borders = lines.map(({ hue }) => map.curve({ hue, style: 'theory' }));
  let hasBorders = false;
  map.text({ x: 0.26, y: 1.5, label: 'all three' });
  map.text({ x: 0.55, y: 0.14, label: 'AMP alone' });
  map.text({ x: 1.25, y: 0.14, label: 'hard' });
  map.text({ x: 1.25, y: 1.5, label: 'impossible' });
  const ring = map.ring({ hue: 'signal' });

  /** The lines of the kernel, which no number of the figure moves. */
  function drawBorders(run: RunView): void {
    if (hasBorders || run.length === 0) return;
    const [ratios, delta3] = [run.field('ratios'), run.field('deltapGrid')];
    lines.forEach(({ row }, k) => {
      const part = [row * points, (row + 1) * points] as const;
      borders[k]?.set(
        ratios.subarray(...part).map((ratio) => 1 / ratio),
        delta3.slice(...part),
      );
    });
    hasBorders = true;
  }

  return {
    paint(runs) {
      racers.forEach(({ run, theory }, k) => {
        const [simulated, expected] = [runs[run], runs[theory]];
        if (!simulated || !expected) return;
        predicted[k]?.set(expected.column('t'), expected.column('overlap'), expected.length);
        measured[k]?.set(simulated.column('t'), simulated.column('overlap'), simulated.length);
        values[k]?.set(simulated.latest('overlap'), expected.latest('overlap'));
      });
      race.draw();
      if (!runs.lines || !runs.amp) return;
      drawBorders(runs.lines);
      ring.set(runs.amp.values.delta2 ?? Number.NaN, runs.amp.values.delta3 ?? Number.NaN);
      map.draw();
    },
    summary(runs) {
      const parts = racers.map(({ run, name }) => `${name} ${runs[run]?.latest('overlap').toFixed(2)}`);
      return `After ${runs.amp?.step} iterations of AMP and as many units of time the overlaps are: ${parts.join(', ')}.`;
    },
    destroy() {
      race.destroy();
      map.destroy();
    },
  };
};

export default view;
