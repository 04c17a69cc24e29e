/** The file of a sweep: what is there is kept, what is not of this sweep is refused. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from './store.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'glassdeck-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = path.join(folder, 'sweep.csv');
const part = `${file}.part`;
beforeEach(() => {
  for (const name of [file, part]) rmSync(name, { force: true });
});

const head = '# kernel: walk\n# steps: 4\nindex,seed,step,x,end\n';
const row = (index: number) => `${index},${10 + index},4,0.5,steps\n`;
/** Of points 0 to 9. */
const start = (index: number) => (index < 10 ? `${index},${10 + index},` : undefined);
const open = () => openStore(file, head, start);

describe('the file of a sweep', () => {
  test('grows beside its place as rows come, and is put there in order', async () => {
    const store = open();
    expect(store.points.size).toBe(0);
    expect(existsSync(part)).toBe(false);
    store.open();
    for (const index of [7, 2, 5]) store.append(index, row(index));
    expect(readFileSync(part, 'utf8')).toBe(head + row(7) + row(2) + row(5));
    expect(existsSync(file)).toBe(false);
    store.close();
    await store.finish();
    expect(readFileSync(file, 'utf8')).toBe(head + row(2) + row(5) + row(7));
    expect(existsSync(part)).toBe(false);
  });

  test.each([
    ['a torn row', head + row(7) + row(2), '5,15,4'],
    ['the rows of half a point', head + row(7) + row(2), '5,15,0,0.25,\n5,15,2,0.3'],
    ['a torn head', '', head.slice(0, 20)],
    ['a head without its columns', '', head.slice(0, head.indexOf('index'))],
    ['no rows', head, ''],
  ])('goes on behind %s', async (_, whole, torn) => {
    writeFileSync(part, whole + torn);
    const store = open();
    expect([...store.points.keys()]).toEqual(whole.includes('7,') ? [7, 2] : []);
    store.open();
    store.append(3, row(3));
    store.close();
    expect(readFileSync(part, 'utf8')).toBe(`${whole || head}${row(3)}`);
  });

  test('is completed where it lacks points, and left alone where it does not', async () => {
    writeFileSync(file, head + row(1) + row(3));
    writeFileSync(part, head + row(2));
    const store = open();
    expect([...store.points.keys()]).toEqual([1, 3, 2]);
    await store.finish();
    expect(readFileSync(file, 'utf8')).toBe(head + row(1) + row(2) + row(3));
    expect(existsSync(part)).toBe(false);
  });

  test.each([
    [
      file,
      `${head.replace('4', '5')}${row(1)}`,
      'has "# steps: 5" in line 2, expected "# steps: 4": it is not of this sweep',
    ],
    [
      part,
      `${head.replace('4', '5')}${row(1)}`,
      'has "# steps: 5" in line 2, expected "# steps: 4": it is not of this sweep',
    ],
    [file, 'dear diary\n', 'has "dear diary" in line 1, expected "# kernel: walk"'],
    [file, `${head}${row(1)}11,21,4,0.5,steps\n`, 'has the row "11,21,4,0.5,steps", expected no such point'],
    [file, `${head}1,12,4,0.5,steps\n`, 'has the row "1,12,4,0.5,steps", expected "1,11,..."'],
  ])('is refused and kept when it is of another sweep: %#', (name, text, message) => {
    writeFileSync(name, text);
    expect(open).toThrow(`sweep: ${name} ${message}`);
    expect(readFileSync(name, 'utf8')).toBe(text);
  });

  test('is refused when both of its places have a point, and not the same', () => {
    writeFileSync(file, head + row(1));
    writeFileSync(part, head + row(1).replace('0.5', '0.25'));
    expect(open).toThrow(`sweep: ${part} has other rows of point 1`);
  });

  test('is where rows can be written, or is refused before the first', () => {
    expect(() => openStore(path.join(folder, 'none', 'sweep.csv'), head, start).open()).toThrow('ENOENT');
  });
});
