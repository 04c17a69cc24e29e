/* The field of each spin is summed anew, as the equations are written. */
#include "hopfield/hopfield.h"

static int32_t field(int i) {
  const int16_t *row = J + (size_t)i * stride;
  int32_t sum = 0;
  for (int j = 0; j < N; ++j) sum += row[j] * s[j];
  return sum;
}

static void flipped(int i) { (void)i; }
