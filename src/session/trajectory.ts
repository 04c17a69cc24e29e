/**
 * The rows of a run on the page, as columns that grow. When a column is full every other row is dropped and the stride
 * doubles, so a run of any length keeps an even picture of itself; which rows stay depends on their steps alone.
 */
export interface Trajectory {
  readonly length: number;
  /** The newest row, kept or not: [width]. */
  readonly latest: Float64Array;
  /** Column `k` of the rows: valid up to `length`. */
  column(k: number): Float64Array;
  /** Columns `first` .. `first + size - 1` as row-major [length, size]. */
  block(first: number, size: number): Float64Array;
  /** Rows after `step` as [rows, width]: those that were kept, and the newest. */
  since(step: number): Float64Array;
  /** Appends [rows, width] in row-major order, column 0 being the step. Rows it has had already, of a replay, pass by. */
  append(buffer: Float64Array, rows: number): void;
}

/** Rows that a trajectory has room for. */
export const roomForRows = 4096;

/** A trajectory of rows of `width` numbers, one row every `every` steps at first. */
export function createTrajectory(width: number, every: number, capacity = roomForRows): Trajectory {
  const columns = Array.from({ length: width }, () => new Float64Array(capacity));
  const latest = new Float64Array(width).fill(Number.NaN);
  const blocks = new Map<number, { values: Float64Array; length: number }>();
  let length = 0;
  let stride = every;

  function thin(): void {
    stride *= 2;
    const steps = columns[0] as Float64Array;
    let kept = 0;
    for (let row = 0; row < length; ++row) {
      if ((steps[row] as number) % stride !== 0) continue;
      for (const column of columns) column[kept] = column[row] as number;
      ++kept;
    }
    length = kept;
    for (const block of blocks.values()) block.length = 0;
  }

  return {
    get length() {
      return length;
    },
    latest,
    column: (k) => columns[k] as Float64Array,
    block(first, size) {
      let block = blocks.get(first);
      if (!block) {
        block = { values: new Float64Array(capacity * size), length: 0 };
        blocks.set(first, block);
      }
      for (; block.length < length; ++block.length) {
        for (let k = 0; k < size; ++k) {
          block.values[block.length * size + k] = (columns[first + k] as Float64Array)[block.length] as number;
        }
      }
      return block.values;
    },
    since(step) {
      const steps = columns[0] as Float64Array;
      let first = length;
      while (first > 0 && (steps[first - 1] as number) > step) --first;
      const hasMore = length > 0 && (latest[0] as number) > Math.max(step, steps[length - 1] as number);
      const rows = new Float64Array((length - first + (hasMore ? 1 : 0)) * width);
      for (let row = first; row < length; ++row) {
        for (let k = 0; k < width; ++k) rows[(row - first) * width + k] = (columns[k] as Float64Array)[row] as number;
      }
      if (hasMore) rows.set(latest, (length - first) * width);
      return rows;
    },
    append(buffer, rows) {
      for (let row = 0; row < rows; ++row) {
        const start = row * width;
        const step = buffer[start] as number;
        if (step <= (latest[0] as number)) continue;
        for (let k = 0; k < width; ++k) latest[k] = buffer[start + k] as number;
        if (length === capacity && step % stride === 0) thin();
        if (step % stride !== 0) continue;
        for (let k = 0; k < width; ++k) (columns[k] as Float64Array)[length] = latest[k] as number;
        ++length;
      }
    },
  };
}
