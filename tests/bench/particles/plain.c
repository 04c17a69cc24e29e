/* Pair after pair, as the equations are written. */
#include "particles/molecular-dynamics.h"

static void sum(const List *list) {
  const double size2 = sigma[list->pair] * sigma[list->pair], depth = 4 * epsilon[list->pair];
  const double cut2 = cut * cut * size2, cut6 = pow(cut, -6), at_cut = cut6 * cut6 - cut6;
  double potential = 0, push = 0;
  for (const int *row = list->entries, *end = row + list->length; row < end; row += row[1] + 2) {
    const int i = row[0];
    const double x = r[2 * i], y = r[2 * i + 1];
    double fx = 0, fy = 0;
    for (int k = 0; k < row[1]; ++k) {
      const int j = row[k + 2];
      const double dx = x - r[2 * j], dy = y - r[2 * j + 1], r2 = dx * dx + dy * dy;
      if (r2 >= cut2) continue;
      const double inverse = 1 / r2, s = size2 * inverse, cube = s * s * s;
      const double work = 2 * cube * cube - cube, f = 6 * depth * inverse * work;
      potential += cube * cube - cube - at_cut;
      push += work;
      fx += f * dx;
      fy += f * dy;
      F[2 * j] -= f * dx;
      F[2 * j + 1] -= f * dy;
    }
    F[2 * i] += fx;
    F[2 * i + 1] += fy;
  }
  energy += depth * potential;
  virial += 6 * depth * push;
}
