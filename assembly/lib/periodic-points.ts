/**
 * Points in a periodic box [0, L)^d, and the images of those near its faces as points of their own, so that who looks
 * for neighbours or sums over pairs needs no minimum image, and boxes smaller than two ranges are right, too.
 *
 *   image of r:   r + L s,   s ∈ {0, 1} × {−1, 0, 1}^(d−1), not zero                             (1)
 *
 * Space is cut into cells of side w = L/n ≥ reach/LAYERS, LAYERS of them beyond the faces. Of two points of different
 * cells, the one whose cell comes later (by the first coordinate, then the second, ...) is ahead of the other. (1) holds
 * all that is ahead of a point of the box and within reach: each pair of the periodic system appears once. An image lies
 * n cells from its owner, whatever the rounding of its coordinates.
 */

/** Cells that cover the reach. */
export const LAYERS: i32 = 2;

/** Where the point lies that has no neighbours. */
const FAR: f64 = 1e9;

export class PeriodicPoints {
  readonly r: StaticArray<f64>; // [N + 1 + most, d] the points, one far away, the images
  readonly owner: StaticArray<i32>; // [most] of which point this is an image
  readonly cell: StaticArray<i32>; // [N + 1 + most]
  readonly stride: StaticArray<i32>; // [d] from a cell to the next in each direction
  readonly n: i32; // cells along a side of the box
  readonly cells: i32;
  images: i32 = 0;
  private readonly shift: StaticArray<f64>; // [most, d] L s
  private readonly lattice: StaticArray<i32>; // [N, d] cell of a point within the box

  /** @param reach range within which pairs are wanted, at most L */
  constructor(readonly d: i32, readonly N: i32, readonly L: f64, reach: f64) {
    const most = N * (d == 2 ? 5 : 17), n = <i32>Math.floor((LAYERS * L) / reach);
    assert(n >= LAYERS, 'periodic points: the reach must be at most the side of the box');
    this.r = new StaticArray<f64>((N + 1 + most) * d);
    this.owner = new StaticArray<i32>(most);
    this.shift = new StaticArray<f64>(most * d);
    this.cell = new StaticArray<i32>(N + 1 + most);
    this.lattice = new StaticArray<i32>(N * d);
    this.stride = new StaticArray<i32>(d);
    this.n = n;
    for (let k = 0; k < d; ++k) this.r[N * d + k] = FAR;
    let stride = 1;
    for (let k = d - 1; k >= 0; --k) {
      this.stride[k] = stride;
      stride *= k == 0 ? n + LAYERS : n + 2 * LAYERS;
    }
    this.cells = stride;
  }

  /** Puts the points back into the box and finds their cells and their images. */
  settle(): void {
    const N = this.N, d = this.d;
    for (let i = 0; i < N; ++i) {
      let cell = 0;
      for (let k = 0; k < d; ++k) cell += this.settleCoordinate(i * d + k, k);
      this.cell[i] = cell;
    }
    this.images = 0;
    for (let k = d - 1; k >= 0; --k) {
      const before = this.images;
      for (let i = 0; i < N; ++i) this.imagesAlong(k, i, -1);
      for (let g = 0; g < before; ++g) this.imagesAlong(k, this.owner[g], g);
    }
    this.follow();
  }

  /** The images move with their owners. */
  follow(): void {
    const r = this.r, d = this.d;
    for (let g = 0, at = (this.N + 1) * d; g < this.images; ++g) {
      const from = this.owner[g] * d;
      for (let k = 0; k < d; ++k, ++at) r[at] = r[from + k] + this.shift[g * d + k];
    }
  }

  /** Adds what F [N + 1 + most, d] has for the images to what it has for their owners. */
  fold(F: StaticArray<f64>): void {
    const d = this.d;
    for (let g = 0, at = (this.N + 1) * d; g < this.images; ++g) {
      const to = this.owner[g] * d;
      for (let k = 0; k < d; ++k, ++at) F[to + k] += F[at];
    }
  }

  /** Folds coordinate `at` into [0, L); returns its share in the number of the cell. */
  private settleCoordinate(at: i32, k: i32): i32 {
    const L = this.L;
    let x = this.r[at];
    x -= L * Math.floor(x / L);
    if (x >= L) x = 0; // L minus less than its rounding
    this.r[at] = x;
    const c = min(<i32>((x / L) * this.n), this.n - 1);
    this.lattice[at] = c;
    return (k == 0 ? c : c + LAYERS) * this.stride[k];
  }

  /** The images one side further along k of point i (`image` −1) or of its image of that number. */
  private imagesAlong(k: i32, i: i32, image: i32): void {
    const c = this.lattice[i * this.d + k];
    if (c < LAYERS) this.add(i, image, k, 1);
    if (k > 0 && c >= this.n - LAYERS) this.add(i, image, k, -1);
  }

  private add(i: i32, image: i32, k: i32, sign: i32): void {
    const d = this.d, g = this.images++;
    this.owner[g] = i;
    for (let m = 0; m < d; ++m) this.shift[g * d + m] = image < 0 ? 0 : this.shift[image * d + m];
    this.shift[g * d + k] = <f64>sign * this.L;
    const from = image < 0 ? i : this.N + 1 + image;
    this.cell[this.N + 1 + g] = this.cell[from] + sign * this.n * this.stride[k];
  }
}
