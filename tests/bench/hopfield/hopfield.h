/*
 * Heat bath of the Hopfield model in C, from the first pattern, as in `assembly/models/heat-bath`, but for the field of a
 * spin. `PROGRAM CHECKED FILE`; the arrays of the file are those of `instance.ts`.
 */
#include <math.h>
#include <stdint.h>
#include "peer.h"

static int N, P, stride, *order;
static double T;
static Array state, patterns;
static uint64_t r[4];
static int16_t *J, *s; /* [N, stride] N J, [stride] */
static int32_t *h;     /* [stride] N h */

/* To be defined: the field of spin i, and what a flip changes; s has it already. */
static int32_t field(int i);
static void flipped(int i);

static uint64_t rotated(uint64_t x, int k) { return x << k | x >> (64 - k); }

static uint64_t next(void) {
  const uint64_t out = rotated(r[0] + r[3], 23) + r[0], shifted = r[1] << 17;
  r[2] ^= r[0], r[3] ^= r[1], r[1] ^= r[2], r[0] ^= r[3], r[2] ^= shifted;
  r[3] = rotated(r[3], 45);
  return out;
}

static void *room(size_t bytes) { return memset(aligned_alloc(64, (bytes + 63) / 64 * 64), 0, bytes); }

static void couple(void) {
  int16_t *xi = room(sizeof *xi * N);
  J = room(sizeof *J * N * stride);
  for (int nu = 0; nu < P; ++nu) {
    for (int i = 0; i < N; ++i) xi[i] = patterns.values[(size_t)nu * N + i];
    for (int i = 0; i < N; ++i)
      for (int j = 0; j < N; ++j) J[(size_t)i * stride + j] += xi[i] * xi[j];
  }
  for (int i = 0; i < N; ++i) J[(size_t)i * stride + i] = 0;
}

static void restart(void) {
  for (int k = 0; k < 4; ++k) r[k] = (uint64_t)state.values[2 * k] | (uint64_t)state.values[2 * k + 1] << 32;
  for (int i = 0; i < N; ++i) s[i] = patterns.values[i], order[i] = i;
  for (int i = 0; i < N; ++i) {
    h[i] = 0;
    for (int j = 0; j < N; ++j) h[i] += J[(size_t)i * stride + j] * s[j];
  }
}

/* A sweep. */
static void call(void) {
  for (int from = 0; from < N; ++from) {
    const uint64_t bits = next();
    const int at = from + (int)((bits >> 32) * (uint64_t)(N - from) >> 32), i = order[at];
    order[at] = order[from];
    order[from] = i;
    const int up = ((uint32_t)bits + 0.5) / 4294967296.0 < 1 / (1 + exp(-2.0 * field(i) / N / T));
    if (up == (s[i] > 0)) continue;
    s[i] = -s[i];
    flipped(i);
  }
}

static void print_state(void) {
  for (int i = 0; i < N; ++i) print_number(s[i] > 0);
}

int main(int count, char **arguments) {
  if (count != 3) return 2;
  FILE *file = fopen(arguments[2], "rb");
  const double *sizes = read_array(file).values;
  N = sizes[0], P = sizes[1], T = sizes[2], stride = (N + 31) / 32 * 32 + 32;
  state = read_array(file);
  patterns = read_array(file);
  s = room(sizeof *s * stride), h = room(sizeof *h * stride), order = room(sizeof *order * N);
  couple();
  return serve(atoi(arguments[1]), restart, call, print_state);
}
