/** Averaging the force over replicas irons the landscape and finds the signal that plain descent misses. */
import type { View } from '../../demo/view.ts';
import { chart, sphere, tex } from '../../plot/index.ts';

/** Replicas whose first 2ᵏ the kernel averages for the noise curve. */
const replicas = Array.from({ length: 11 }, (_, k) => 2 ** k);
const inverseRoot = replicas.map((R) => 1 / Math.sqrt(R));
/** Replicas that the picture has room for. */
const shown = 60;

const view: View = (stage) => {
  stage.grid('"globe noise" 1fr "globe overlap" 1fr / 6fr 5fr');
  const globe = sphere(stage.panel('globe'), { pole: tex`x^*` });
  const cloud = globe.cloud({ hue: 'averaged-descent' });
  const plainTrail = globe.trail({ hue: 'gradient-flow' });
  const averagedTrail = globe.trail({ hue: 'averaged-descent' });
  const plainPoint = globe.point({ hue: 'gradient-flow', label: 'plain' });
  const averagedPoint = globe.point({ hue: 'averaged-descent', label: 'averaged' });

  const noise = chart(stage.panel('noise'), {
    x: { label: tex`R`, scale: 'log', domain: [1, 1024] },
    y: { label: tex`\text{noise}`, scale: 'log', domain: [0.02, 1.5] },
  });
  noise.curve({ hue: 'ink', style: 'guide', label: tex`R^{-1/2}` }).set(replicas, inverseRoot);
  const predicted = noise.curve({ hue: 'averaged-descent', style: 'theory' });
  const measured = noise.points({ hue: 'averaged-descent' });

  const overlap = chart(stage.panel('overlap'), {
    x: { label: 'steps', domain: [0, 120], grow: true },
    y: { label: tex`m`, domain: [-0.25, 1], ticks: [0, 0.5, 1] },
  });
  const plain = overlap.curve({ hue: 'gradient-flow', style: 'simulation', label: 'plain' });
  const averaged = overlap.curve({ hue: 'averaged-descent', style: 'simulation', label: 'averaged' });
  const dropped = overlap.rule({ x: Number.NaN, label: 'replicas dropped' });

  return {
    paint(runs) {
      if (!runs.averaged || !runs.plain) return;
      measured.set(replicas, runs.averaged.field('noiseOfMean'));
      predicted.set(replicas, runs.averaged.field('noiseTheory'));
      const averaging = firstStepOfDescent(runs.averaged.column('phase'), runs.averaged.length);
      dropped.set(averaging === undefined ? Number.NaN : (runs.averaged.column('t')[averaging] as number));
      cloud.set(
        runs.averaged.field('replicaPositions'),
        averaging === undefined ? Math.min(shown, runs.averaged.values.R ?? 0) : 0,
      );
      for (const [run, curve, trail, point] of [
        [runs.plain, plain, plainTrail, plainPoint],
        [runs.averaged, averaged, averagedTrail, averagedPoint],
      ] as const) {
        curve.set(run.column('t'), run.column('overlap'), run.length);
        const path = run.recorded('position');
        trail.set(path, run.length);
        point.set(path.subarray(3 * (run.length - 1), 3 * run.length));
      }
      globe.draw();
      noise.draw();
      overlap.draw();
    },
    summary({ averaged, plain }) {
      if (!averaged || !plain) return '';
      return `After ${averaged.step} steps averaged descent has overlap ${averaged.latest('overlap').toFixed(2)} with the signal and plain descent ${plain.latest('overlap').toFixed(2)}.`;
    },
    destroy() {
      globe.destroy();
      noise.destroy();
      overlap.destroy();
    },
  };
};

function firstStepOfDescent(phase: Float64Array, length: number): number | undefined {
  const row = phase.subarray(0, length).indexOf(1);
  return row < 0 ? undefined : row;
}

export default view;
