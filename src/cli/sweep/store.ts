/**
 * The rows of a sweep on disk. While it runs, FILE.part has them as they come; at the end FILE has them all, in the order
 * of the points, and FILE.part is gone. So what FILE holds depends neither on the threads nor on interruptions.
 */
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, truncateSync, writeSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { readRows } from '../../sweep/table.ts';
import { UsageError } from '../command.ts';

export interface Store {
  /** Points that are there, with their rows. */
  readonly points: ReadonlyMap<number, string>;
  /** Makes ready to append: fails where nothing can be written. */
  open(): void;
  append(index: number, rows: string): void;
  /** Nothing more is appended. */
  close(): void;
  /** Makes FILE of what there is. */
  finish(): Promise<void>;
}

/**
 * Opens FILE, with what is there of it.
 *
 * @param start what the rows of a point begin with; nothing where there is no such point.
 * @throws for a file with another head or another point: it belongs to another sweep.
 */
export function openStore(file: string, head: string, start: (index: number) => string | undefined): Store {
  const part = `${file}.part`;
  const points = new Map<number, string>();
  take(file, head, start, points);
  const inFile = points.size;
  const intact = take(part, head, start, points);
  let descriptor = 0;
  return {
    points,
    open() {
      if (existsSync(part)) truncateSync(part, intact);
      descriptor = openSync(part, 'a');
      if (intact === 0) writeSync(descriptor, head);
    },
    append(index, rows) {
      writeSync(descriptor, rows);
      points.set(index, rows);
    },
    close: () => closeSync(descriptor),
    async finish() {
      if (points.size > inFile || !existsSync(file)) await writeSorted(file, head, points);
      rmSync(part, { force: true });
    },
  };
}

/** Puts the points of `file` into `points`, and returns the bytes up to where it is intact. */
function take(
  file: string,
  head: string,
  start: (index: number) => string | undefined,
  points: Map<number, string>,
): number {
  if (!existsSync(file)) return 0;
  const text = readFileSync(file, 'utf8');
  if (head.startsWith(text)) return text === head ? Buffer.byteLength(head) : 0;
  const rows = readRows(`sweep: ${file}`, text);
  checkHead(file, rows.head, head);
  for (const [index, own] of rows.points) {
    const wanted = start(index);
    const isForeign = (line: string) => wanted === undefined || !line.startsWith(wanted);
    const foreign = own.trimEnd().split('\n').find(isForeign);
    if (foreign !== undefined) {
      throw new UsageError(
        `sweep: ${file} has the row "${foreign}", expected ${wanted ? `"${wanted}..."` : 'no such point'}`,
      );
    }
    if ((points.get(index) ?? own) !== own) throw new UsageError(`sweep: ${file} has other rows of point ${index}`);
    points.set(index, own);
  }
  return Buffer.byteLength(text.slice(0, rows.intact));
}

function checkHead(file: string, head: string, wanted: string): void {
  if (head === wanted) return;
  const lines = wanted.split('\n');
  const got = head.split('\n');
  const k = lines.findIndex((line, at) => line !== got[at]);
  const what = `has "${got[k] ?? ''}" in line ${k + 1}, expected "${lines[k]}"`;
  throw new UsageError(`sweep: ${file} ${what}: it is not of this sweep, which needs a file of its own (-o FILE)`);
}

/** Rows that are handed to the system at once. */
const block = 1000;

/** Writes all at once, as seen from outside: a reader finds the file that was there before or the whole new one. */
export async function writeSorted(file: string, head: string, points: ReadonlyMap<number, string>): Promise<void> {
  const order = [...points.keys()].sort((a, b) => a - b);
  function* blocks() {
    yield head;
    for (let at = 0; at < order.length; at += block) {
      yield order
        .slice(at, at + block)
        .map((index) => points.get(index))
        .join('');
    }
  }
  const fresh = `${file}.new`;
  await writeFile(fresh, blocks());
  renameSync(fresh, file);
}
