/**
 * The pairs (i, j) of points closer than a range, i of one grid of cells and j ahead of it in another (or the same): each
 * pair of the periodic system once, as `periodic-points` explains. Points of the same cell are ahead of each other by
 * their place in a grid; of two grids, the one says to the other which of them goes first.
 *
 * Layout: rows (at_i, n, at_j1, …, at_jn) of u32, n even: places in bytes of an array [points, d] of f64; a row of an odd
 * number of pairs ends with the point that is far away. Rows follow the cells, so that neighbours in space are near in
 * memory.
 */
import { CellGrid } from './cell-grid';
import { LAYERS } from './periodic-points';

export class PairList {
  readonly entries: StaticArray<u32>;
  length: i32 = 0;
  private readonly rows: StaticArray<i32>; // from a cell to the middle of each row of cells ahead of its own

  /**
   * @param range of the pairs
   * @param most pairs for which there is room
   * @param first points of `from` are ahead of nothing of their cell in `to`: what is there is ahead of them
   */
  constructor(
    readonly from: CellGrid, readonly to: CellGrid, readonly range: f64, most: i32, readonly first: bool,
  ) {
    const d = from.points.d, stride = from.points.stride;
    this.entries = new StaticArray<u32>(most + 3 * (from.to - from.from));
    this.rows = new StaticArray<i32>(d == 2 ? LAYERS : LAYERS * (2 * LAYERS + 2));
    let count = 0;
    if (d == 3) for (let b = 1; b <= LAYERS; ++b) this.rows[count++] = b * stride[1];
    for (let a = 1; a <= LAYERS; ++a) {
      if (d == 2) this.rows[count++] = a * stride[0];
      else for (let b = -LAYERS; b <= LAYERS; ++b) this.rows[count++] = a * stride[0] + b * stride[1];
    }
  }

  /** Finds the pairs anew; the grids are sorted. */
  build(): void {
    const points = this.from.points, start = this.to.start, same = this.from === this.to;
    const bytes = <u32>points.d << 3, N = points.N;
    let at = 0;
    for (let place = 0; place < this.from.size; ++place) {
      const i = this.from.id[place];
      if (i >= N) continue;
      const cell = points.cell[i];
      let end = at + 2;
      end = this.search(place, same ? place + 1 : start[this.first ? cell : cell + 1], start[cell + LAYERS + 1], end);
      for (let row = 0; row < this.rows.length; ++row) {
        const middle = cell + this.rows[row];
        end = this.search(place, start[middle - LAYERS], start[middle + LAYERS + 1], end);
      }
      if (end == at + 2) continue;
      if ((end - at) & 1) this.entries[end++] = <u32>N * bytes;
      this.entries[at] = <u32>i * bytes;
      this.entries[at + 1] = end - at - 2;
      at = end;
    }
    this.length = at;
  }

  /** Appends those of places `begin` to `stop` that are within range of the point at `place`; returns the new end. */
  private search(place: i32, begin: i32, stop: i32, end: i32): i32 {
    if (end + (stop - begin) + 2 > this.entries.length) throw new Error('pair list: more pairs than it has room for');
    const d = this.from.points.d, bytes = d << 3;
    const range2 = f64x2.splat(this.range * this.range);
    const from = this.from.x, to = this.to.x;
    const x = f64x2.splat(from[0][place]), y = f64x2.splat(from[1][place]), z = f64x2.splat(from[d - 1][place]);
    const X = changetype<usize>(to[0]), Y = changetype<usize>(to[1]), Z = changetype<usize>(to[d - 1]);
    const id = changetype<usize>(this.to.id);
    let out = changetype<usize>(this.entries) + (end << 2);
    for (let p = begin; p < stop; p += 2) {
      const at = <usize>p << 3;
      const dx = f64x2.sub(x, v128.load(X + at)), dy = f64x2.sub(y, v128.load(Y + at));
      let r2 = f64x2.add(f64x2.mul(dx, dx), f64x2.mul(dy, dy));
      if (d == 3) {
        const dz = f64x2.sub(z, v128.load(Z + at));
        r2 = f64x2.add(r2, f64x2.mul(dz, dz));
      }
      const near = i64x2.bitmask(f64x2.lt(r2, range2));
      store<u32>(out, load<u32>(id + (<usize>p << 2)) * bytes);
      out += (near & 1) << 2;
      store<u32>(out, load<u32>(id + (<usize>p << 2), 4) * bytes);
      out += ((near >> 1) & i32(p + 1 < stop)) << 2;
    }
    return <i32>((out - changetype<usize>(this.entries)) >> 2);
  }
}
