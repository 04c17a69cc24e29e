/** A Brownian sheet that turns into the next as one writes it first in JavaScript, on normal numbers of `polar.ts`. */
import type { Work } from '../in-process.ts';
import { fillPolar } from '../normal/polar.ts';

interface Sheet {
  rows: number;
  readonly values: Float32Array;
  readonly front: Float64Array;
}

export function turningSheet(n: number, pace: number, shown: number): Work {
  const newSheet = (): Sheet => ({ rows: 0, values: new Float32Array(n * n), front: new Float64Array(n) });
  const xi = new Float64Array(n);
  const W = new Float32Array(n * n);
  let [from, to, next] = [newSheet(), newSheet(), newSheet()];
  let phase = 0;

  const drawRows = (sheet: Sheet, until: number) => {
    const { values, front } = sheet;
    for (; sheet.rows < until; ++sheet.rows) {
      fillPolar(xi);
      let sum = 0;
      for (let j = 0, at = sheet.rows * n; j < n; ++j, ++at) {
        sum += (xi[j] as number) / n;
        front[j] = (front[j] as number) + sum;
        values[at] = front[j] as number;
      }
    }
  };
  drawRows(from, n);
  drawRows(to, n);

  return {
    call() {
      phase += pace;
      if (phase >= 1) {
        phase -= 1;
        drawRows(next, n);
        [from, to, next] = [to, next, from];
        next.rows = 0;
        next.front.fill(0);
      }
      drawRows(next, Math.ceil(phase * n));
      const [a, b] = [Math.cos(0.5 * Math.PI * phase), Math.sin(0.5 * Math.PI * phase)];
      const [x, y] = [from.values, to.values];
      for (let k = 0; k < W.length; ++k) W[k] = a * (x[k] as number) + b * (y[k] as number);
    },
    result: () => W.subarray(0, shown * n),
  };
}
