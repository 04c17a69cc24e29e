/**
 * The largest eigenvalue of a symmetric operator G that is known by its products, one product a step, with an estimate
 * of the eigenvector at every step: the locally optimal climb of the Rayleigh quotient in three directions.
 *
 *   λ = u · Gu,   ρ = |Gu − λu|,   w = (Gu − λu)/ρ,   |u| = 1                                    (1)
 *   u ← the top eigenvector of G in the span of u, w and p,   p ← the last way: ⟂ u in the plane of both   (2)
 *   G in the basis u, w, p made orthonormal is tridiagonal, as Gu = λu + ρw:
 *     λ ρ 0 / ρ ω ε / 0 ε π                                                                     (3)
 *
 * An eigenvalue of G lies within ρ of λ, and the eigenvector within the angle ρ/gap of u. λ never falls. The number of
 * steps is that of Lanczos' method, about (spread/gap)^½ times a logarithm, with six vectors in memory however many
 * there are. Gu and Gp are turned along with u and p, not computed anew, so an error of a product is carried on, but
 * not amplified: all changes of basis are rotations, but for that which makes p orthogonal to w, left out where it
 * would be.
 *
 * Source: Knyazev, SIAM J. Sci. Comput. 23 (2001) 517.
 */
import { smallest } from './tridiagonal';
import { addScaled, copy, dot, norm, scale } from './vector';

/** p is dropped when less than this part of its square is new. */
const NEW: f64 = 1e-3;

export class Climb {
  readonly u: StaticArray<f64>; // [N] |u| = 1
  readonly Gu: StaticArray<f64>; // [N]
  readonly w: StaticArray<f64>; // [N] |w| = 1, orthogonal to u
  readonly Gw: StaticArray<f64>; // [N]
  readonly p: StaticArray<f64>; // [N] |p| = 1, orthogonal to u, where it is in use
  readonly Gp: StaticArray<f64>; // [N]
  readonly diagonal: StaticArray<f64>; // [3] −λ, −ω, −π of (3)
  readonly side: StaticArray<f64>; // [3] −ρ, −ε
  readonly y: StaticArray<f64>; // [3] top eigenvector of (3)
  readonly pivots: StaticArray<f64>; // [3] scratch
  value: f64 = 0; // λ
  residual: f64 = 0; // ρ
  hasWay: bool = false; // whether p is in use

  constructor(N: i32) {
    this.u = new StaticArray<f64>(N);
    this.Gu = new StaticArray<f64>(N);
    this.w = new StaticArray<f64>(N);
    this.Gw = new StaticArray<f64>(N);
    this.p = new StaticArray<f64>(N);
    this.Gp = new StaticArray<f64>(N);
    this.diagonal = new StaticArray<f64>(3);
    this.side = new StaticArray<f64>(3);
    this.y = new StaticArray<f64>(3);
    this.pivots = new StaticArray<f64>(3);
  }
}

/** Begins at u, with Gu in place. Fills w: the next product to take. */
export function begin(climb: Climb): void {
  climb.hasWay = false;
  aim(climb);
}

/** One step (2), with Gw in place. Fills w again. Nothing moves where ρ is zero. */
export function ascend(climb: Climb): void {
  if (climb.residual == 0) return;
  const u = climb.u, Gu = climb.Gu, w = climb.w, Gw = climb.Gw, p = climb.p, Gp = climb.Gp;
  if (climb.hasWay) climb.hasWay = straighten(climb);
  const diagonal = climb.diagonal, side = climb.side, y = climb.y;
  diagonal[0] = -climb.value;
  diagonal[1] = -dot(w, Gw);
  side[0] = -climb.residual;
  if (climb.hasWay) {
    diagonal[2] = -dot(p, Gp);
    side[1] = -dot(w, Gp);
  }
  const isPlane = !climb.hasWay || side[1] == 0;
  smallest(isPlane ? 2 : 3, diagonal, side, y, climb.pivots);
  if (isPlane) y[2] = 0;
  const across = Math.sqrt(y[1] * y[1] + y[2] * y[2]);
  scale(p, y[2] / across);
  addScaled(p, y[1] / across, w);
  scale(Gp, y[2] / across);
  addScaled(Gp, y[1] / across, Gw);
  turn(u, p, y[0], across);
  turn(Gu, Gp, y[0], across);
  climb.hasWay = true;
  scale(u, 1 / norm(u));
  aim(climb);
}

/** u ← −u, as good an estimate. */
export function flip(climb: Climb): void {
  scale(climb.u, -1);
  scale(climb.Gu, -1);
  scale(climb.w, -1);
}

/** Equations (1), w made orthogonal to u once more. Where that takes the larger part of it, ρ is rounding, made zero. */
function aim(climb: Climb): void {
  climb.value = dot(climb.u, climb.Gu);
  copy(climb.Gu, climb.w);
  addScaled(climb.w, -climb.value, climb.u);
  climb.residual = norm(climb.w);
  if (climb.residual == 0) return;
  scale(climb.w, 1 / climb.residual);
  addScaled(climb.w, -dot(climb.u, climb.w), climb.u);
  const rest = norm(climb.w);
  if (rest < 0.5) climb.residual = 0;
  else scale(climb.w, 1 / rest);
}

/** Makes p orthogonal to w and of length 1, Gp with it; false where too little of it is left. */
function straighten(climb: Climb): bool {
  const along = dot(climb.p, climb.w);
  const rest = 1 - along * along;
  if (rest < NEW) return false;
  addScaled(climb.p, -along, climb.w);
  addScaled(climb.Gp, -along, climb.Gw);
  scale(climb.p, 1 / Math.sqrt(rest));
  scale(climb.Gp, 1 / Math.sqrt(rest));
  return true;
}

/** a, b ← c a + s b, c b − s a */
function turn(a: StaticArray<f64>, b: StaticArray<f64>, c: f64, s: f64): void {
  for (let i = 0, N = a.length; i < N; ++i) {
    const before = a[i];
    a[i] = c * before + s * b[i];
    b[i] = c * b[i] - s * before;
  }
}
