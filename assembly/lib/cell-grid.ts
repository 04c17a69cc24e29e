/**
 * Some of the points of `periodic-points`, with their images, sorted by cell: those of a row of cells lie in one piece,
 * coordinate by coordinate, as a search for neighbours reads them.
 */
import { PeriodicPoints } from './periodic-points';

export class CellGrid {
  readonly start: StaticArray<i32>; // [cells + 1] first place of each cell
  readonly id: StaticArray<i32>; // [places] point at this place
  readonly x: StaticArray<StaticArray<f64>>; // [d][places + 1] its coordinates
  size: i32 = 0;

  /** Of points from ≤ i < to. */
  constructor(readonly points: PeriodicPoints, readonly from: i32, readonly to: i32) {
    const most = points.cell.length;
    this.start = new StaticArray<i32>(points.cells + 1);
    this.id = new StaticArray<i32>(most);
    this.x = new StaticArray<StaticArray<f64>>(points.d);
    for (let k = 0; k < points.d; ++k) this.x[k] = new StaticArray<f64>(most + 1);
  }

  /** Sorts anew: counts, sums, places. */
  sort(): void {
    const points = this.points, start = this.start, cell = points.cell;
    for (let c = 0; c <= points.cells; ++c) start[c] = 0;
    for (let i = this.from; i < this.to; ++i) ++start[cell[i]];
    for (let g = 0; g < points.images; ++g) if (this.has(points.owner[g])) ++start[cell[points.N + 1 + g]];
    let sum = 0;
    for (let c = 0; c <= points.cells; ++c) {
      sum += start[c];
      start[c] = sum;
    }
    this.size = sum;
    // From the end of each cell to its beginning, so that `start` ends as it should, and points stay in order.
    for (let g = points.images - 1; g >= 0; --g) if (this.has(points.owner[g])) this.put(points.N + 1 + g);
    for (let i = this.to - 1; i >= this.from; --i) this.put(i);
  }

  // @ts-ignore: decorator
  @inline
  private has(i: i32): bool {
    return i >= this.from && i < this.to;
  }

  // @ts-ignore: decorator
  @inline
  private put(i: i32): void {
    const d = this.points.d, place = --this.start[this.points.cell[i]];
    this.id[place] = i;
    for (let k = 0; k < d; ++k) this.x[k][place] = this.points.r[i * d + k];
  }
}
