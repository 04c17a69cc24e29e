/* Dense vectors of f64 in plain C, and an instance as the file has it (`instance.ts`). */
#include <math.h>
#include "peer.h"
#include "tensor/plain.h"

static Array params, start, star, e1, e2, directions;
static int N;
static float *tensor, *matrix, *single_x, *single_out;

static inline void read_instance(const char *name) {
  FILE *file = fopen(name, "rb");
  params = read_array(file);
  start = read_array(file);
  star = read_array(file);
  tensor = rounded(read_array(file));
  matrix = rounded(read_array(file));
  e1 = read_array(file);
  e2 = read_array(file);
  directions = read_array(file);
  N = start.length;
  single_x = malloc(sizeof(float) * (N + 1));
  single_out = malloc(sizeof(float) * (N + 1));
}

static inline double *zeros(size_t n) { return calloc(n + 1, sizeof(double)); }

static inline double dot(const double *a, const double *b) {
  double sum = 0;
  for (int i = 0; i < N; ++i) sum += a[i] * b[i];
  return sum;
}

static inline void add_scaled(double *a, double s, const double *b) {
  for (int i = 0; i < N; ++i) a[i] += s * b[i];
}

static inline void copy(const double *from, double *to) { memcpy(to, from, sizeof(double) * N); }

static inline void scale(double *a, double s) {
  for (int i = 0; i < N; ++i) a[i] *= s;
}

static inline void store(double factor, double *out) {
  for (int i = 0; i < N; ++i) out[i] = factor * single_out[i];
}

/* out = factor T(x,x,.) */
static inline void noise_at(double factor, const double *x, double *out) {
  for (int i = 0; i < N; ++i) single_x[i] = (float)x[i];
  gradient(N, tensor, single_x, single_out);
  store(factor, out);
}

/* out = factor T : M */
static inline void noise_over(double factor, const float *M, double *out) {
  contract(N, tensor, M, single_out);
  store(factor, out);
}

static inline void print_numbers(const double *values, int count) {
  for (int k = 0; k < count; ++k) print_number(values[k]);
}
