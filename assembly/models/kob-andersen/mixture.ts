/**
 * The Kob-Andersen mixture: N particles of two species in a periodic box of d = 2 or 3 dimensions.
 *
 *   V_ab(r) = 4ε_ab [(σ_ab/r)¹² − (σ_ab/r)⁶] − V_ab^c,   r < 2.5 σ_ab, else 0                   (1)
 *   V_ab^c makes V_ab continuous where it is cut
 *   ε_AA, ε_AB, ε_BB = 1, 1.5, 0.5,   σ_AA, σ_AB, σ_BB = 1, 0.8, 0.88                            (2)
 *   N/L^d = 1.2,   A : B = 80 : 20 in three dimensions, 65 : 35 in two                           (3)
 *   U = Σ V,   W = Σ r F over pairs,   P = (N T + W/d)/L^d                                       (4)
 *
 * Mass, Boltzmann's constant and ε_AA, σ_AA are 1. Particles A come first. In boxes smaller than two ranges the pairs of
 * (4) are those of the periodic system: a particle may meet several images of another, and of itself.
 *
 * Sources: Kob, Andersen, Phys. Rev. E 51 (1995) 4626, for (1), (2) and three dimensions; Brüning, St-Onge, Patterson,
 * Kob, J. Phys.: Condens. Matter 21 (2009) 035117, for two.
 */
import { sumPairs, PairSums } from '../../lib/inverse-powers';
import { clear } from '../../lib/motion';
import { Neighbours } from '../../lib/neighbours';

const DENSITY: f64 = 1.2;
const CUT: f64 = 2.5;
const SKIN: f64 = 0.3;
const epsilon: StaticArray<f64> = [1, 1.5, 0.5]; // [3] AA, AB, BB
const sigma: StaticArray<f64> = [1, 0.8, 0.88]; // [3]

export class Mixture {
  readonly NA: i32;
  readonly neighbours: Neighbours;
  readonly positions: StaticArray<f64>; // [N + …, d] positions, then what `periodic-points` puts behind them
  readonly F: StaticArray<f64>; // [N + …, d] forces
  readonly displacements: StaticArray<f64>; // [N, d] displacements since someone cleared them
  energy: f64 = 0; // U
  virial: f64 = 0; // W
  private readonly sums: PairSums = new PairSums();

  constructor(readonly d: i32, readonly N: i32, readonly L: f64) {
    const NA = <i32>Math.round((d == 2 ? 0.65 : 0.8) * N);
    const range: StaticArray<f64> = [CUT * sigma[0], CUT * sigma[1], CUT * sigma[2]];
    // A list holds about 7 (2D) or 40 (3D) pairs a particle in the homogeneous mixture: more than twice that is room.
    const neighbours = new Neighbours(d, N, NA, L, range, SKIN, N * (d == 2 ? 24 : 100));
    this.NA = NA;
    this.neighbours = neighbours;
    this.positions = neighbours.points.r;
    this.F = new StaticArray<f64>(neighbours.points.r.length);
    this.displacements = new StaticArray<f64>(N * d);
  }

  /** Forces, energy and virial where the particles are now. */
  look(): void {
    const neighbours = this.neighbours;
    neighbours.keepUp();
    const points = neighbours.points;
    clear(this.F, (points.N + 1 + points.images) * this.d);
    this.energy = 0;
    this.virial = 0;
    for (let k = 0; k < 4; ++k) this.sum(k, (k + 1) >> 1);
    points.fold(this.F);
  }

  /** Adds the pairs of a list, whose species have the constants of this pair. */
  private sum(list: i32, pair: i32): void {
    const sums = this.sums, size2 = sigma[pair] * sigma[pair], depth = 4 * epsilon[pair];
    sumPairs(this.neighbours.lists[list], this.positions, this.F, size2, 6 * depth, CUT * CUT * size2, sums);
    const cut6 = 1 / (CUT * CUT * CUT * CUT * CUT * CUT);
    this.energy += depth * (sums.sixths - sums.cubes - sums.count * (cut6 * cut6 - cut6));
    this.virial += 6 * depth * (2 * sums.sixths - sums.cubes);
  }

  /** P of (4) for particles whose velocities have the temperature T. */
  pressure(T: f64): f64 {
    return (T * this.N + this.virial / this.d) / this.volume();
  }

  volume(): f64 {
    return Math.pow(this.L, this.d);
  }

  /** Species of the particles as numbers: 0 is A, 1 is B. */
  species(): StaticArray<u8> {
    const out = new StaticArray<u8>(this.N);
    for (let i = this.NA; i < this.N; ++i) out[i] = 1;
    return out;
  }
}

/** The mixture at the density of (3), without positions. */
export function homogeneous(d: i32, N: i32): Mixture {
  return new Mixture(d, N, Math.pow(<f64>N / DENSITY, 1 / <f64>d));
}
