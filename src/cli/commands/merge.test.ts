/** What cannot be united, and the words for it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { UsageError } from '../command.ts';
import merge from './merge.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'glassdeck-'));
afterAll(() => rmSync(folder, { recursive: true }));
const inFolder = (name: string) => path.join(folder, name);
const output = inFolder('all.csv');

const head = (shard: string, steps = 4) =>
  `# kernel: walk\n# steps: ${steps}\n# points: 6\n# shard: ${shard}\nindex,seed,step,x,end\n`;
const row = (index: number, x = 0.5) => `${index},${10 + index},4,${x},steps\n`;

/** Writes the shards as `a.csv`, `b.csv` ... and merges them. */
async function mergeTexts(...texts: string[]): Promise<void> {
  const files = texts.map((text, k) => {
    const file = inFolder(`${'abc'[k]}.csv`);
    writeFileSync(file, text);
    return file;
  });
  await merge.run([...files, '-o', output]);
}

const first = head('1/2') + row(4) + row(0) + row(2);
const second = head('2/2') + row(1) + row(3) + row(5);

describe('merge', () => {
  test('puts all points in order under the head of the whole, also where shards overlap or are not yet sorted', async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    await mergeTexts(second + row(0), first);
    const whole = head('').replace('# shard: \n', '');
    expect(readFileSync(output, 'utf8')).toBe(whole + [0, 1, 2, 3, 4, 5].map((index) => row(index)).join(''));
    expect(log).toHaveBeenCalledWith(`${output}  6 points`);
    log.mockRestore();
  });

  test('says which points are missing, and of which shard', async () => {
    await expect(mergeTexts(first, second.replace(row(3), ''))).rejects.toThrow(
      new Error('merge: 1 of 6 points are missing: 3; of shard 2/2'),
    );
    await expect(mergeTexts(head('1/2') + row(0))).rejects.toThrow(
      new Error('merge: 5 of 6 points are missing: 1:5; of shard 2/2, 1/2'),
    );
  });

  test('refuses shards of different sweeps', async () => {
    const merged = mergeTexts(first, second.replace(head('2/2'), head('2/2', 5)));
    const [a, b] = [inFolder('a.csv'), inFolder('b.csv')];
    await expect(merged).rejects.toThrow(
      new UsageError(`merge: ${b} has "# steps: 5" where ${a} has "# steps: 4": not shards of one sweep`),
    );
  });

  test('refuses a point that has not the same rows in two shards', async () => {
    const [a, c] = [inFolder('a.csv'), inFolder('c.csv')];
    await expect(mergeTexts(first, second, head('2/2') + row(4, 0.25))).rejects.toThrow(
      new UsageError(`merge: point 4 is not the same in ${a} and in ${c}`),
    );
  });

  test('refuses what is no shard', async () => {
    await expect(mergeTexts('t,x\n1,2\n')).rejects.toThrow(
      new UsageError(`merge: ${inFolder('a.csv')} has no line "# points", expected a file of glassdeck sweep`),
    );
    await expect(merge.run([inFolder('none.csv'), '-o', output])).rejects.toThrow(UsageError);
    await expect(merge.run(['-o', output])).rejects.toThrow(
      new UsageError('merge lacks its shards, expected the files of glassdeck sweep --shard'),
    );
    await expect(merge.run([inFolder('a.csv')])).rejects.toThrow(new UsageError('merge lacks -o FILE'));
  });
});
