/** `glassdeck sweep` and `glassdeck merge`: the same file however it came about. */
import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import merge from '../src/cli/commands/merge.ts';
import { version } from '../src/kernel/version.ts';
import { largeTable } from './large-table.ts';
import { copyProject } from './project.ts';
import { straightLine } from './straight-line.ts';

const project = mkdtempSync(path.join(tmpdir(), 'glassdeck-'));
beforeAll(() => copyProject(project, { ...straightLine, ...largeTable }));
afterAll(() => rmSync(project, { recursive: true }));

const command = (args: readonly string[]) => ['--import', 'tsx', 'src/cli/main.ts', ...args];

function glassdeck(...args: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, command(args), { cwd: project }, (error, stdout, stderr) => {
      resolve({ status: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

const inProject = (file: string) => path.join(project, file);
const read = (file: string) => readFileSync(inProject(file), 'utf8');

/** Which code computed the rows is for the command to say. */
const withoutCode = (text: string) => text.replace(/^# code: [0-9a-f]{16}$/m, '# code: ?');

/** x = seed + drift t, until the line breaks at step `end`. */
const grid = { end: [4, 100], drift: [-0.5, 0, 0.5] };
const seeds = [1, 2, 3, 9];
const steps = 9;
const line = [
  'sweep',
  'straight-line',
  '--grid',
  'drift=-0.5:0.5:3 end=4,100',
  '--seeds',
  '1:3,9',
  '--steps',
  `${steps}`,
];

function expected(): string {
  const points = grid.end.flatMap((end) => grid.drift.flatMap((drift) => seeds.map((seed) => ({ end, drift, seed }))));
  const rows = points.map(({ end, drift, seed }, index) => {
    const start = [index, end, drift, seed];
    if (end > steps) return [...start, steps, steps, seed + drift * steps, 'steps'].join(',');
    return `${start},3,,,"failed: straight-line: x is NaN at step 4 with drift=${drift}"`;
  });
  const head = [
    '# kernel: straight-line',
    `# version: ${version}`,
    '# code: ?',
    '# end: 4,100',
    '# drift: -0.5,0,0.5',
    '# seeds: 1:3,9',
    `# steps: ${steps}`,
    '# points: 24',
    'index,end,drift,seed,step,t,x,end',
  ];
  return [...head, ...rows, ''].join('\n');
}

describe('a sweep', () => {
  test('writes every point in order, those that fail with the reason, and ends with status 1 for them', async () => {
    const { status, stdout, stderr } = await glassdeck(...line, '-o', 'one.csv', '--workers', '1', '--summary');
    expect(withoutCode(read('one.csv'))).toBe(expected());
    expect(existsSync(inProject('one.csv.part'))).toBe(false);
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: 'Computing 24 of 24 points on 1 thread ...\nglassdeck: 12 of 24 points failed, one.csv says why\n',
    });
    const [names, ...cells] = stdout.trimEnd().split('\n');
    expect(names).toBe('end,drift,runs,failed,t,t_error,x,x_error');
    // the seeds 1, 2, 3 and 9 have the mean 15/4 and the variance (7.5625 + 3.0625 + 0.5625 + 27.5625)/3
    const error = Math.sqrt(38.75 / 3 / 4);
    const means = grid.drift.map((drift) => `100,${drift},4,0,9,0,${3.75 + 9 * drift},${error}`);
    expect(cells).toEqual([...grid.drift.map((drift) => `4,${drift},0,4,NaN,NaN,NaN,NaN`), ...means]);
  });

  test('writes the same bytes on two threads, and computes nothing that is there', async () => {
    await glassdeck(...line, '-o', 'two.csv', '--workers', '2');
    expect(read('two.csv')).toBe(read('one.csv'));
    const again = await glassdeck(...line, '-o', 'two.csv');
    expect(again.stdout).toBe('two.csv  24 points\n');
    expect(again.stderr).not.toContain('Computing');
  });

  test('of three shards is merged into the same bytes', async () => {
    const shards = ['1/3', '2/3', '3/3'].map((shard) => [...line, '--shard', shard, '-o', `shard-${shard[0]}.csv`]);
    await Promise.all(shards.map((args) => glassdeck(...args, '--workers', '1')));
    expect(read('shard-2.csv')).toMatch(/\n# shard: 2\/3\nindex,/);
    const files = [3, 1, 2].map((part) => inProject(`shard-${part}.csv`));
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    await merge.run([...files, '-o', inProject('merged.csv')]);
    expect(log).toHaveBeenCalledWith(`${inProject('merged.csv')}  24 points`);
    log.mockRestore();
    expect(read('merged.csv')).toBe(read('one.csv'));
    await expect(merge.run([...files.slice(1), '-o', inProject('less.csv')])).rejects.toThrow(
      'merge: 8 of 24 points are missing: 2,5,8,11,14,17,20,23; of shard 3/3',
    );
    expect(existsSync(inProject('less.csv'))).toBe(false);
  });

  test('ends a run where a condition is met, and goes on where memory ends', async () => {
    const until = ['--until', 'x>4', '--drift', '0.5', '--seeds', '2,3', '--every', '3', '-o', 'until.csv'];
    expect(await glassdeck('sweep', 'straight-line', ...until, '--steps', '20', '--summary')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^runs,.*,success,success_low,success_high\n2,0,.*,1,0\.6\d*,1\n$/),
    });
    const rows = ['0,2,0,0,2,', '0,2,3,3,3.5,', '0,2,5,5,4.5,until', '1,3,0,0,3,', '1,3,3,3,4.5,until'];
    expect(read('until.csv')).toMatch(new RegExp(`\nindex,seed,step,t,x,end\n${rows.join('\n')}\n$`));
    const memory = ['--grid', 'size=32,1', '--seeds', '1:2', '-o', 'memory.csv', '--steps', '3'];
    const { status, stderr } = await glassdeck('sweep', 'large-table', ...memory);
    expect(status).toBe(1);
    expect(stderr).toContain('glassdeck: 2 of 4 points failed, memory.csv says why\n');
    const outcomes = read('memory.csv').trimEnd().split('\n').slice(-4);
    const failure = /^[01],32,[12],0,,"failed: large-table: cannot start with size=32: out of memory .*"$/;
    for (const row of outcomes.slice(0, 2)) expect(row).toMatch(failure);
    expect(outcomes.slice(2)).toEqual(['2,1,1,3,3,steps', '3,1,2,3,3,steps']);
  });
});

describe('a sweep that is interrupted', () => {
  const long = ['sweep', 'straight-line', '--seeds', '1:60', '--steps', '900000', '--workers', '2', '-o', 'long.csv'];
  const part = inProject('long.csv.part');
  const rowsSoFar = () => (existsSync(part) ? (readFileSync(part, 'utf8').match(/^\d+,.*,steps$/gm)?.length ?? 0) : 0);

  /** Sends the signal once there are `rows` rows. */
  async function interrupt(signal: NodeJS.Signals, rows: number) {
    const child = spawn(process.execPath, command(long), { cwd: project });
    let stderr = '';
    child.stderr.on('data', (text) => {
      stderr += text;
    });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    while (rowsSoFar() < rows && child.exitCode === null) await sleep(5);
    child.kill(signal);
    return { status: await ended, stderr };
  }

  test('by Ctrl-C says how to go on, goes on, and after kill -9 as well, and ends with the same bytes', async () => {
    const { status, stderr } = await interrupt('SIGINT', 3);
    expect(status).toBe(130);
    expect(stderr).toMatch(
      /^Computing 60 of 60 points on 2 threads \.\.\.\nStopped after (\d+) of 60 points\. To go on:\n/,
    );
    expect(stderr).toContain(`\n  npm run -s glassdeck -- ${long.join(' ')}\n`);
    const stopped = rowsSoFar();
    expect(stderr).toContain(`Stopped after ${stopped} of 60`);
    expect(stopped).toBeLessThan(60);

    const killed = await interrupt('SIGKILL', stopped + 3);
    expect(killed.status).toBeNull();
    expect(killed.stderr).toContain(`Computing ${60 - stopped} of 60 points`);
    const left = 60 - rowsSoFar();
    expect(left).toBeGreaterThan(0);

    const last = await glassdeck(...long);
    expect(last).toMatchObject({ status: 0, stdout: 'long.csv  60 points\n' });
    expect(last.stderr).toContain(`Computing ${left} of 60 points`);
    const rows = Array.from({ length: 60 }, (_, k) => `${k},${k + 1},900000,900000,${900_001 + k},steps\n`);
    expect(read('long.csv').replace(/^#.*\n/gm, '')).toBe(`index,seed,step,t,x,end\n${rows.join('')}`);
    expect(existsSync(part)).toBe(false);
  });
});

test('wrong use ends with status 2 and one line, before anything is computed', async () => {
  const args = ['sweep', 'straight-line', '--grid', 'drift=1,11', '-o', 'none.csv'];
  expect(await glassdeck(...args)).toEqual({
    status: 2,
    stdout: '',
    stderr: 'glassdeck: sweep: --grid: drift="11" is outside [-10, 10]\n',
  });
  expect(existsSync(inProject('none.csv.part'))).toBe(false);
});
