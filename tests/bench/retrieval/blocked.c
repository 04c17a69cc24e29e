/* The loops of `assembly/lib/row-panels` in C, in vectors of four floats and panels of four rows, over its layout. */
#include "retrieval/retrieval.h"

typedef float Vector __attribute__((vector_size(16)));

static int blocks, panels;
static Vector *X, *v, *sum; /* [panels, blocks, 4], [blocks], [blocks] */

static inline Vector splat(float value) { return (Vector){value, value, value, value}; }
static inline float across(Vector r) { return (r[0] + r[1]) + (r[2] + r[3]); }

static void make_room(void) {
  blocks = (N + 3) / 4, panels = (M + 3) / 4;
  X = room(sizeof *X * panels * blocks * 4), v = room(sizeof *v * blocks), sum = room(sizeof *sum * blocks);
  y.values = realloc(y.values, sizeof(double) * panels * 4);
  for (int m = M; m < panels * 4; ++m) y.values[m] = 0;
  for (int m = 0; m < M; ++m)
    for (int i = 0; i < N; ++i)
      X[((size_t)(m / 4) * blocks + i / 4) * 4 + m % 4][i % 4] = samples.values[(size_t)m * N + i];
}

static void survey(void) {
  for (int i = 0; i < N; ++i) v[i / 4][i % 4] = w[i], sum[i / 4][i % 4] = 0;
  const Vector *A = X;
  for (int k = 0; k < panels; ++k, A += 4 * blocks) {
    Vector r0 = splat(0), r1 = splat(0), r2 = splat(0), r3 = splat(0);
    for (int b = 0; b < blocks; ++b) {
      r0 += A[4 * b] * v[b];
      r1 += A[4 * b + 1] * v[b];
      r2 += A[4 * b + 2] * v[b];
      r3 += A[4 * b + 3] * v[b];
    }
    const Vector u0 = splat(weight_of(4 * k, across(r0))), u1 = splat(weight_of(4 * k + 1, across(r1)));
    const Vector u2 = splat(weight_of(4 * k + 2, across(r2))), u3 = splat(weight_of(4 * k + 3, across(r3)));
    for (int b = 0; b < blocks; ++b)
      sum[b] += (A[4 * b] * u0 + A[4 * b + 1] * u1) + (A[4 * b + 2] * u2 + A[4 * b + 3] * u3);
  }
  for (int i = 0; i < N; ++i) force[i] = sum[i / 4][i % 4];
}
