/* Two pairs at a time with one division each and no branch, as `assembly/lib/inverse-powers` does it. */
#include "particles/molecular-dynamics.h"

typedef double Two __attribute__((vector_size(16), aligned(16)));
typedef long long Mask __attribute__((vector_size(16)));

static void sum(const List *list) {
  const double size2 = sigma[list->pair] * sigma[list->pair], depth = 4 * epsilon[list->pair];
  const double cut2 = cut * cut * size2, cut6 = pow(cut, -6);
  Two *const place = (Two *)r, *const force = (Two *)F;
  Two cubes = {0, 0}, sixths = {0, 0};
  Mask number = {0, 0};
  for (const int *row = list->entries, *end = row + list->length; row < end; row += row[1] + 2) {
    const Two x = place[row[0]];
    Two f = {0, 0};
    for (int k = 2; k < row[1] + 2; k += 2) {
      const int i = row[k], j = row[k + 1];
      const Two a = x - place[i], b = x - place[j], aa = a * a, bb = b * b;
      const Two r2 = __builtin_shuffle(aa, bb, (Mask){0, 2}) + __builtin_shuffle(aa, bb, (Mask){1, 3});
      const Two inverse = 1 / r2, s = size2 * inverse;
      const Mask near = r2 < cut2;
      const Two cube = (Two)(near & (Mask)(s * s * s)), sixth = cube * cube;
      cubes += cube;
      sixths += sixth;
      number -= near;
      const Two g = 6 * depth * inverse * (sixth + sixth - cube);
      const Two ga = a * g[0], gb = b * g[1];
      f += ga + gb;
      force[i] -= ga;
      force[j] -= gb;
    }
    force[row[0]] += f;
  }
  const double cube = cubes[0] + cubes[1], sixth = sixths[0] + sixths[1];
  energy += depth * (sixth - cube - (number[0] + number[1]) * (cut6 * cut6 - cut6));
  virial += 6 * depth * (2 * sixth - cube);
}
