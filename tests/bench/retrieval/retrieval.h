/*
 * Gradient descent of phase retrieval in C, quartic loss, but for the pass over the samples: state in f64, samples in f32,
 * equations in `assembly/models/phase-retrieval/landscape`. `PROGRAM CHECKED FILE`; the arrays of the file are those of
 * `instance.ts`.
 */
#include <math.h>
#include "peer.h"

static int N, M;
static double loss, overlap, norm, *w, *force;
static Array params, start, signal_, y, samples;

/* To be defined: room for the samples and scratch; `loss` and `force` at w, by `weight_of`. */
static void make_room(void);
static void survey(void);

/* Adds the loss of sample m, whose product with w is p, and gives the weight of the sample in the force. */
static inline double weight_of(int m, double p) {
  const double h = p / sqrt(N), gap = h * h - y.values[m];
  loss += gap * gap / (4.0 * M);
  return -gap * h * sqrt(N) / M;
}

static inline double dot(const double *a, const double *b) {
  double sum = 0;
  for (int i = 0; i < N; ++i) sum += a[i] * b[i];
  return sum;
}

static void measure(void) {
  loss = 0;
  survey();
  const double radial = dot(force, w) / N;
  for (int i = 0; i < N; ++i) force[i] -= radial * w[i];
  overlap = fabs(dot(w, signal_.values)) / N;
  norm = sqrt(dot(force, force) / N);
}

static void restart(void) {
  memcpy(w, start.values, sizeof *w * N);
  measure();
}

static void call(void) {
  for (int i = 0; i < N; ++i) w[i] += params.values[0] * force[i];
  const double factor = sqrt(N / dot(w, w));
  for (int i = 0; i < N; ++i) w[i] *= factor;
  measure();
}

static void print_state(void) {
  print_number(overlap);
  print_number(loss);
  print_number(norm);
  for (int i = 0; i < N; ++i) print_number(w[i]);
}

static void *room(size_t bytes) {
  const size_t whole = (bytes + 64) / 64 * 64;
  return memset(aligned_alloc(64, whole), 0, whole);
}

int main(int count, char **arguments) {
  if (count != 3) return 2;
  FILE *file = fopen(arguments[2], "rb");
  Array *const arrays[] = {&params, &start, &signal_, &y, &samples};
  for (int k = 0; k < 5; ++k) *arrays[k] = read_array(file);
  N = start.length, M = y.length;
  w = room(sizeof *w * N), force = room(sizeof *force * N);
  make_room();
  return serve(atoi(arguments[1]), restart, call, print_state);
}
