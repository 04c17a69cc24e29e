import { beforeAll, expect, test } from 'vitest';
import { load, type Models, values } from './probe/load.mts';
import { mean } from './probe/statistics.mts';

let models: Models;
beforeAll(async () => {
  models = await load('release');
});

const [digits, randomLabels, teacher] = [0, 1, 2];

function read(task: number, heldOut: boolean, count: number, inputs: number, outputs: number) {
  const samples = models.samplesOf(task, heldOut);
  const at = models.labelsOf(samples);
  return {
    x: [...values(models, models.inputsOf(samples), count * inputs)],
    y: [...values(models, models.targetsOf(samples), count * outputs)],
    labels: [...new Int32Array(models.memory.buffer, at, count)],
  };
}

test('digits are balanced, normalised, and told by one target of ten', () => {
  const task = models.drawTask(1, digits, true, 2000, 1);
  const [training, heldOut] = [read(task, false, 2000, 196, 10), read(task, true, 500, 196, 10)];
  for (const { labels, y } of [training, heldOut]) {
    for (let c = 0; c < 10; ++c) expect(labels.filter((label) => label === c).length).toBe(labels.length / 10);
    labels.forEach((label, mu) => {
      expect(y.slice(10 * mu, 10 * mu + 10)).toEqual(Array.from({ length: 10 }, (_, c) => Number(c === label)));
    });
  }
  // sums of 392,000 rounded numbers of order one
  expect(Math.abs(mean(training.x))).toBeLessThan(1e-10);
  expect(Math.abs(mean(training.x.map((value) => value ** 2)) - 1)).toBeLessThan(1e-10);
  // held-out digits are others of the same kind: 500 means over pixels of a deviation of about 0.15 each
  expect(Math.abs(mean(heldOut.x))).toBeLessThan((4 * 0.15) / Math.sqrt(500));
});

test('Gaussian inputs have mean 0 and variance 1, and random labels know nothing of them', () => {
  const [P, d] = [2000, 8];
  const { x, y, labels } = read(models.drawTask(5, randomLabels, true, P, d), false, P, d, 2);
  // 4 sigma: N(0, 1) has a variance of squares of 2, a fair coin one of 1/4
  expect(Math.abs(mean(x))).toBeLessThan(4 / Math.sqrt(P * d));
  expect(Math.abs(mean(x.map((value) => value ** 2)) - 1)).toBeLessThan(4 * Math.sqrt(2 / (P * d)));
  expect(Math.abs(mean(labels) - 0.5)).toBeLessThan(2 / Math.sqrt(P));
  for (let i = 0; i < d; ++i) {
    const correlation = mean(labels.map((label, mu) => (2 * label - 1) * (x[mu * d + i] ?? 0)));
    expect(Math.abs(correlation)).toBeLessThan(4 / Math.sqrt(P));
  }
  expect(y).toEqual(labels.flatMap((label) => [1 - label, label]));
});

test.each([randomLabels, teacher])(
  'fewer samples are the first of more, and the same are held out: task %d',
  (kind) => {
    const [few, many] = [30, 60].map((P) => models.drawTask(7, kind, false, P, 4));
    const part = read(few as number, false, 30, 4, 1);
    const whole = read(many as number, false, 60, 4, 1);
    expect(whole.x.slice(0, 120)).toEqual(part.x);
    expect(whole.y.slice(0, 30)).toEqual(part.y);
    expect(read(few as number, true, 500, 4, 1)).toEqual(read(many as number, true, 500, 4, 1));
  },
);

test('the two classes of a teacher are alike in number, over teachers', () => {
  const fractions = Array.from({ length: 40 }, (_, seed) =>
    mean(read(models.drawTask(seed, teacher, false, 200, 10), false, 200, 10, 1).labels),
  );
  // fractions differ by about 0.2 between teachers: 4 standard errors
  expect(Math.abs(mean(fractions) - 0.5)).toBeLessThan((4 * 0.2) / Math.sqrt(40));
});
