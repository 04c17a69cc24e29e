/*
 * The annealed and the quenched complexity of minima of the spiked tensor of order 3, on a grid, in plain C: equations in
 * the headers of `kac-rice.ts` and `replicated-kac-rice.ts`, their polynomials written out. `maps annealed|both FILE`.
 */
#include "peer.h"
#include <math.h>

static Array strengths, overlaps, energies;
static double *annealed, *quenched, *potential, *outside; /* the last two by row: at t = -3E/sqrt(3) = z + 1/z */
static int turn, both;

static void prepare_rows(void) {
  for (int j = 0; j < energies.length; ++j) {
    const double t = -sqrt(3) * energies.values[j], root = sqrt(t * t - 4);
    outside[j] = 0.5 * (t + root);
    potential[j] = 0.25 * t * t - 0.5 - 0.25 * t * root + log(outside[j]);
  }
}

static double confinement(double theta, double z) {
  if (theta <= 1 || z >= theta) return 0;
  const double u = theta / z - 1;
  return 0.25 * (theta - z) * (theta - z) - 0.5 * (u - log1p(u));
}

/* All stationary points of a typical instance: Newton's method for h of equation (6). */
static double quenched_total(double m, double E, double rho, double potential, double bound) {
  const double lambda = 3 * E, a = m * m * rho * rho, b = -2 * m * rho * lambda, c = -lambda * lambda;
  const double n0 = 3 * a + 1.5 * (b + c), n1 = 4.5 * (b + c), n2 = -4.5 * c;
  double q = m * m, change = 1, R, phi;
  for (int k = 0; k <= 64; ++k) {
    const double s = 1 - q, D = 6.75 * (1 + q * (4 + q)), D1 = 13.5 * (2 + q), D2 = 13.5;
    phi = 1.5 * (1 + q);
    const double v = (n0 + q * (n1 + q * n2)) / D, v1 = (n1 + 2 * q * n2 - v * D1) / D;
    const double v2 = (2 * n2 - 2 * v1 * D1 - v * D2) / D;
    const double u = (1.5 * q * q + rho * rho) / phi, u1 = (3 * q - 1.5 * u) / phi, u2 = (3 - 3 * u1) / phi;
    const double w = 1 / (1 + q);
    R = q - m * m - u + v;
    const double h = R + s * (1 - u1 + v1 - s * w), slope = s * (v2 - u2 + 2 * w + s * w * w);
    if ((k == 0 && h > 1e-13) || !(slope > 0)) return NAN;
    if (fabs(change) < 1e-9) break;
    change = -h / slope;
    q += change;
    if (q >= 1) return NAN;
  }
  const double G = 0.5 + 0.5 * log(3 / phi) + 0.5 * R / (1 - q) + potential;
  return G <= bound + 1e-13 ? G : NAN;
}

static void call(void) {
  const double r = strengths.values[turn++ % strengths.length];
  const int rows = energies.length;
  prepare_rows();
  for (int i = 0; i < overlaps.length; ++i) {
    const double m = overlaps.values[i], rho = r * m * m, latitude = 1 - m * m, theta = 2 * r * m * latitude / sqrt(3);
    const double column = 0.5 + 0.5 * log(2 * latitude) - rho * rho * latitude / 3;
    for (int j = 0; j < rows; ++j) {
      const double E = energies.values[j], radial = 3 * E + m * rho;
      const double total = column - radial * radial / 9 + potential[j], cost = confinement(theta, outside[j]);
      annealed[i * rows + j] = total - cost;
      if (both) quenched[i * rows + j] = quenched_total(m, E, rho, potential[j], total) - cost;
    }
  }
}

static void restart(void) { turn = 0; }

static void print_result(void) {
  const int size = overlaps.length * energies.length;
  for (int k = 0; k < size; ++k) print_number(annealed[k]);
  if (!both) return;
  for (int k = 0; k < size; ++k) print_number(isnan(quenched[k]) ? 0 : quenched[k]);
}

int main(int count, char **arguments) {
  if (count != 3) return 2;
  both = !strcmp(arguments[1], "both");
  FILE *file = fopen(arguments[2], "rb");
  strengths = read_array(file);
  overlaps = read_array(file);
  energies = read_array(file);
  annealed = malloc(sizeof(double) * overlaps.length * energies.length);
  quenched = malloc(sizeof(double) * overlaps.length * energies.length);
  potential = malloc(sizeof(double) * energies.length);
  outside = malloc(sizeof(double) * energies.length);
  return serve(1, restart, call, print_result);
}
