import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../src/build/root.ts';

function bench(...args: string[]) {
  const tsx = path.join(root, 'node_modules/tsx/dist/cli.mjs');
  return spawnSync(process.execPath, [tsx, path.join(root, 'tests/bench/main.ts'), ...args], { encoding: 'utf8' });
}

test('--json is one array of name, size, ms, bytes and the ratios to the peers that are there', () => {
  const { status, stdout, stderr } = bench('--json', 'step/state-evolution');
  expect(status, stderr).toBe(0);
  const results: unknown = JSON.parse(stdout);
  const positive = expect.toSatisfy((value: unknown) => typeof value === 'number' && value > 0 && value < 1e6);
  const peers = [
    'js',
    ...(/no gcc/.test(stderr) ? [] : ['c']),
    ...(/no NumPy/.test(stderr) ? [] : ['numpy', 'numpyOneThread']),
  ];
  expect(results).toEqual([
    {
      name: 'step/state-evolution-spiked-matrix-tensor',
      size: 0,
      ms: positive,
      bytes: 8 * 129,
      ratios: Object.fromEntries(peers.map((name) => [name, positive])),
    },
  ]);
});

test.each([
  [['--jsn'], /^bench: no flag --jsn, expected one of: --json\n$/],
  [
    ['nothing-like-it'],
    /^bench: no benchmark's name contains "nothing-like-it", expected one of: .*tensor-gradient.*\n$/,
  ],
  [['step', 'normal'], /^bench: expected one name, got "normal" as well\n$/],
])('%j is wrong use: exit status 2 and one line', (args, line) => {
  const { status, stdout, stderr } = bench(...args);
  expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: expect.stringMatching(line) });
});
