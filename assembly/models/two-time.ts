/**
 * Dynamics in a random landscape of infinite dimension: projected descent, at a temperature, in steps of h,
 *
 *   y = x + h [F − (F · x/N) x] + √(2Th) z,   x(t + h) = √N y/|y|,   F = −∇H_t(x), z standard normal   (1)
 *
 * told by the correlation C(t,s) = x(t) · x(s)/N, the response R(t,s) = Σᵢ ∂xᵢ(t)/∂hᵢ(s)/(Nh) to a field h added to F,
 * and the overlap m(t) = x(t) · x* / N. H_t is noise of one realisation whose strength may change, and a signal:
 *
 *   Cov[H_t(x), H_s(y)] = N f(x·y/N; t,s),   f(q; t,s) = a₂(t)a₂(s) q²/2 + aₚ(t)aₚ(s) qᵖ/p        (2)
 *   mean of H_t = −N g(m; t),   g(m; t) = w₂(t) m²/2 + wₚ(t) mᵖ/p                               (3)
 *
 * With A(t,s) = f″(C; t,s) R(t,s), B(t,s) = f′(C; t,s), slope g′ = g′(m; t) and sums over the rows before t:
 *
 *   F · x(s)/N = Φ(s) = h Σᵤ A(t,u) C(u,s) + h Σᵤ B(t,u) R(s,u) + g′ m(s)                        (4)
 *   F · x* / N = φ = h Σᵤ A(t,u) m(u) + g′                                                      (5)
 *   Ψ(s) = h Σᵤ A(t,u) R(u,s)                                                                   (6)
 *   |F|²/N = f′(1; t,t) + g′ φ + h Σᵤ [A(t,u) Φ(u) + B(t,u) Ψ(u)]                                (7)
 *   ν² = |y|²/N = 1 + h² [|F|²/N − Φ(t)²] + 2Th                                                 (8)
 *   ν C(t+h,s) = (1 − hΦ(t)) C(t,s) + hΦ(s),   C(t,t) = 1                                       (9)
 *   ν R(t+h,s) = (1 − hΦ(t)) R(t,s) + hΨ(s),   ν R(t+h,t) = 1,   R(t,t) = 0                     (10)
 *   ν m(t+h) = (1 − hΦ(t)) m(t) + hφ                                                            (11)
 *   μ(t) = T + Φ(t),   E(t) = ⟨H_t⟩/N = −h Σᵤ B(t,u) R(t,u) − g(m; t)                            (12)
 *   χ(t,s) = h Σ_{u≥s} R(t,u), the response at t to a field that has been on since s            (13)
 *
 * This is exact for (1) as N → ∞, at every h, so |C| ≤ 1 and |m| ≤ 1 whatever h is. As h → 0 it becomes the equations of
 * Cugliandolo and Kurchan with a signal: (9) is ∂ₜC = −μC + Φ, with an error of order h. Without the norm of (8), to
 * order h, it would be Euler's method for them; that runs away where h is too large for the curvature.
 *
 * Cost: 2n² products in row n (`lib/growing-pair`). Errors: sums of n terms in f64.
 *
 * Sources: Cugliandolo, Kurchan, Phys. Rev. Lett. 71 (1993) 173; Sarao Mannelli, Biroli, Cammarota, Krzakala, Urbani,
 * Zdeborová, Phys. Rev. X 10 (2020) 011057. (7) is F · F with the F of one site, g′ x* + η + h Σᵤ A(t,u) x(u), ⟨ηη⟩ = f′.
 */
import { GrowingPair, products, setRow } from '../lib/growing-pair';
import { zeros } from '../lib/zeros';
import { power } from './mixed-covariance';

/** What acts at one time: T, the amplitudes of (2) and the weights of (3). */
export class Drive {
  temperature: f64 = 0;
  a2: f64 = 0;
  ap: f64 = 0;
  w2: f64 = 0;
  wp: f64 = 0;
}

export class TwoTime {
  readonly C: StaticArray<f64>; // [rows, rows] C(ih, jh) in row i for j ≤ i, else zero
  readonly R: StaticArray<f64>; // [rows, rows] R(ih, jh) for j < i, else zero
  readonly chi: StaticArray<f64>; // [rows, rows] χ(ih, jh) for j < i, else zero
  readonly history: GrowingPair; // [rows, rows] C and R once more, for the sums
  readonly m: StaticArray<f64>; // [rows] m(ih)
  readonly a2: StaticArray<f64>; // [rows] a₂(ih)
  readonly ap: StaticArray<f64>; // [rows] aₚ(ih)
  readonly A: StaticArray<f64>; // [rows] A(t, ·) of the last row t
  readonly B: StaticArray<f64>; // [rows] B(t, ·)
  readonly phi: StaticArray<f64>; // [rows] Φ of (4)
  readonly psi: StaticArray<f64>; // [rows] Ψ of (6)
  row: i32 = 0; // the last row
  slope: f64 = 0; // g′ of the last row
  pull: f64 = 0; // φ of (5)
  mu: f64 = 0; // (12)
  energy: f64 = 0; // (12)

  /** Row 0: a start of overlap m0, independent of the noise. */
  constructor(
    readonly p: i32,
    readonly h: f64,
    readonly rows: i32,
    m0: f64,
  ) {
    this.C = zeros(rows * rows);
    this.R = zeros(rows * rows);
    this.chi = zeros(rows * rows);
    this.history = new GrowingPair(rows);
    this.m = zeros(rows);
    this.a2 = zeros(rows);
    this.ap = zeros(rows);
    this.A = zeros(rows);
    this.B = zeros(rows);
    this.phi = zeros(rows);
    this.psi = zeros(rows);
    this.C[0] = 1;
    this.m[0] = m0;
    setRow(this.history, 0, this.C, this.R, 0);
  }
}

/** The last row under `drive`: A, B, (5) and (12). */
export function weigh(system: TwoTime, drive: Drive): void {
  const p = system.p, h = system.h, n = system.row, from = n * system.rows, m = system.m[n];
  const C = system.C, R = system.R, A = system.A, B = system.B;
  system.a2[n] = drive.a2;
  system.ap[n] = drive.ap;
  let sumBR: f64 = 0, sumAC: f64 = 0, sumAm: f64 = 0;
  for (let s = 0; s < n; ++s) {
    const c = C[from + s], r = R[from + s];
    const two = drive.a2 * system.a2[s];
    const many = drive.ap * system.ap[s] * power(c, p - 2);
    const a = (two + <f64>(p - 1) * many) * r;
    const b = (two + many) * c;
    sumBR += b * r;
    sumAC += a * c;
    sumAm += a * system.m[s];
    A[s] = a;
    B[s] = b;
  }
  const many = drive.wp * power(m, p - 2);
  system.slope = (drive.w2 + many) * m;
  system.pull = system.slope + h * sumAm;
  system.mu = drive.temperature + h * (sumBR + sumAC) + system.slope * m;
  system.energy = -h * sumBR - (drive.w2 / 2 + many / <f64>p) * m * m;
}

/** Whether there is room for another row. */
export function hasRoom(system: TwoTime): bool {
  return system.row + 1 < system.rows;
}

/** Adds a row: (4) to (11) and (13) under `drive`. */
export function advance(system: TwoTime, drive: Drive): void {
  weigh(system, drive);
  const h = system.h, n = system.row, from = n * system.rows, to = from + system.rows;
  const C = system.C, R = system.R, chi = system.chi, m = system.m;
  const A = system.A, B = system.B, phi = system.phi, psi = system.psi;
  products(system.history, n + 1, A, B, phi, psi);
  let square = drive.a2 * drive.a2 + drive.ap * drive.ap + system.slope * system.pull;
  for (let s = 0; s <= n; ++s) {
    phi[s] = h * phi[s] + system.slope * m[s];
    psi[s] *= h;
    square += h * (A[s] * phi[s] + B[s] * psi[s]);
  }
  const radial = phi[n];
  const norm = Math.sqrt(1 + h * h * (square - radial * radial) + 2 * h * drive.temperature);
  const keep = (1 - h * radial) / norm, add = h / norm;
  for (let s = 0; s <= n; ++s) {
    C[to + s] = keep * C[from + s] + add * phi[s];
    R[to + s] = keep * R[from + s] + add * psi[s];
  }
  C[to + n + 1] = 1;
  R[to + n] = 1 / norm;
  m[n + 1] = keep * m[n] + add * system.pull;
  for (let s = n; s >= 0; --s) chi[to + s] = h * R[to + s] + chi[to + s + 1];
  setRow(system.history, n + 1, C, R, to);
  system.row = n + 1;
}
