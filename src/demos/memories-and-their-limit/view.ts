/** A network repairs its memories, until there are too many of them; whoever draws on the picture damages it. */
import type { RunView, View } from '../../demo/view.ts';
import { chart, pictureGrid, slate, tex } from '../../plot/index.ts';

const hue = 'sgd';
const spins = 3600;
const side = Math.sqrt(spins);
/** Pictures among the patterns. */
const pictures = 8;
/** The branch of one of independent patterns, among those of the theory. */
const branch = 2;
const points = 129;
/** A picture is recalled if the network is as near to it, or to its negative. */
const recalled = 0.9;

const view: View = (stage) => {
  stage.grid('"picture memories limit" 4fr "picture memories repair" 3fr / 8fr 4fr 8fr');
  let pace = 0;
  const picture = slate(stage.panel('picture'), {
    side,
    label: 'draw on it',
    // While somebody draws the network waits.
    pen: (brush) => stage.move({ brush, updates: brush < 0 ? pace : 0 }),
  });
  const memories = pictureGrid(stage.panel('memories'), {
    count: pictures,
    side,
    most: 1,
    number: 'below',
    digits: 2,
    choose: (index) => stage.move({ index }),
  });
  const m = { domain: [0, 1], grow: true, ticks: [0, 0.5, 1] } as const;
  const limit = chart(stage.panel('limit'), {
    x: { label: `stored patterns ${tex`P`}`, domain: [0, 0.22 * spins], grow: true },
    y: { label: `overlap ${tex`m`}`, ...m },
  });
  const predicted = limit.curve({ hue, style: 'theory' });
  const end = limit.rule({ x: Number.NaN, label: tex`P=0.138\,N` });
  const way = limit.curve({ hue, style: 'ghost' });
  const present = limit.points({ hue });
  const repair = chart(stage.panel('repair'), {
    x: { label: `sweeps ${tex`t`}`, domain: [0, 20], grow: true },
    y: { label: tex`m`, ...m },
  });
  const measured = repair.curve({ hue, style: 'simulation' });

  const [stored, expected] = [new Float64Array(points), new Float64Array(points)];
  const isRecalled = new Array<boolean>(pictures).fill(false);
  let hasTheory = false;

  /** The branch, which no number of the figure moves. */
  function drawTheory(run: RunView): void {
    if (hasTheory || run.length === 0) return;
    const [loads, overlaps] = [run.field('loads'), run.field('overlaps')];
    for (let k = 0; k < points; ++k) {
      // From few patterns to many: a curve has its name at its end.
      const from = (branch + 1) * points - 1 - k;
      stored[k] = (loads[from] as number) * spins;
      expected[k] = overlaps[from] as number;
    }
    predicted.set(stored, expected);
    end.set(run.latest('capacity') * spins);
    hasTheory = true;
  }

  return {
    paint({ network, theory }) {
      if (!network || !theory || network.length === 0) return;
      const { brush = -1, updates = 0 } = network.values;
      if (brush < 0) pace = updates;
      const overlaps = network.field('overlaps');
      for (let k = 0; k < pictures; ++k) isRecalled[k] = Math.abs(overlaps[k] as number) > recalled;
      picture.set(network.field('spins'));
      memories.set(network.field('memories'), overlaps, isRecalled);
      drawTheory(theory);
      const [P, overlap] = [network.column('stored'), network.column('overlap')];
      const last = network.length - 1;
      way.set(P, overlap, network.length);
      present.set(P.subarray(last), overlap.subarray(last), 1);
      measured.set(network.column('t'), overlap, network.length);
      picture.draw();
      memories.draw();
      limit.draw();
      repair.draw();
    },
    summary({ network }) {
      if (!network) return '';
      const { index = 0 } = network.values;
      return `With ${network.latest('stored')} patterns stored in ${spins} spins, the overlap with picture ${index + 1} after ${network.latest('t').toFixed(1)} sweeps is ${network.latest('overlap').toFixed(2)}.`;
    },
    destroy() {
      picture.destroy();
      memories.destroy();
      limit.destroy();
      repair.destroy();
    },
  };
};

export default view;
