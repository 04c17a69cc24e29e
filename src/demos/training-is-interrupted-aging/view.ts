/** What ages when a network learns: its loss, how far its weights go, and what it makes of digits it has not seen. */
import type { RunView, View } from '../../demo/view.ts';
import { chart, pictureGrid, readOut, tex } from '../../plot/index.ts';

const hue = 'sgd';
/** Waiting times, of which the decades are named. */
const names = ['10', '', '10<sup>2</sup>', '', '10<sup>3</sup>', '', '10<sup>4</sup>', ''];
const strengthOf = (w: number) => 0.25 + (0.75 * w) / (names.length - 1);
const shown = 36;
/** Pixels along a side of a digit, and numbers that it can be taken for. */
const side = 14;
const classes = 10;
const longest = 4e4;

const view: View = (stage) => {
  stage.grid('"loss delta right" auto "loss delta digits" 1fr / 5fr 7fr 5fr');
  const loss = chart(stage.panel('loss'), {
    x: { label: `steps ${tex`t`}`, scale: 'log', domain: [10, longest] },
    y: { label: `loss ${tex`\mathcal{L}`}`, scale: 'log', domain: [1e-4, 3] },
  });
  const falling = loss.curve({ hue, style: 'simulation' });
  const delta = chart(stage.panel('delta'), {
    x: { label: `steps ${tex`t`} since ${tex`t_w`}`, scale: 'log', domain: [10, longest] },
    y: { label: 'displacement² in steps of free diffusion', scale: 'log', domain: [1, 2e5] },
  });
  delta.curve({ hue: 'ink', style: 'theory', label: 'free' }).set([1, longest], [1, longest]);
  const families = names.map((name, w) => ({
    start: loss.points({ hue, strength: strengthOf(w) }),
    moved: delta.curve({
      hue,
      style: 'simulation',
      strength: strengthOf(w),
      ...(name && { label: `${tex`t_w`} = ${name}` }),
    }),
    startStep: new Float64Array(1),
    startLoss: new Float64Array(1),
    freeSteps: new Float64Array(0),
  }));
  const right = readOut(stage.panel('right'), { label: 'unseen digits read right', hue, digits: 3 });
  const digits = pictureGrid(stage.panel('digits'), { count: shown, side, most: 15, number: 'beside', digits: 0 });

  const wrong = new Array<boolean>(shown).fill(false);
  const steps: number[] = [];
  const losses: number[] = [];

  /** Losses where they were measured, with a dot at the last of them before each waiting time. */
  function showLoss(run: RunView): void {
    const t = run.column('t');
    const L = run.column('loss');
    const waits = run.field('waits');
    steps.length = losses.length = 0;
    for (const { startStep } of families) startStep[0] = Number.NaN;
    for (let row = 1, w = 0; row < run.length; ++row) {
      if (L[row] !== L[row - 1]) {
        steps.push(t[row] as number);
        losses.push(L[row] as number);
      }
      const family = families[w];
      if (!family || (t[row] as number) < (waits[w] as number)) continue;
      family.startStep[0] = steps.at(-1) ?? Number.NaN;
      family.startLoss[0] = L[row] as number;
      ++w;
    }
    falling.set(steps, losses);
    for (const { start, startStep, startLoss } of families) start.set(startStep, startLoss);
  }

  /** M Δ(t_w, t_w + t) over η² D(t_w) / B, which is t where steps are independent and nothing turns them back. */
  function showDisplacement(run: RunView): void {
    const { width = 0, batch = 0, learningRate = 0 } = run.values;
    const weights = side ** 2 * width + width + classes * width + classes;
    const lags = run.field('lags');
    const displacement = run.field('delta');
    const noise = run.field('gradientNoise');
    for (const [w, family] of families.entries()) {
      if (family.freeSteps.length !== lags.length) family.freeSteps = new Float64Array(lags.length);
      const step = (learningRate ** 2 * (noise[w] as number)) / (batch * weights);
      for (let l = 0; l < lags.length; ++l) {
        family.freeSteps[l] = (displacement[w * lags.length + l] as number) / step;
      }
      family.moved.set(lags, family.freeSteps);
    }
  }

  return {
    paint({ sgd }) {
      if (!sgd || sgd.length === 0) return;
      showLoss(sgd);
      showDisplacement(sgd);
      right.set(sgd.latest('accuracy'));
      const [taken, truth] = [sgd.field('predictions'), sgd.field('labels')];
      for (let k = 0; k < shown; ++k) wrong[k] = taken[k] !== truth[k];
      digits.set(sgd.field('images'), taken, wrong);
      loss.draw();
      delta.draw();
      digits.draw();
    },
    summary({ sgd }) {
      if (!sgd) return '';
      return `After ${sgd.step} steps the loss is ${sgd.latest('loss').toPrecision(2)}; the network reads ${(100 * sgd.latest('accuracy')).toFixed(0)} percent of the unseen digits right, and ${wrong.filter(Boolean).length} of the ${shown} pictures wrong.`;
    },
    destroy() {
      loss.destroy();
      delta.destroy();
      digits.destroy();
    },
  };
};

export default view;
