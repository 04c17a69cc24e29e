/* Sample by sample: its product, then its part of the force. */
#include "retrieval/retrieval.h"

static float *X, *v, *sum; /* [M, N], [N], [N] */

static void make_room(void) {
  X = rounded(samples), v = room(sizeof *v * N), sum = room(sizeof *sum * N);
}

static void survey(void) {
  for (int i = 0; i < N; ++i) v[i] = w[i], sum[i] = 0;
  for (int m = 0; m < M; ++m) {
    const float *row = X + (size_t)m * N;
    float product = 0;
    for (int i = 0; i < N; ++i) product += row[i] * v[i];
    const float weight = weight_of(m, product);
    for (int i = 0; i < N; ++i) sum[i] += weight * row[i];
  }
  for (int i = 0; i < N; ++i) force[i] = sum[i];
}
