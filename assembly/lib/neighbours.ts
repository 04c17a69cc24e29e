/**
 * Which points of a periodic box are near each other, for two species with a range for each pair of species, kept up
 * while the points move: the lists reach a skin further than the ranges, and so hold all pairs within range until a point
 * has gone half the skin since they were made. Then they are made anew.
 */
import { CellGrid } from './cell-grid';
import { PairList } from './pair-list';
import { PeriodicPoints } from './periodic-points';

export class Neighbours {
  readonly points: PeriodicPoints;
  readonly lists: StaticArray<PairList>; // [4] pairs of species 00, 01, 10, 11; 01 and 10 differ by who comes first
  builds: i32 = 0;
  private readonly grids: StaticArray<CellGrid>; // [2]
  private readonly built: StaticArray<f64>; // [N, d] where the points were

  /**
   * @param first points of species 0: they come first
   * @param range [3] of the pairs of species 00, 01, 11
   * @param most pairs of one list for which there is room
   */
  constructor(d: i32, N: i32, first: i32, L: f64, range: StaticArray<f64>, readonly skin: f64, most: i32) {
    const points = new PeriodicPoints(d, N, L, max(range[0], max(range[1], range[2])) + skin);
    this.points = points;
    const a = new CellGrid(points, 0, first), b = new CellGrid(points, first, N);
    this.grids = [a, b];
    this.lists = [
      new PairList(a, a, range[0] + skin, most, false),
      new PairList(a, b, range[1] + skin, most, true),
      new PairList(b, a, range[1] + skin, most, false),
      new PairList(b, b, range[2] + skin, most, false),
    ];
    this.built = new StaticArray<f64>(N * d);
  }

  /** After the points have moved: images and lists are those of the present. */
  keepUp(): void {
    if (this.builds > 0 && !this.outdated()) this.points.follow();
    else this.build();
  }

  /** The lists, from where the points are now. */
  build(): void {
    const r = this.points.r;
    this.points.settle();
    for (let k = 0; k < 2; ++k) this.grids[k].sort();
    for (let k = 0; k < 4; ++k) this.lists[k].build();
    memory.copy(changetype<usize>(this.built), changetype<usize>(r), <usize>this.built.length << 3);
    ++this.builds;
  }

  /** Whether a point has gone more than half the skin. */
  private outdated(): bool {
    const d = <usize>this.points.d, limit = this.skin * this.skin * 0.25;
    const bytes = d << 3;
    let r = changetype<usize>(this.points.r), from = changetype<usize>(this.built);
    const end = from + (<usize>this.built.length << 3);
    let gone = false;
    for (; from < end; from += bytes, r += bytes) {
      const x = load<f64>(r) - load<f64>(from), y = load<f64>(r, 8) - load<f64>(from, 8);
      const z = d == 3 ? load<f64>(r, 16) - load<f64>(from, 16) : 0;
      gone = gone || x * x + y * y + z * z > limit;
    }
    return gone;
  }
}
