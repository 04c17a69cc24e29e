/* A coupling is the product of two rows of signs of 16 bits. */
#include "hopfield/couplings.h"

static int16_t *signs; /* [N, P] */

static void arrange(void) {
  signs = room(sizeof *signs * N * P);
  for (int i = 0; i < N; ++i)
    for (int nu = 0; nu < P; ++nu) signs[(size_t)i * P + nu] = patterns.values[(size_t)nu * N + i];
}

static void couple(void) {
  for (int i = 0; i < N; ++i) {
    const int16_t *a = signs + (size_t)i * P;
    for (int j = 0; j < i; ++j) {
      const int16_t *b = signs + (size_t)j * P;
      int32_t sum = 0;
      for (int nu = 0; nu < P; ++nu) sum += a[nu] * b[nu];
      J[(size_t)i * stride + j] = J[(size_t)j * stride + i] = sum;
    }
  }
}
