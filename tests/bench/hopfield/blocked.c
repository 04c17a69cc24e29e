/* Fields follow each flip, as in `assembly/models/hopfield`. */
#include "hopfield/hopfield.h"

static int32_t field(int i) { return h[i]; }

static void flipped(int i) {
  const int16_t *row = J + (size_t)i * stride;
  const int16_t twice = 2 * s[i];
  for (int j = 0; j < N; ++j) h[j] += row[j] * twice;
}
