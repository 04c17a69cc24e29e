import { beforeAll, expect, test } from 'vitest';
import { load, type Models, values } from './probe/load.mts';

let models: Models;
beforeAll(async () => {
  models = await load('debug');
});

const [points, a] = [41, 0.2];

/** The mesh of t. */
function place(t: number) {
  const out = models.vector(4 * points);
  const mesh = models.ageingMesh(points, a);
  const spacing = models.placeMesh(mesh, t, out);
  const all = values(models, out, 4 * points);
  const [nodes, elapsed, density, drift] = [0, 1, 2, 3].map((i) => all.slice(i * points, (i + 1) * points));
  return { mesh, spacing, nodes, elapsed, density, drift } as Record<'mesh' | 'spacing', number> &
    Record<'nodes' | 'elapsed' | 'density' | 'drift', Float64Array>;
}

test.each([1e-5, 1, 1e4])('the mesh of t = %d rises from 0 to t, alike from both ends, dense by a there', (t) => {
  const { mesh, spacing, nodes, elapsed } = place(t);
  expect([nodes[0], nodes[points - 1]]).toEqual([0, t]);
  nodes.forEach((node, k) => {
    if (k > 0) expect(node).toBeGreaterThan(nodes[k - 1] ?? 0);
    // rounding of eˣ (t + a) − a over 1 + eˣ
    expect(Math.abs(node + (elapsed[k] ?? 0) - t)).toBeLessThan(1e-15 * (t + a) * 4);
    expect(Math.abs(models.meshIndex(mesh, node) - k)).toBeLessThan(1e-8);
  });
  // x = ln[(t′ + a)/(t − t′ + a)] is spaced evenly
  const x = nodes.map((node, k) => Math.log((node + a) / ((elapsed[k] ?? 0) + a)));
  x.forEach((value, k) => {
    if (k > 0) expect(Math.abs(value - (x[k - 1] ?? 0) - spacing)).toBeLessThan(1e-11);
  });
});

test('density and drift are the derivatives of a node with x and with t', () => {
  const t = 30;
  const { mesh, density, drift, nodes } = place(t);
  const spacing = place(t).spacing;
  for (const h of [0.02, 0.01]) {
    const [later, before] = [place(t + h), place(t - h)];
    for (const k of [0, 3, 20, 33, 40]) {
      const slope = ((later.nodes[k] ?? 0) - (before.nodes[k] ?? 0)) / (2 * h);
      // h² times a sixth of the third derivative, which is below 1/t²
      expect(Math.abs(slope - (drift[k] ?? 0))).toBeLessThan((h * h) / (6 * t * t) + 1e-12);
    }
  }
  for (const k of [3, 20, 33]) {
    const node = nodes[k] ?? 0;
    const h = 1e-4 * node;
    const slope = (models.meshIndex(mesh, node + h) - models.meshIndex(mesh, node - h)) / (2 * h);
    // the index is x over the spacing; relative error h² x‴/(6 x′), below 1e-8 where h is 1e-4 of the distance from the end
    expect(Math.abs(slope * spacing * (density[k] ?? 0) - 1)).toBeLessThan(1e-5);
  }
});
