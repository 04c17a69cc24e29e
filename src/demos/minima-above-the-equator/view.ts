/** Minima crowd around the equator; above their band there are none until the signal's own. */
import type { RunView, View } from '../../demo/view.ts';
import { chart, readOut, tex } from '../../plot/index.ts';

/** Energies per site of the noise with k = 3: the marginal states, and the deepest. */
const threshold = -Math.sqrt(4 / 3);
const ground = -1.1716747792652884;
/** Depths below the threshold where the axis begins and ends: the figure's `shallow` is the end's share of the ground state's. */
const deepest = 2.8;
const shallowest = 0.005 * (threshold - ground);
/** Depths of the words in the empty part of the map, and at its edge. */
const emptyAt = 4e-4;
const nameAt = 0.5;
/** Complexity of minima at the equator and the threshold, the largest there is. */
const most = Math.log(2) / 2 - 1 / 3;
const energies = [-3, -2, -1.5, -1.3, -1.2, -1.17, -1.16, -1.155];
/** The signal's minimum for growing r: its overlaps, and the depths there. */
const born = Math.SQRT1_2;
const path = Array.from({ length: 100 }, (_, k) => born + (0.99 - born) * (k / 99) ** 2);
const pathDepths = path.map((m) => {
  const c = Math.sqrt(1 - m * m);
  return threshold + Math.sqrt(1.5) * ((m * m) / (3 * c) + c);
});

const view: View = (stage) => {
  stage.grid('"own annealed quenched" auto "map spectrum spectrum" 1fr / 16fr 5fr 5fr');
  const own = readOut(stage.panel('own'), { label: `signal’s minimum: ${tex`E^*`}`, digits: 4 });
  const annealed = readOut(stage.panel('annealed'), { label: `annealed ${tex`\Sigma`}`, digits: 4 });
  const quenched = readOut(stage.panel('quenched'), { label: `quenched ${tex`\Sigma`}`, digits: 4 });

  const map = chart(stage.panel('map'), {
    x: {
      label: `energy per site ${tex`E`}, log distance from threshold`,
      scale: 'log',
      domain: [deepest, shallowest],
      ticks: energies.map((E) => threshold - E),
      tickLabel: (depth) => `${Number((threshold - depth).toFixed(3))}`.replace('-', '\u2212'),
    },
    y: { label: `overlap ${tex`m`}`, domain: [0, 1], ticks: [0, 0.5, 1] },
    pick: (depth, m) => stage.move({ overlap: m, energy: threshold - depth }),
  });
  const field = map.field({
    scheme: 'sequential',
    range: [0, most],
    x: [threshold - ground, shallowest],
    y: [0, 1],
  });
  map.rule({ x: threshold - ground, label: `lowest ${tex`E_0`}` });
  map.rule({ x: shallowest, label: `threshold ${tex`E_{\mathrm{th}}`}` });
  map.curve({ hue: 'signal', style: 'guide' }).set(pathDepths, path);
  map.text({ x: 0.0012, y: 0.86, label: 'the signal’s minimum' });
  map.text({ x: 0.2, y: 0.07, label: `${tex`e^{0.013\,N}`} minima →` });
  const none = map.text({ x: emptyAt, y: Number.NaN, label: 'no minima' });
  const edge = map.rule({ y: Number.NaN });
  const edgeName = map.text({ x: nameAt, y: Number.NaN, label: 'annealed band ends' });
  const island = map.points({ hue: 'signal' });
  const ring = map.ring({ hue: 'signal' });

  const hessian = chart(stage.panel('spectrum'), {
    x: { label: `eigenvalues of the Hessian at the ring`, domain: [-2, 8], grow: true },
    y: { label: tex`\rho`, domain: [0, 0.25], ticks: [] },
  });
  const bulk = hessian.band({ hue: 'ink' });
  const outline = hessian.curve({ hue: 'ink', style: 'theory' });
  hessian.rule({ x: 0 });
  const outlier = hessian.stem({ hue: 'signal', label: tex`x^*` });

  let shown = new Float32Array(0);
  let floor = new Float64Array(0);
  const islandDepth = new Float64Array(1);
  const islandOverlap = new Float64Array(1);

  /** The complexity that is asked for where it is positive. */
  function showMap(run: RunView): void {
    const { quenched = 0, columns = 0, rows = 0 } = run.values;
    if (quenched === 1 && run.latest('progress') < 1) return;
    const complexity = run.field(quenched === 1 ? 'quenched' : 'annealed');
    if (shown.length !== complexity.length) shown = new Float32Array(complexity.length);
    for (let i = 0; i < shown.length; ++i) {
      const value = complexity[i] as number;
      shown[i] = value > 0 ? value : Number.NaN;
    }
    field.set(shown, columns, rows);
  }

  return {
    paint({ landscape }) {
      if (!landscape || landscape.length === 0) return;
      showMap(landscape);
      const { overlap = 0, energy = 0 } = landscape.values;
      ring.set(threshold - energy, overlap);
      const m = landscape.latest('plantedOverlap');
      const band = landscape.latest('bandEdge');
      islandDepth[0] = Math.max(shallowest, threshold - landscape.latest('plantedEnergy'));
      islandOverlap[0] = m;
      island.set(islandDepth, islandOverlap);
      own.set(landscape.latest('plantedEnergy'));
      edge.set(band);
      edgeName.set(nameAt, band + 0.05);
      none.set(emptyAt, born - band > 0.12 ? (born + band) / 2 : Number.NaN);
      annealed.set(landscape.latest('annealedMinima'));
      quenched.set(landscape.latest('quenchedMinima'));
      const x = landscape.field('eigenvalues');
      const density = landscape.field('spectrum');
      if (floor.length !== x.length) floor = new Float64Array(x.length);
      bulk.set(x, floor, density);
      outline.set(x, density);
      outlier.set(landscape.latest('isolatedEigenvalue'), 0.21);
      map.draw();
      hessian.draw();
    },
    summary({ landscape }) {
      if (!landscape) return '';
      const { r = 0 } = landscape.values;
      const m = landscape.latest('plantedOverlap');
      const own = Number.isNaN(m)
        ? 'the signal has no minimum of its own'
        : `the signal has its own at overlap ${m.toFixed(2)} and energy ${landscape.latest('plantedEnergy').toFixed(3)}`;
      return `At r = ${r} the band of minima around the equator ends at overlap ${landscape.latest('bandEdge').toFixed(2)}; ${own}.`;
    },
    destroy() {
      map.destroy();
      hessian.destroy();
    },
  };
};

export default view;
