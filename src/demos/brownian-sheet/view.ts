/** A sheet of summed noise, and the covariances of many such sheets beside those of theory. */
import type { RunView, View } from '../../demo/view.ts';
import { chart, tex } from '../../plot/index.ts';

const hue = 'ink';
const diagonal = Float64Array.of(0, 1);
/** One sheet, and as many as there are in the end. */
const manySheets = [1, 5000] as const;
/** Standard deviations of the far corner at which colours end. */
const range = [-2, 2] as const;

const view: View = (stage) => {
  stage.grid('"sheet pairs" 1fr "sheet deviation" 1fr / 5fr 4fr');
  const sheet = chart(stage.panel('sheet'), {
    x: { label: tex`s`, domain: [0, 1], ticks: [0, 0.5, 1] },
    y: { label: `sheet ${tex`W(s,t)`}, ${tex`t`} upwards`, domain: [0, 1], ticks: [0, 0.5, 1] },
  });
  const field = sheet.field({ scheme: 'diverging', range, x: [0, 1], y: [0, 1] });
  const marks = sheet.points({ hue });
  const pairs = chart(stage.panel('pairs'), {
    x: { label: 'theory', domain: [0, 1], ticks: [0, 0.5, 1] },
    y: { label: 'measured covariance', domain: [0, 1], ticks: [0, 0.5, 1] },
  });
  pairs.curve({ hue, style: 'theory' }).set(diagonal, diagonal);
  const measured = pairs.points({ hue, strength: 0.7 });
  const distance = chart(stage.panel('deviation'), {
    x: { label: `sheets ${tex`M`}`, scale: 'log', domain: manySheets },
    y: { label: 'measured less theory, rms', scale: 'log', domain: [0.002, 0.5] },
  });
  const found = distance.curve({ hue, style: 'simulation' });
  const expected = distance.curve({ hue, style: 'theory' });

  let isMarked = false;

  /** What is the same in all runs: the points, and how the distance falls with M. */
  function markTheory(run: RunView): void {
    if (isMarked) return;
    const points = Array.from(run.field('points'));
    const coordinate = (c: number) => points.filter((_, k) => k % 2 === c);
    marks.set(coordinate(0), coordinate(1));
    const ofOne = run.column('deviationExpected')[0] as number;
    expected.set(
      manySheets,
      manySheets.map((M) => ofOne / Math.sqrt(M)),
    );
    isMarked = true;
  }

  return {
    paint({ sheet: one, sheets: many }) {
      if (one && one.length > 0) {
        const side = one.values.n as number;
        field.set(one.field('W'), side, side);
      }
      if (many && many.length > 0) {
        markTheory(many);
        const covariance = many.field('covariance');
        measured.set(covariance, many.field('measured'));
        found.set(many.column('sheets'), many.column('deviation'), many.length);
      }
      sheet.draw();
      pairs.draw();
      distance.draw();
    },
    summary({ sheets: many }) {
      if (!many) return '';
      const [M, off, theory] = ['sheets', 'deviation', 'deviationExpected'].map((name) => many.latest(name)) as [
        number,
        number,
        number,
      ];
      return `After ${M} sheets the measured covariances are ${off.toFixed(4)} off those of a Brownian sheet, where ${theory.toFixed(4)} is expected.`;
    },
    destroy() {
      sheet.destroy();
      pairs.destroy();
      distance.destroy();
    },
  };
};

export default view;
