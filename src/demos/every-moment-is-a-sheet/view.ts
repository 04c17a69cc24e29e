/** A Brownian sheet that turns into others: from edge to edge behind words, on axes where it stands for itself. */
import type { View } from '../../demo/view.ts';
import { chart, heatMap, tex } from '../../plot/index.ts';

/** Standard deviations of the far corner at which colours end. */
const range = [-1.6, 1.6] as const;

/** The sheet alone; t goes up, rows of an image go down. */
function bare(panel: HTMLElement) {
  panel.style.transform = 'scaleY(-1)';
  return heatMap(panel, { scheme: 'diverging', range });
}

function onAxes(panel: HTMLElement) {
  const plot = chart(panel, {
    x: { label: tex`s`, domain: [0, 1], ticks: [0, 0.5, 1] },
    y: { label: tex`W(s,t)`, domain: [0, 1], ticks: [0, 0.5, 1] },
  });
  const field = plot.field({ scheme: 'diverging', range, x: [0, 1], y: [0, 1] });
  const set = (values: ArrayLike<number>, rows: number, cols: number) => field.set(values, rows, cols);
  return { set, draw: plot.draw, destroy: plot.destroy };
}

const view: View = (stage) => {
  stage.grid('"sheet" 1fr / 1fr');
  const panel = stage.panel('sheet');
  const picture = stage.isBackground ? bare(panel) : onAxes(panel);
  return {
    paint({ sheet }) {
      if (sheet && sheet.length > 0) {
        const side = sheet.values.n as number;
        picture.set(sheet.field('W'), side, side);
      }
      picture.draw();
    },
    summary: ({ sheet }) =>
      sheet
        ? `Sheet ${Math.floor(sheet.latest('t'))} turns into the next; its far corner is at ${sheet.latest('corner').toFixed(2)}.`
        : '',
    destroy: picture.destroy,
  };
};

export default view;
